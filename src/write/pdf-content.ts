import { boundedCache } from '../model/bounded-cache.ts';
import type { Line, Page, Role, Rule, Zone } from '../model/page.ts';
import { partOf, pieceOfRun, streamOf, type Part, type Piece } from './compression.ts';
import { areFree, openDrawings } from './draw-passage.ts';
import { fillColour, opening, type Passage, type UseCode } from './encode-passage.ts';
import type { CodesOf, GlyphCode } from './pdf-codes.ts';
import { pdfNumber } from './pdf-number.ts';

/**
 * The operators that draw a page of a sheet so tall (ISO 32000-1, 9.4), compressed: everything is tagged content or an
 * artifact.
 */
export type ContentOf = (page: Page, sheetHeight: number, use: UseCode) => Uint8Array;

/** The rules of a page stand where its text leaves room for them: so many places are kept per generation. */
const REMEMBERED_RULES = 100;

/** A zone that was drawn: all of its passages, each with its place. */
interface ZoneDrawing {
  readonly roles: readonly Role[];
  readonly sheetHeight: number;
  readonly piece: Piece;
  /** The codes it names: for each need, one. */
  readonly codes: readonly GlyphCode[];
}

/** Opens the drawing of a run. A zone that letters share is put together once. */
export function openContents(codesOf: CodesOf): ContentOf {
  const drawPassage = openDrawings(codesOf);
  const zones = new WeakMap<Zone, ZoneDrawing>();
  const rules = boundedCache<Part>(REMEMBERED_RULES);

  function zoneDrawn(zone: Zone, roles: readonly Role[], sheetHeight: number): ZoneDrawing {
    const known = zones.get(zone);
    if (known?.roles === roles && known.sheetHeight === sheetHeight) return known;
    const codes: GlyphCode[] = [];
    const run = zoneRun(zone, roles, sheetHeight, (code) => {
      if (codes.every(({ need }) => need !== code.need)) codes.push(code);
      return code;
    });
    const added = { roles, sheetHeight, piece: pieceOfRun(run), codes };
    zones.set(zone, added);
    return added;
  }

  function zoneRun(zone: Zone, roles: readonly Role[], sheetHeight: number, use: UseCode): readonly Part[] {
    return passagesOf(zone.lines).flatMap((passage): readonly Part[] => {
      const { x, rise, part } = drawPassage(passage, roles, use);
      const [{ baseline, contents } = NO_LINE] = passage;
      const place = `${pdfNumber(x)} ${pdfNumber(sheetHeight - baseline + rise)}`;
      return [`BT\n${place} Td\n${opening(contents[0]?.content ?? 'artifact', roles)}`, part];
    });
  }

  return (page, sheetHeight, use) => {
    const ruled = page.rules.map((rule) => ruleOperators(rule, sheetHeight)).join('');
    const ruleRun = ruled === '' ? [] : [rules.recall(ruled, () => partOf(ruled))];
    const runs = page.zones.map((zone): readonly Part[] => {
      if (zone.isShared) {
        const { piece, codes } = zoneDrawn(zone, page.contents, sheetHeight);
        if (areFree(codes, use)) return [piece];
      }
      return zoneRun(zone, page.contents, sheetHeight, use);
    });
    return streamOf(ruleRun, ...runs);
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

function ruleOperators({ area, colour }: Rule, sheetHeight: number): string {
  const { x, y, width, height } = area;
  const box = [x, sheetHeight - y - height, width, height].map(pdfNumber).join(' ');
  return `/Artifact <</Type/Layout>> BDC\n${fillColour(colour)}\n${box} re f\nEMC\n`;
}
