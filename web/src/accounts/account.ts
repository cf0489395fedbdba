import { get, patch, post, remove } from "../http";

/** A person, as they see themselves. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** An IANA time zone: reminders go by it. */
  readonly zone: string;
  /** Whether the server is theirs. */
  readonly owner: boolean;
  readonly space: string;
  readonly created_at: string;
}

/** A device that is signed in. */
export interface Session {
  readonly id: string;
  /** What its browser calls itself. */
  readonly device: string;
  readonly address: string;
  readonly created_at: string;
  readonly used_at: string;
  /** Whether it is this one. */
  readonly current: boolean;
}

/** What lets a program in; its secret is not kept. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly created_at: string;
  readonly used_at: string | null;
  readonly expires_at: string | null;
}

/** What a program may do. */
export type Scope = "read" | "write" | "admin";

/** Whether one may sign up: as the owner, as anybody, or not. */
export type SignUpState = "first" | "open" | "closed";

/** What a one-use link is for, and whom it lets in; the link of the first visit has nobody yet. */
export interface LinkSeen {
  readonly purpose: "first_visit" | "way_back";
  readonly name: string | null;
  readonly email: string | null;
}

/** What it takes to sign up; `link` is the token of the first visit. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly zone: string;
  readonly link?: string;
}

/** What it takes to make a token. */
export interface NewToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expires_at?: string;
}

interface List<Item> {
  readonly items: readonly Item[];
}

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** Return whether one may sign up. */
export async function getSignUpState(): Promise<SignUpState> {
  return (await get<{ sign_up: SignUpState }>("/api/door")).sign_up;
}

/** Make an account, and sign in. */
export async function signUp(wanted: NewAccount): Promise<Account> {
  return post<Account>("/api/sign-up", wanted);
}

/** Come in by address and password. */
export async function signIn(email: string, password: string): Promise<Account> {
  return post<Account>("/api/sign-in", { email, password });
}

/** Return what a one-use link is for; it can still be used. */
export async function lookAtLink(token: string): Promise<LinkSeen> {
  return post<LinkSeen>("/api/link/look", { token });
}

/** Come back in by a one-use link, with a new password. */
export async function comeBack(token: string, password: string): Promise<Account> {
  return post<Account>("/api/link", { token, password });
}

/** End this session. */
export async function signOut(): Promise<void> {
  await post<unknown>("/api/sign-out");
}

/** Return the own account. */
export async function getAccount(): Promise<Account> {
  return get<Account>("/api/account");
}

/** Change the own name or zone. */
export async function changeAccount(change: { readonly name?: string; readonly zone?: string }): Promise<Account> {
  return patch<Account>("/api/account", change);
}

/** Set a new password; all other devices are signed out. */
export async function changePassword(current: string, password: string): Promise<Account> {
  return post<Account>("/api/account/password", { current, password });
}

/** Return the devices that are signed in, the latest used first. */
export async function getSessions(): Promise<readonly Session[]> {
  return (await get<List<Session>>("/api/sessions")).items;
}

/** Sign a device out. */
export async function endSession(id: string): Promise<void> {
  await remove(`/api/sessions/${id}`);
}

/** Return the own tokens, the newest first. */
export async function getTokens(): Promise<readonly Token[]> {
  return (await get<List<Token>>("/api/tokens")).items;
}

/** Make a token; `token` is its secret, shown this once. */
export async function createToken(wanted: NewToken): Promise<Token & { readonly token: string }> {
  return post<Token & { readonly token: string }>("/api/tokens", wanted);
}

/** Take a token back: the program that holds it is out at once. */
export async function revokeToken(id: string): Promise<void> {
  await remove(`/api/tokens/${id}`);
}
