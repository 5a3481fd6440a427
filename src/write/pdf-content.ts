import type { Colour, Fragment, Page, Rule } from '../model/page.ts';
import type { CodeBook } from './pdf-codes.ts';

/** A fragment with the height of its baseline above the foot of the sheet. */
interface Raised {
  readonly fragment: Fragment;
  readonly y: number;
}

/** The operators that draw a page (ISO 32000-1, 9.4): everything is tagged content or an artifact. */
export function contentOf(page: Page, sheetHeight: number, book: CodeBook): string {
  const fragments = page.lines.flatMap(({ baseline, fragments: own }) =>
    own.map((fragment): Raised => ({ fragment, y: sheetHeight - baseline + fragment.rise })),
  );
  return [
    ...page.rules.map((rule) => ruleOperators(rule, sheetHeight)),
    ...divided(fragments, (a, b) => a.fragment.content === b.fragment.content).map((piece) =>
      pieceOperators(piece, page, book),
    ),
  ].join('\n');
}

function ruleOperators({ area, colour }: Rule, sheetHeight: number): string {
  const { x, y, width, height } = area;
  const corner = `${number(x)} ${number(sheetHeight - y - height)}`;
  return `/Artifact <</Type /Layout>> BDC\n${fill(colour)}\n${corner} ${number(width)} ${number(height)} re f\nEMC`;
}

function pieceOperators(piece: readonly Raised[], page: Page, book: CodeBook): string {
  const content = piece[0]?.fragment.content ?? 'artifact';
  const mark =
    content === 'artifact'
      ? '/Artifact <</Type /Pagination>> BDC'
      : `/${page.contents[content]} <</MCID ${content}>> BDC`;
  const stretches = divided(piece, isSameStretch).map((stretch) => stretchOperators(stretch, book));
  return [mark, 'BT', ...stretches, 'ET', 'EMC'].join('\n');
}

/** Can one operator draw both? */
function isSameStretch({ fragment: a, y }: Raised, { fragment: b, y: otherY }: Raised): boolean {
  return y === otherY && a.face === b.face && a.size === b.size && a.colour === b.colour;
}

/**
 * Draws fragments of one look on one baseline. Glyphs are told where to stand; where the pen is elsewhere, after kerning
 * or a wider space, the difference goes between them.
 */
function stretchOperators(stretch: readonly Raised[], book: CodeBook): string {
  const [first] = stretch;
  if (first === undefined) return '';
  const { face, size, colour, x: start } = first.fragment;
  const operators = [
    `/${book.nameOf(face)} ${number(size)} Tf ${fill(colour)}`,
    `1 0 0 1 ${number(start)} ${number(first.y)} Tm`,
  ];
  let shown = '';
  let codes = '';
  let pen = 0;
  let rise = 0;

  function endCodes(): void {
    if (codes !== '') shown += `<${codes}>`;
    codes = '';
  }

  function show(): void {
    endCodes();
    if (shown !== '') operators.push(`[${shown}] TJ`);
    shown = '';
  }

  for (const { fragment } of stretch) {
    const isLeftward = fragment.direction === 'rtl';
    let place = ((fragment.x - start + (isLeftward ? fragment.width : 0)) * 1000) / size;
    for (const glyph of fragment.glyphs) {
      if (isLeftward) place -= glyph.advance;
      const { hex, advance } = book.codeOf(face, glyph);
      if (glyph.dy !== rise) {
        show();
        rise = glyph.dy;
        operators.push(`${number((rise * size) / 1000)} Ts`);
      }
      const step = Math.round(pen - place - glyph.dx);
      if (step !== 0) {
        endCodes();
        shown += String(step);
      }
      codes += hex;
      pen += advance - step;
      if (!isLeftward) place += glyph.advance;
    }
  }
  show();
  if (rise !== 0) operators.push('0 Ts');
  return operators.join('\n');
}

/** The items in groups of neighbours that belong together. */
function divided<T>(items: readonly T[], belongTogether: (a: T, b: T) => boolean): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && belongTogether(last, item)) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

function fill(colour: Colour): string {
  return `${colour.map(number).join(' ')} rg`;
}

/** Thousandths of a point are far below what can be seen. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
