import { boundedCache } from '../model/bounded-cache.ts';
import { linesOn } from '../model/page-lines.ts';
import type { Belonging, Fragment, Line, Page, Role, Rule } from '../model/page.ts';
import { partOf, streamOf, type CompressedStream, type Part } from './compression.ts';
import {
  fillColour,
  openEncoding,
  opening,
  thousandths,
  type EncodedPassage,
  type Passage,
  type UseCode,
} from './encode-passage.ts';
import type { CodesOf, GlyphCode } from './pdf-codes.ts';
import { pdfNumber } from './pdf-syntax.ts';

/**
 * The operators that draw a page of a sheet so tall (ISO 32000-1, 9.4), compressed: everything is tagged content or an
 * artifact.
 */
export type ContentOf = (page: Page, sheetHeight: number, use: UseCode) => CompressedStream;

/** A passage that was drawn, wherever it stands: the operators after those that name its place and its first content. */
interface Drawing {
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

/** So many drawings are kept that begin with the same line: one and the same paragraph may be divided between pages. */
const REMEMBERED_DRAWINGS = 8;
/** The rules of a page stand where its text leaves room for them: so many places are kept per generation. */
const REMEMBERED_RULES = 100;

/** Opens the drawing of a run. A passage that letters share is encoded and compressed once. */
export function openContents(codesOf: CodesOf): ContentOf {
  const encode = openEncoding(codesOf);
  const drawings = new WeakMap<readonly Fragment[], Drawing[]>();
  let latest: Drawing | undefined;
  const rules = boundedCache<Part>(REMEMBERED_RULES);

  function drawn(passage: Passage, roles: readonly Role[]): Drawing {
    const [{ fragments: head, isShared } = NO_LINE] = passage;
    if (!isShared) {
      // A letter's running head is the same on all its pages.
      if (latest === undefined || !isOf(latest, passage))
        latest = draw(
          passage,
          encode(passage, roles, (code) => code),
        );
      return latest;
    }
    const known = drawings.get(head) ?? [];
    const found = known.find((drawing) => isOf(drawing, passage));
    if (found !== undefined) return found;
    const added = draw(
      passage,
      encode(passage, roles, (code) => code),
    );
    drawings.set(head, [added, ...known].slice(0, REMEMBERED_DRAWINGS));
    return added;
  }

  function drawnFor(passage: Passage, roles: readonly Role[], use: UseCode): Drawing {
    const common = drawn(passage, roles);
    let isCommon = true;
    for (const code of common.codes) if (use(code) !== code) isCommon = false;
    // Or else, in this letter one of its codes has another meaning already.
    return isCommon ? common : draw(passage, encode(passage, roles, use));
  }

  return (page, sheetHeight, use) => {
    const parts: Part[] = [];
    const ruled = page.rules.map((rule) => ruleOperators(rule, sheetHeight)).join('');
    if (ruled !== '') parts.push(rules.recall(ruled, () => partOf(ruled)));
    for (const passage of passagesOf(linesOn(page))) {
      const { x, rise, part } = drawnFor(passage, page.contents, use);
      const [{ baseline, contents } = NO_LINE] = passage;
      const place = `${pdfNumber(x)} ${pdfNumber(sheetHeight - baseline + rise)}`;
      parts.push(`BT\n${place} Td\n${opening(contents[0]?.content ?? 'artifact', page.contents)}`, part);
    }
    return streamOf(parts);
  };
}

const NO_LINE: Line = { baseline: 0, style: '', fragments: [], contents: [], isShared: false };

/** Lines are divided where one does not begin with what the one before ended with, or has another style. */
function passagesOf(lines: readonly Line[]): readonly Passage[] {
  const passages: Line[][] = [];
  let last: Line[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    if (line.fragments.length === 0) continue;
    const goesOn = line.contents[0]?.content === before?.contents.at(-1)?.content && line.style === before?.style;
    if (goesOn) last.push(line);
    else passages.push((last = [line]));
    before = line;
  }
  return passages;
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

function draw(passage: Passage, { x, rise, operators, codes }: EncodedPassage): Drawing {
  const top = passage[0]?.baseline ?? 0;
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

function ruleOperators({ area, colour }: Rule, sheetHeight: number): string {
  const { x, y, width, height } = area;
  const box = [x, sheetHeight - y - height, width, height].map(pdfNumber).join(' ');
  return `/Artifact <</Type/Layout>> BDC\n${fillColour(colour)}\n${box} re f\nEMC\n`;
}
