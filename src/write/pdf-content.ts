import type { Belonging, Fragment, Line, Page, Rule } from '../model/page.ts';
import { encodeLine, fill, type EncodedLine, type UseCode } from './encode-line.ts';
import type { CodeOf } from './pdf-codes.ts';
import { pdfNumber } from './pdf-syntax.ts';

/** The operators that draw a page of a sheet so tall (ISO 32000-1, 9.4): everything is tagged content or an artifact. */
export type ContentOf = (page: Page, sheetHeight: number, use: UseCode) => string;

/** Opens the drawing of a run. A line that letters share is encoded once. */
export function openContents(codeOf: CodeOf): ContentOf {
  const lines = new WeakMap<readonly Fragment[], EncodedLine>();

  function encoded(line: Line, use: UseCode): EncodedLine {
    const known = lines.get(line.fragments);
    const own = known ?? encodeLine(line, codeOf, (code) => code);
    if (known === undefined) lines.set(line.fragments, own);
    let isCommon = true;
    for (const code of own.codes) if (use(code) !== code) isCommon = false;
    // In this letter one of its codes has another meaning already.
    return isCommon ? own : encodeLine(line, codeOf, use);
  }

  return (page, sheetHeight, use) => {
    let content = page.rules.map((rule) => ruleOperators(rule, sheetHeight)).join('');
    let open: Belonging | undefined;
    for (const line of page.lines) {
      for (const { first, x, rise, operators } of encoded(line, use).stretches) {
        const own = line.contents[first] ?? 'artifact';
        if (own !== open) {
          content += (open === undefined ? '' : END) + beginningOf(own, page);
          open = own;
        }
        content += `1 0 0 1 ${pdfNumber(x)} ${pdfNumber(sheetHeight - line.baseline + rise)} Tm\n${operators}\n`;
      }
    }
    return open === undefined ? content : content + END;
  };
}

const END = 'ET\nEMC\n';

function beginningOf(content: Belonging, page: Page): string {
  return content === 'artifact'
    ? '/Artifact <</Type/Pagination>> BDC\nBT\n'
    : `/${page.contents[content]} <</MCID ${content}>> BDC\nBT\n`;
}

function ruleOperators({ area, colour }: Rule, sheetHeight: number): string {
  const { x, y, width, height } = area;
  const box = [x, sheetHeight - y - height, width, height].map(pdfNumber).join(' ');
  return `/Artifact <</Type/Layout>> BDC\n${fill(colour)}\n${box} re f\nEMC\n`;
}
