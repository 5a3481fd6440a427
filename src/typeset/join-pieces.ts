import { widthOf, type Piece } from './segments.ts';

/**
 * Pieces beside each other as one where they have one run, one face and one level: lines have many words and few looks.
 * Only of lines whose white space keeps its width.
 */
export function joinedPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (let start = 0; start < pieces.length;) {
    const first = pieces[start];
    if (first === undefined) break;
    let end = start + 1;
    for (let next = pieces[end]; next !== undefined && belongTogether(first, next); next = pieces[end]) end += 1;
    const own = pieces.slice(start, end);
    const glyphs = first.glyphs.concat(...own.slice(1).map((piece) => piece.glyphs));
    joined.push(own.length === 1 ? first : { ...first, isSpace: false, glyphs, width: widthOf(own) });
    start = end;
  }
  return joined;
}

function belongTogether(a: Piece, b: Piece): boolean {
  return a.run === b.run && a.face === b.face && a.level === b.level && a.size === b.size;
}
