import type { Fonts } from '../../fonts/fonts.ts';
import type { Face, Fragment, Line } from '../../model/page.ts';
import { runsOfOneLook, type FragmentRun } from '../fragment-runs.ts';
import { formatColour, formatFactor, formatHundredths } from './svg-numbers.ts';

/** The glyphs of a page: the symbols that were used so far, and the elements that show them. */
export interface GlyphDrawing {
  /** Returns the elements that draw a line. */
  readonly drawLine: (line: Line) => string;
  /** Returns a symbol for each glyph that was drawn, in the order of first uses. */
  readonly symbols: () => string;
}

/** Opens the drawing of a page. */
export type OpenGlyphDrawing = (prefix: string) => GlyphDrawing;

/**
 * Creates the function that opens the drawing of glyphs. Ids of symbols begin with the prefix of the page. Outlines are
 * cached for all letters of the run.
 */
export function createGlyphDrawings(fonts: Pick<Fonts, 'pathOf'>): OpenGlyphDrawing {
  const paths = new Map<Face, Map<number, string>>();

  function pathOf(face: Face, glyph: number): string {
    const pathsOfFace = paths.get(face) ?? new Map<number, string>();
    paths.set(face, pathsOfFace);
    const path = pathsOfFace.get(glyph) ?? fonts.pathOf(face, glyph);
    pathsOfFace.set(glyph, path);
    return path;
  }

  return (prefix) => {
    /** The ids of the symbols by face and glyph ID; undefined for a glyph of which nothing is drawn. */
    const ids = new Map<Face, Map<number, string | undefined>>();
    const symbols: string[] = [];

    function idOf(face: Face, glyph: number): string | undefined {
      const idsOfFace = ids.get(face) ?? new Map<number, string | undefined>();
      ids.set(face, idsOfFace);
      if (idsOfFace.has(glyph)) return idsOfFace.get(glyph);
      const path = pathOf(face, glyph);
      const id = path === '' ? undefined : `${prefix}${symbols.length.toString(36)}`;
      idsOfFace.set(glyph, id);
      // Without `overflow`, a symbol shows only what is below the baseline and right of the origin.
      if (id !== undefined) symbols.push(`<symbol id="${id}" overflow="visible"><path d="${path}"/></symbol>\n`);
      return id;
    }

    return {
      drawLine: ({ baseline, fragments }) =>
        runsOfOneLook(fragments)
          .map((run) => drawRun(run, baseline, idOf))
          .join(''),
      symbols: () => symbols.join(''),
    };
  };
}

/** Draws fragments of one look in a group whose units are thousandths of an em. */
function drawRun(
  fragments: FragmentRun,
  baseline: number,
  idOf: (face: Face, glyph: number) => string | undefined,
): string {
  const [first] = fragments;
  const uses = fragments.map((fragment) => drawFragment(fragment, first.x, idOf)).join('');
  if (uses === '') return '';
  const place = `translate(${formatHundredths(first.x)} ${formatHundredths(baseline - first.rise)})`;
  const scale = formatFactor(first.size / 1000);
  const scales = first.expansion === 0 ? scale : `${formatFactor(horizontalUnit(first))} ${scale}`;
  return `<g fill="${formatColour(first.colour)}" transform="${place} scale(${scales})">${uses}</g>\n`;
}

/** Returns the length of a thousandth of an em in the direction of the line, in points. */
function horizontalUnit({ size, expansion }: Fragment): number {
  return (size * (1 + expansion)) / 1000;
}

/** Draws the glyphs of a fragment. In right-to-left text, each is to the left of the previous one. */
function drawFragment(
  fragment: Fragment,
  start: number,
  idOf: (face: Face, glyph: number) => string | undefined,
): string {
  const { x, width, face, direction, glyphs } = fragment;
  const isRightToLeft = direction === 'rtl';
  let uses = '';
  let pen = (x - start + (isRightToLeft ? width : 0)) / horizontalUnit(fragment);
  for (const glyph of glyphs) {
    if (isRightToLeft) pen -= glyph.advance;
    const id = idOf(face, glyph.id);
    if (id !== undefined) {
      const [left, top] = [Math.round(pen + glyph.dx), Math.round(-glyph.dy)];
      uses += `<use href="#${id}"${left === 0 ? '' : ` x="${left}"`}${top === 0 ? '' : ` y="${top}"`}/>`;
    }
    if (!isRightToLeft) pen += glyph.advance;
  }
  return uses;
}
