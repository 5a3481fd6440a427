import { readXml } from './read-xml.ts';
import type { EntryProblem } from './zip-entries.ts';

/** Reads the texts that cells refer to by their position (ECMA-376-1, 18.4.9). */
export async function readSharedTexts(
  chunks: AsyncIterable<Uint8Array | EntryProblem>,
): Promise<readonly string[] | EntryProblem> {
  const texts: string[] = [];
  const collector = createTextCollector();
  const problem = await readXml(chunks, {
    root: 'sst',
    open: collector.open,
    close: (name) => {
      if (name === 'si') texts.push(collector.take());
      else collector.close(name);
    },
    text: collector.text,
  });
  return problem ?? texts;
}

/**
 * Creates a collector of the text of one item, which is plain or in runs of different looks (ECMA-376-1, 18.4.8). The
 * phonetic guide of Japanese (`rPh`) is not part of the text.
 */
export function createTextCollector() {
  let collected = '';
  let isText = false;
  let isGuide = false;
  return {
    open: (name: string): void => {
      if (name === 'rPh') isGuide = true;
      isText = name === 't' && !isGuide;
    },
    close: (name: string): void => {
      if (name === 'rPh') isGuide = false;
      isText = false;
    },
    text: (text: string): void => {
      if (isText) collected += text;
    },
    /** Returns the text of the item that ended, and begins with the next. */
    take: (): string => {
      const text = tidyText(collected);
      collected = '';
      return text;
    },
  };
}

/**
 * Returns the text of a cell as a spreadsheet shows it: escapes (`_x000D_`, ECMA-376-1, 22.9.2.19) are decoded, line
 * ends are LF, and white space at both ends, which cannot be seen, is dropped as in an unquoted cell of CSV.
 */
export function tidyText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/giu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text;
  return decoded.replaceAll('\r\n', '\n').trim();
}
