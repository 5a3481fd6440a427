import { boundedCache } from '../model/bounded-cache.ts';
import type { Belonging, Fragment, Line, Page, Role, Rule } from '../model/page.ts';
import { pieceOf, streamOf, type Part, type Piece } from './compression.ts';
import { encodeLine, fill, type EncodedLine, type UseCode } from './encode-line.ts';
import type { CodeOf, GlyphCode } from './pdf-codes.ts';
import { pdfNumber } from './pdf-syntax.ts';

/**
 * The operators that draw a page of a sheet so tall (ISO 32000-1, 9.4), compressed: everything is tagged content or an
 * artifact.
 */
export type ContentOf = (page: Page, sheetHeight: number, use: UseCode) => Uint8Array;

/** Lines of one paragraph, mostly: what stands in them belongs to no line before or after. */
interface Passage {
  readonly lines: readonly EncodedLine[];
  /** How far each baseline is below the first, in thousandths of a point. */
  readonly depths: readonly number[];
  /** What the first and the last stretch belong to. */
  readonly first: Belonging;
  readonly last: Belonging;
}

/** A passage that was drawn, wherever it stands: the operators after those that name its place and its first content. */
interface DrawnPassage extends Passage {
  readonly piece: Piece;
  /** The codes it names, each once. */
  readonly codes: readonly GlyphCode[];
}

/** So many drawings are kept that begin with the same line: one and the same paragraph may be divided between pages. */
const REMEMBERED_DRAWINGS = 8;
/** The rules of a page stand where its text leaves room for them: so many places are kept per generation. */
const REMEMBERED_RULES = 100;

/** Opens the drawing of a run. A line that letters share is encoded once, and a passage compressed once. */
export function openContents(codeOf: CodeOf): ContentOf {
  const lines = new WeakMap<readonly Fragment[], EncodedLine>();
  const drawings = new WeakMap<EncodedLine, DrawnPassage[]>();
  const rules = boundedCache<Piece>(REMEMBERED_RULES);

  function encoded(line: Line): EncodedLine {
    const known = lines.get(line.fragments);
    if (known !== undefined) return known;
    const own = encodeLine(line, codeOf, (code) => code);
    lines.set(line.fragments, own);
    return own;
  }

  function drawn(passage: Passage, own: readonly Line[], roles: readonly Role[]): DrawnPassage {
    const [head] = passage.lines;
    if (head === undefined) throw new Error('unreachable: a passage has a line');
    const known = drawings.get(head) ?? [];
    const found = known.find((drawing) => isSame(drawing, passage));
    if (found !== undefined) return found;
    const codes = new Set(passage.lines.flatMap((line) => line.codes));
    const added = { ...passage, piece: pieceOf(operatorsOf(passage, own, roles)), codes: [...codes] };
    drawings.set(head, [added, ...known].slice(0, REMEMBERED_DRAWINGS));
    return added;
  }

  function pieceFor(passage: Passage, own: readonly Line[], roles: readonly Role[], use: UseCode): Piece {
    const { piece, codes } = drawn(passage, own, roles);
    let isCommon = true;
    for (const code of codes) if (use(code) !== code) isCommon = false;
    if (isCommon) return piece;
    // In this letter one of its codes has another meaning already.
    const lines = own.map((line) => encodeLine(line, codeOf, use));
    return pieceOf(operatorsOf({ ...passage, lines }, own, roles));
  }

  return (page, sheetHeight, use) => {
    const parts: Part[] = [];
    const ruled = page.rules.map((rule) => ruleOperators(rule, sheetHeight)).join('');
    if (ruled !== '') parts.push(rules.recall(ruled, () => pieceOf(ruled)));
    for (const own of passagesOf(page.lines)) {
      const passage = passageOf(own, encoded);
      parts.push(beginningOf(passage, own, page.contents, sheetHeight), pieceFor(passage, own, page.contents, use));
    }
    return streamOf(parts);
  };
}

/**
 * Lines are divided where one does not begin with what the one before ended with; but where each line says another thing,
 * as in an address, they stay together.
 */
function passagesOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const passages: Line[][] = [];
  let last: Line[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    if (line.fragments.length === 0) continue;
    const goesOn = line.contents[0]?.content === before?.contents.at(-1)?.content;
    if (goesOn || (line.style === before?.style && LISTED.has(line.style))) last.push(line);
    else passages.push((last = [line]));
    before = line;
  }
  return passages;
}

/** The styles in which each line says another thing. */
const LISTED: ReadonlySet<string> = new Set(['letterhead', 'address', 'signature']);

function passageOf(lines: readonly Line[], encoded: (line: Line) => EncodedLine): Passage {
  const top = lines[0]?.baseline ?? 0;
  return {
    lines: lines.map(encoded),
    depths: lines.map(({ baseline }) => thousandths(baseline - top)),
    first: lines[0]?.contents[0]?.content ?? 'artifact',
    last: lines.at(-1)?.contents.at(-1)?.content ?? 'artifact',
  };
}

/** A passage of one content may have any; one of several names all but the first, which follow each other. */
function isSame(drawing: Passage, { lines, depths, first, last }: Passage): boolean {
  const [drawnAsOne, isOne] = [drawing.first === drawing.last, first === last];
  return (
    drawing.lines.length === lines.length &&
    drawnAsOne === isOne &&
    (isOne || (drawing.first === first && drawing.last === last)) &&
    drawing.lines.every((line, index) => line === lines[index] && drawing.depths[index] === depths[index])
  );
}

/** Where a passage stands, and what its first stretch is. */
function beginningOf(
  { lines, first }: Passage,
  [top]: readonly Line[],
  roles: readonly Role[],
  sheetHeight: number,
): string {
  const { x, rise } = lines[0]?.stretches[0] ?? { x: 0, rise: 0 };
  const y = sheetHeight - (top?.baseline ?? 0) + rise;
  return `BT\n${pdfNumber(x)} ${pdfNumber(y)} Td\n${opening(first, roles)}`;
}

/** The operators of a passage from its first stretch on. Places are told as steps from the stretch before. */
function operatorsOf({ lines, depths, first }: Passage, own: readonly Line[], roles: readonly Role[]): string {
  let operators = '';
  let open = first;
  let [x, y] = [0, 0];
  lines.forEach(({ stretches }, index) => {
    for (const stretch of stretches) {
      const [toX, toY] = [thousandths(stretch.x), thousandths(stretch.rise) - (depths[index] ?? 0)];
      const content = own[index]?.contents[stretch.content]?.content ?? 'artifact';
      if (operators !== '') operators += `${pdfNumber((toX - x) / 1000)} ${pdfNumber((toY - y) / 1000)} Td\n`;
      if (content !== open) operators += `EMC\n${opening(content, roles)}`;
      operators += `${stretch.operators}\n`;
      [x, y, open] = [toX, toY, content];
    }
  });
  return `${operators}EMC\nET\n`;
}

function opening(content: Belonging, roles: readonly Role[]): string {
  return content === 'artifact' ? '/Artifact<</Type/Pagination>>BDC\n' : `/${roles[content]}<</MCID ${content}>>BDC\n`;
}

function ruleOperators({ area, colour }: Rule, sheetHeight: number): string {
  const { x, y, width, height } = area;
  const box = [x, sheetHeight - y - height, width, height].map(pdfNumber).join(' ');
  return `/Artifact <</Type/Layout>> BDC\n${fill(colour)}\n${box} re f\nEMC\n`;
}

function thousandths(points: number): number {
  return Math.round(points * 1000);
}
