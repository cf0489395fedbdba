/** A stretch of a line. */
export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly inner: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly inner: readonly Inline[] };

/** What stands under another. */
export type Block =
  | { readonly kind: "paragraph"; readonly inner: readonly Inline[] }
  | { readonly kind: "list"; readonly first: number | undefined; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: "code"; readonly text: string };

const SAFE_PROTOCOLS = ["http:", "https:", "mailto:", "tel:"];
const FENCE = /^\s*```/;
const BULLET = /^\s*[-*+•]\s+(?=\S)/;
const NUMBER = /^\s*(\d{1,9})[.)]\s+(?=\S)/;
// Each stretch has a longest length, so that no text takes long to read, however it is made.
const INLINE = new RegExp(
  [
    "`(?<code>[^`\\n]{1,1000})`",
    "\\*\\*(?=\\S)(?<strong>[^\\n]{1,1000}?)(?<=\\S)\\*\\*",
    "\\*(?=[^\\s*])(?<emphasis>[^\\n*]{1,1000})(?<=\\S)\\*",
    "(?<![\\p{L}\\p{N}_])_(?=[^\\s_])(?<underlined>[^\\n_]{1,1000})(?<=\\S)_(?![\\p{L}\\p{N}_])",
    "\\[(?<words>[^\\]\\n]{1,500})\\]\\((?<href>[^()\\s]{1,2000})\\)",
    "(?<![\\p{L}\\p{N}])(?<bare>https?://[^\\s<>]{1,2000}(?<![.,;:!?'\")\\]]))",
  ].join("|"),
  "gu",
);

/** Return the blocks of a text in light Markdown: paragraphs, lists, code; all else is text as typed. */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  for (let at = 0; at < lines.length; ) {
    const end = endOfBlock(lines, at);
    const block = blockOf(lines.slice(at, end));
    if (block) blocks.push(block);
    at = end;
  }
  return blocks;
}

/** Return the address if following it is harmless. */
export function safeAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  return SAFE_PROTOCOLS.includes(new URL(address).protocol) ? address : undefined;
}

function endOfBlock(lines: readonly string[], start: number): number {
  const kind = kindOf(lines[start] ?? "");
  let end = start + 1;
  if (kind === "fence") {
    while (end < lines.length && !FENCE.test(lines[end] ?? "")) end += 1;
    return end + 1;
  }
  while (end < lines.length && goesOn(kind, lines[end] ?? "")) end += 1;
  return end;
}

function goesOn(kind: ReturnType<typeof kindOf>, line: string): boolean {
  const isIndented = /^\s+\S/.test(line);
  return (
    kindOf(line) === kind || ((kind === "bullets" || kind === "numbers") && kindOf(line) === "words" && isIndented)
  );
}

function kindOf(line: string): "blank" | "fence" | "bullets" | "numbers" | "words" {
  if (line.trim() === "") return "blank";
  if (FENCE.test(line)) return "fence";
  if (BULLET.test(line)) return "bullets";
  return NUMBER.test(line) ? "numbers" : "words";
}

function blockOf(lines: readonly string[]): Block | undefined {
  const [first = ""] = lines;
  switch (kindOf(first)) {
    case "blank":
      return undefined;
    case "fence":
      return {
        kind: "code",
        text: lines
          .slice(1)
          .filter((line) => !FENCE.test(line))
          .join("\n"),
      };
    case "bullets":
      return { kind: "list", first: undefined, items: itemsOf(lines, BULLET) };
    case "numbers":
      return { kind: "list", first: Number(NUMBER.exec(first)?.[1]), items: itemsOf(lines, NUMBER) };
    case "words":
      return { kind: "paragraph", inner: inlineOf(lines.join("\n")) };
  }
}

function itemsOf(lines: readonly string[], mark: RegExp): Inline[][] {
  const items: string[] = [];
  for (const line of lines) {
    if (mark.test(line)) items.push(line.replace(mark, ""));
    else items.push(`${items.pop() ?? ""}\n${line.trim()}`);
  }
  return items.map(inlineOf);
}

function inlineOf(text: string): Inline[] {
  const found: Inline[] = [];
  let read = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > read) found.push({ kind: "text", text: text.slice(read, match.index) });
    found.push(stretchOf(match[0], match.groups ?? {}));
    read = match.index + match[0].length;
  }
  if (read < text.length) found.push({ kind: "text", text: text.slice(read) });
  return found;
}

function stretchOf(whole: string, caught: Readonly<Record<string, string | undefined>>): Inline {
  const { code, strong, emphasis = caught.underlined, words, href, bare } = caught;
  if (code !== undefined) return { kind: "code", text: code };
  if (strong !== undefined) return { kind: "strong", inner: inlineOf(strong) };
  if (emphasis !== undefined) return { kind: "emphasis", inner: inlineOf(emphasis) };
  const address = safeAddress(href ?? bare ?? "");
  if (address === undefined) return { kind: "text", text: whole };
  return {
    kind: "link",
    href: address,
    inner: words === undefined ? [{ kind: "text", text: whole }] : unlinked(words),
  };
}

/** A link holds no other: inside of it an address is text. */
function unlinked(words: string): Inline[] {
  return inlineOf(words).flatMap((part) => (part.kind === "link" ? [...part.inner] : [part]));
}
