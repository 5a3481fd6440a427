import type { Belonging, Line, Page, Role, Rule } from '../../model/page.ts';
import { encodeLine, fillColour, thousandths, type EncodedLine, type UseCode } from './encode-line.ts';
import type { CodesOf } from './pdf-codes.ts';
import { pdfNumber } from './pdf-number.ts';

/**
 * The content stream of a page on a sheet so tall, in points, one byte a character (ISO 32000-1, 9.4): everything is
 * marked content of the structure, or an artifact.
 */
export type ContentOf = (page: Page, sheetHeight: number, use: UseCode) => string;

/** Opens the drawing of a run. Lines that letters share are encoded once: those whose fragments are the same value. */
export function openContents(codesOf: CodesOf): ContentOf {
  const known = new WeakMap<Line['fragments'], EncodedLine>();

  function encoded(line: Line, use: UseCode): EncodedLine {
    const own = known.get(line.fragments) ?? encodeLine(line, codesOf, (code) => code);
    known.set(line.fragments, own);
    // A letter that has one of the codes with another meaning already shows another in its place.
    const replaced = own.codes.filter((code) => use(code) !== code);
    return replaced.length === 0 ? own : encodeLine(line, codesOf, use);
  }

  /** A text object. Places are told as steps from the stretch before. */
  function textObject(lines: readonly Line[], roles: readonly Role[], sheetHeight: number, use: UseCode): string {
    let operators = 'BT\n';
    let before: Belonging | undefined;
    let [x, y] = [0, 0];
    for (const line of lines) {
      for (const stretch of encoded(line, use).stretches) {
        const content = line.contents[stretch.content]?.content ?? 'artifact';
        const [toX, toY] = [stretch.x, thousandths(sheetHeight - line.baseline) + stretch.rise];
        operators += `${pdfNumber((toX - x) / 1000)} ${pdfNumber((toY - y) / 1000)} Td\n`;
        if (content !== before) operators += `${before === undefined ? '' : 'EMC\n'}${opening(content, roles)}`;
        operators += `${stretch.operators}\n`;
        [x, y, before] = [toX, toY, content];
      }
    }
    return `${operators}EMC\nET\n`;
  }

  return (page, sheetHeight, use) => {
    const rules = page.rules.map((rule) => ruleOperators(rule, sheetHeight));
    const objects = page.zones.flatMap(({ lines }) => textObjectsOf(lines));
    return [...rules, ...objects.map((lines) => textObject(lines, page.contents, sheetHeight, use))].join('');
  };
}

/** The operators that begin a piece of marked content, or an artifact (ISO 32000-1, 14.8.2.2). */
function opening(content: Belonging, roles: readonly Role[]): string {
  return content === 'artifact' ? '/Artifact<</Type/Pagination>>BDC\n' : `/${roles[content]}<</MCID ${content}>>BDC\n`;
}

/** Lines of one text object: each begins with what the one before it ended with, and has the same style. */
function textObjectsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const objects: Line[][] = [];
  let last: Line[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    if (line.fragments.length === 0) continue;
    const goesOn = line.contents[0]?.content === before?.contents.at(-1)?.content && line.style === before?.style;
    if (goesOn) last.push(line);
    else objects.push((last = [line]));
    before = line;
  }
  return objects;
}

function ruleOperators({ area, colour }: Rule, sheetHeight: number): string {
  const { x, y, width, height } = area;
  const box = [x, sheetHeight - y - height, width, height].map(pdfNumber).join(' ');
  return `/Artifact <</Type/Layout>> BDC\n${fillColour(colour)}\n${box} re f\nEMC\n`;
}
