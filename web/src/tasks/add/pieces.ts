import type { Token, TokenKind } from "../quick-add/parsed";

/** A stretch of the line as it is drawn. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly kind: TokenKind | undefined;
}

/** Return the whole text, letter for letter, cut where its tokens begin and end. */
export function piecesOf(text: string, tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end, kind] of tokens) {
    pieces.push(
      { start: at, text: text.slice(at, start), kind: undefined },
      { start, text: text.slice(start, end), kind },
    );
    at = end;
  }
  return [...pieces, { start: at, text: text.slice(at), kind: undefined }].filter((piece) => piece.text !== "");
}
