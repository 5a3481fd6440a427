import type { Belonging, Fragment, Role } from '../model/page.ts';
import { partOf, type Part } from './compression.ts';
import { openEncoding, thousandths, type Passage, type UseCode } from './encode-passage.ts';
import type { CodesOf, GlyphCode } from './pdf-codes.ts';

/** A passage that was drawn, wherever it stands: the operators after those that name its place and its first content. */
export interface Drawing {
  readonly lines: readonly (readonly Fragment[])[];
  /** How far each baseline is below the first, in thousandths of a point. */
  readonly depths: readonly number[];
  /** The first and the last content that it names; undefined: it has only one, which may be any. */
  readonly contents: readonly [first: Belonging, last: Belonging] | undefined;
  /** Where its first stretch begins: from the left edge of the sheet, and above the baseline, in points. */
  readonly x: number;
  readonly rise: number;
  readonly part: Part;
  /** The codes it names: for each need, one. */
  readonly codes: readonly GlyphCode[];
}

/** Draws a passage of a page with such contents, in a letter that uses codes so. */
export type DrawPassage = (passage: Passage, roles: readonly Role[], use: UseCode) => Drawing;

/** So many drawings are kept that begin with the same line: one and the same paragraph may be divided between pages. */
const REMEMBERED_DRAWINGS = 8;

/** Opens the drawing of passages in a run. One that letters share is encoded and compressed once. */
export function openDrawings(codesOf: CodesOf): DrawPassage {
  const encode = openEncoding(codesOf);
  const drawings = new WeakMap<readonly Fragment[], Drawing[]>();
  let latest: Drawing | undefined;

  function drawAnew(passage: Passage, roles: readonly Role[], use: UseCode): Drawing {
    const top = passage[0]?.baseline ?? 0;
    const { x, rise, operators, codes } = encode(passage, roles, use);
    return {
      lines: passage.map(({ fragments }) => fragments),
      depths: passage.map(({ baseline }) => thousandths(baseline - top)),
      contents: contentsOf(passage),
      x,
      rise,
      part: partOf(operators),
      codes,
    };
  }

  function common(passage: Passage, roles: readonly Role[]): Drawing {
    const [first] = passage;
    if (first?.isShared !== true) {
      // A letter's running head is the same on all its pages.
      if (latest === undefined || !isOf(latest, passage)) latest = drawAnew(passage, roles, (code) => code);
      return latest;
    }
    const known = drawings.get(first.fragments) ?? [];
    const found = known.find((drawing) => isOf(drawing, passage));
    if (found !== undefined) return found;
    const added = drawAnew(passage, roles, (code) => code);
    drawings.set(first.fragments, [added, ...known].slice(0, REMEMBERED_DRAWINGS));
    return added;
  }

  return (passage, roles, use) => {
    const found = common(passage, roles);
    return areFree(found.codes, use) ? found : drawAnew(passage, roles, use);
  };
}

/** May these codes stand for themselves in a letter? Or else it has one of them with another meaning already. */
export function areFree(codes: readonly GlyphCode[], use: UseCode): boolean {
  let areAll = true;
  // All of them are used, whatever is found out about one.
  for (const code of codes) if (use(code) !== code) areAll = false;
  return areAll;
}

function isOf({ lines, depths, contents }: Drawing, passage: Passage): boolean {
  if (lines.length !== passage.length) return false;
  const own = contentsOf(passage);
  if (own?.[0] !== contents?.[0] || own?.[1] !== contents?.[1]) return false;
  const top = passage[0]?.baseline ?? 0;
  for (const [index, { fragments, baseline }] of passage.entries()) {
    if (lines[index] !== fragments || depths[index] !== thousandths(baseline - top)) return false;
  }
  return true;
}

function contentsOf(passage: Passage): Drawing['contents'] {
  const first = passage[0]?.contents[0]?.content ?? 'artifact';
  const last = passage.at(-1)?.contents.at(-1)?.content ?? 'artifact';
  return first === last ? undefined : [first, last];
}
