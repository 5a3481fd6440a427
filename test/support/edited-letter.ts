import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { squeezed } from './paged-text.ts';

/** The cells of a row by the names of their columns. */
type Row = Readonly<Record<string, string>>;

/** Reads the rows of a table of the tests that is separated by semicolons. */
export function readRows(path: string): readonly Row[] {
  return parse(readFileSync(path), { bom: true, columns: true, delimiter: ';' }) as Row[];
}

/** Edits the two files of a new campaign that a user has to: who signs, and the text. Returns the words of the text. */
export function editLetter(campaign: string): string {
  const edit = (path: string, change: (text: string) => string): void =>
    writeFileSync(join(campaign, path), change(readFileSync(join(campaign, path), 'utf8')));
  edit('templates/letter/letter.yaml', (text) => text.replace('Friends of the Old Mill', 'The Footbridge Circle'));
  const words = 'The footbridge is open again, and we thank you for your help.';
  edit('templates/letter/en/body/letter.md', () => `# The footbridge\n\n${words}\n`);
  return words;
}

/**
 * Returns what the words of the pages of a letter lack of a row: its name, its function and organisation, the lines of its address, and
 * `words`. Their order on the page is not compared, because extraction gives right-to-left text in another one.
 */
export function missingWords(pages: readonly string[], row: Row, words: string): readonly string[] {
  const page = squeezed(pages.join(' '));
  const printed = ['First name', 'Last name', 'Function', 'Organisation', 'Postcode', 'Town'].map(
    (name) => row[name] ?? '',
  );
  const lines = (row['Street'] ?? '').split('\n');
  return [...printed, ...lines, (row['Country'] ?? '').toUpperCase(), words, 'The Footbridge Circle'].filter(
    (text) => !page.includes(squeezed(text)),
  );
}
