import type { Colour, Fragment, Page, Rule } from '../model/page.ts';
import { fontNameOf } from './letter-fonts.ts';
import type { CodeOf, GlyphCode } from './pdf-codes.ts';
import { pdfNumber } from './pdf-syntax.ts';

/** Says which code stands for a code in this letter. */
export type UseCode = (code: GlyphCode) => GlyphCode;

/** A fragment with the height of its baseline above the foot of the sheet. */
interface Raised {
  readonly fragment: Fragment;
  readonly y: number;
}

/** The operators that draw a page (ISO 32000-1, 9.4): everything is tagged content or an artifact. */
export function contentOf(page: Page, sheetHeight: number, codeOf: CodeOf, use: UseCode): string {
  const fragments = page.lines.flatMap(({ baseline, fragments: own }) =>
    own.map((fragment): Raised => ({ fragment, y: sheetHeight - baseline + fragment.rise })),
  );
  return [
    ...page.rules.map((rule) => ruleOperators(rule, sheetHeight)),
    ...divided(fragments, (a, b) => a.fragment.content === b.fragment.content).map((piece) =>
      pieceOperators(piece, page, codeOf, use),
    ),
  ].join('\n');
}

function ruleOperators({ area, colour }: Rule, sheetHeight: number): string {
  const { x, y, width, height } = area;
  const corner = `${pdfNumber(x)} ${pdfNumber(sheetHeight - y - height)}`;
  return `/Artifact <</Type /Layout>> BDC\n${fill(colour)}\n${corner} ${pdfNumber(width)} ${pdfNumber(height)} re f\nEMC`;
}

function pieceOperators(piece: readonly Raised[], page: Page, codeOf: CodeOf, use: UseCode): string {
  const content = piece[0]?.fragment.content ?? 'artifact';
  const mark =
    content === 'artifact'
      ? '/Artifact <</Type /Pagination>> BDC'
      : `/${page.contents[content]} <</MCID ${content}>> BDC`;
  const stretches = divided(piece, isSameStretch).map((stretch) => stretchOperators(stretch, codeOf, use));
  return [mark, 'BT', ...stretches, 'ET', 'EMC'].join('\n');
}

/** Can one movement of the pen draw both? */
function isSameStretch({ fragment: a, y }: Raised, { fragment: b, y: otherY }: Raised): boolean {
  return y === otherY && a.face === b.face && a.size === b.size && a.colour === b.colour;
}

/**
 * Draws fragments of one look on one baseline. Glyphs are told where to stand; where the pen is elsewhere, after kerning
 * or a wider space, the difference goes between them.
 */
function stretchOperators(stretch: readonly Raised[], codeOf: CodeOf, use: UseCode): string {
  const [first] = stretch;
  if (first === undefined) return '';
  const { face, size, colour, x: start } = first.fragment;
  let operators = `1 0 0 1 ${pdfNumber(start)} ${pdfNumber(first.y)} Tm ${fill(colour)}`;
  let font = '';
  let shown = '';
  let codes = '';
  let pen = 0;
  let rise = 0;

  function endCodes(): void {
    if (codes !== '') shown += `(${codes})`;
    codes = '';
  }

  function show(): void {
    endCodes();
    if (shown !== '') operators += `\n[${shown}] TJ`;
    shown = '';
  }

  for (const { fragment } of stretch) {
    const isLeftward = fragment.direction === 'rtl';
    let place = ((fragment.x - start + (isLeftward ? fragment.width : 0)) * 1000) / size;
    for (const glyph of fragment.glyphs) {
      if (isLeftward) place -= glyph.advance;
      const code = use(codeOf(face, glyph));
      const name = fontNameOf(code);
      if (name !== font) {
        show();
        font = name;
        operators += `\n/${name} ${pdfNumber(size)} Tf`;
      }
      if (glyph.dy !== rise) {
        show();
        rise = glyph.dy;
        operators += `\n${pdfNumber((rise * size) / 1000)} Ts`;
      }
      const step = Math.round(pen - place - glyph.dx);
      if (step !== 0) {
        endCodes();
        shown += String(step);
      }
      codes += code.shown;
      pen += code.advance - step;
      if (!isLeftward) place += glyph.advance;
    }
  }
  show();
  return rise === 0 ? operators : `${operators}\n0 Ts`;
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
  return `${colour.map(pdfNumber).join(' ')} rg`;
}
