import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alteredWorkbook, entriesOfFixture, zipOf } from '../support/workbooks/altered-workbook.ts';
import { fixtureBytes, outcomesOf } from '../support/workbooks/read-fixture.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const ROWS = /<sheetData>.*<\/sheetData>/su;

test('a workbook with any of its bytes changed is read as before, or refused: nothing is thrown', async () => {
  const bytes = fixtureBytes('kinds-libreoffice');
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (index, change) => {
      const changed = Uint8Array.from(bytes);
      changed[index] = (bytes[index] ?? 0) ^ change;
      const outcomes = await outcomesOf(changed);
      const [first] = outcomes;
      if (outcomes.length === 1 && first?.ok === false) refused += 1;
      else expect(outcomes).toEqual(await outcomesOf(bytes));
    }),
    { numRuns: 500 },
  );
  expect(refused).toBeGreaterThan(100);
}, 120_000);

test('a workbook with any of its XML changed is read or refused: nothing is thrown', async () => {
  const entries = await entriesOfFixture('kinds-libreoffice');
  const names = entries
    .map(({ name }) => name)
    .filter((name) => /(?:workbook|sheet1|styles|sharedStrings)\.xml/u.test(name));
  expect(names.length).toBeGreaterThanOrEqual(4);
  const snippets = ['<', '>', '"', '&', '0', '-', 'A', '', '<v/>', '<c/>', '<row/>', '<is>', '</is>', '<f/>', '\u0000'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(20),
      fc.constantFrom(...snippets),
      async (name, position, length, snippet) => {
        const changed = entries.map((entry) => {
          if (entry.name !== name) return entry;
          const text = Buffer.from(entry.content).toString();
          const start = Math.floor(position * text.length);
          return { name, content: Buffer.from(text.slice(0, start) + snippet + text.slice(start + length)) };
        });
        for (const outcome of await outcomesOf(zipOf(changed))) {
          if (!outcome.ok) expect(outcome.diagnostics.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 500 },
  );
}, 120_000);

test('a million rows that are empty but formatted are passed over', async () => {
  const rows = Array.from(
    { length: 1_048_575 },
    (_, index) => `<row r="${index + 2}" s="1" customFormat="1" ht="15" customHeight="1"/>`,
  );
  const sheet = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${rows.join('')}</sheetData>`;
  const bytes = await alteredWorkbook('gaps-openpyxl', SHEET, (text) => text.replace(ROWS, sheet));
  const outcomes = await outcomesOf(bytes);
  expect(outcomes.map((outcome) => outcome.ok && outcome.value.number)).toEqual([1]);
}, 120_000);
