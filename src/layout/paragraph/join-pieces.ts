import { endOfGroup } from './end-of-group.ts';
import { widthOf, type Piece } from './segments.ts';

/**
 * Pieces beside each other as one where they have one run, one face and one level: lines have many words and few looks.
 * Only of lines whose white space keeps its width.
 */
export function joinedPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (let start = 0; start < pieces.length;) {
    const end = endOfGroup(pieces, start, belongTogether);
    const [first, ...others] = pieces.slice(start, end);
    if (first === undefined) break;
    joined.push(others.length === 0 ? first : joinedTo(first, others));
    start = end;
  }
  return joined;
}

function joinedTo(first: Piece, others: readonly Piece[]): Piece {
  const glyphs = first.glyphs.concat(...others.map((piece) => piece.glyphs));
  return { ...first, isSpace: false, glyphs, width: widthOf([first, ...others]) };
}

function belongTogether(a: Piece, b: Piece): boolean {
  return a.run === b.run && a.face === b.face && a.level === b.level && a.size === b.size;
}
