/** What the server refused, as its problem answer says (RFC 9457). */
export class Problem extends Error {
  override readonly name = "Problem";

  readonly status: number;
  /** The refusal's name, which code can switch on: `not_found`, `resync` … */
  readonly code: string;
  readonly field: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, said: { name?: string; detail?: string; field?: string }, retryAfterSeconds?: number) {
    super(said.detail ?? unsaid(status));
    this.status = status;
    this.code = said.name ?? "unknown";
    this.field = said.field;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Return what to say of an answer without words, which something that stands before the server gave. */
function unsaid(status: number): string {
  return status === 413 ? "It is too large for what stands before the server." : `The server answered ${status}.`;
}

/** The server cannot be reached. */
export class Offline extends Error {
  override readonly name = "Offline";
}

/** Return what the server answers.
 *
 * @throws Problem when it refuses, Offline when it is not reached. */
export async function get<Answer>(path: string): Promise<Answer> {
  return send<Answer>("GET", path);
}

/** Send something new, or ask for something to be done. */
export async function post<Answer>(path: string, body: unknown = {}): Promise<Answer> {
  return send<Answer>("POST", path, body);
}

/** Change what is there. */
export async function patch<Answer>(path: string, body: unknown): Promise<Answer> {
  return send<Answer>("PATCH", path, body);
}

/** Take something away. */
export async function remove(path: string): Promise<void> {
  await send<unknown>("DELETE", path);
}

const PATIENCE_MILLISECONDS = 30_000;

async function send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const [answer, text] = await reach(path, {
    method,
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    // Without a body too: the server takes it as a sign that no form of another page sends this.
    ...(method !== "GET" && { headers: { "content-type": "application/json" } }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw problemOf(answer, text);
  return (text === "" ? undefined : JSON.parse(text)) as Answer;
}

async function reach(path: string, request: RequestInit): Promise<[answer: Response, text: string]> {
  try {
    const answer = await fetch(path, request);
    return [answer, await answer.text()];
  } catch {
    throw new Offline("The server cannot be reached.");
  }
}

function problemOf(answer: Response, text: string): Problem {
  const wait = Number(answer.headers.get("retry-after"));
  return new Problem(answer.status, readProblem(text), wait > 0 ? wait : undefined);
}

function readProblem(text: string): { name?: string; detail?: string; field?: string } {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
