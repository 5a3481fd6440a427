import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { describeTable } from '../../src/commands/init/from-table/describe-table.ts';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import { loadExternalProfiles } from '../../src/load/load-recipients.ts';
import { findLeftoversInValue } from '../../src/model/leftovers.ts';
import { aLetter, paragraph } from '../support/a-letter.ts';
import { describedTable } from '../support/described-table.ts';
import { inPieces, readAll } from '../support/pieces.ts';
import { productFonts } from '../support/product-fonts.ts';
import { typesetWith } from '../support/typeset-with.ts';
import { loadHyphenation } from '../support/product-languages.ts';

const fonts = await productFonts();
const hyphenate = await loadHyphenation('en');

/** Returns the least CPU time of three executions, in milliseconds. */
async function cpuOf(work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < 3; round += 1) {
    const start = process.cpuUsage();
    await work();
    const { user } = process.cpuUsage(start);
    least = Math.min(least, user / 1000);
  }
  return least;
}

/** Asserts that four times the size takes less than nine times the time: less than three times for each doubling. */
async function expectLinear(size: number, work: (size: number) => unknown): Promise<void> {
  const small = await cpuOf(() => work(size));
  const large = await cpuOf(() => work(4 * size));
  expect(large).toBeLessThan(9 * small + 50);
}

describe('the time to set a paragraph grows with its length', () => {
  test.each([
    ['one word', 'a', 10_000],
    ['document symbols', 'a/1 ', 8000],
    ['web addresses', 'www.a-b.org ', 4000],
    ['no-break spaces', '\u00a0', 10_000],
    ['words joined by no-break spaces', 'a\u00a0', 6000],
    ['marks above a letter', '\u0301', 10_000],
    ['marks at the upper right of a letter', '\u0315', 4000],
    ['both directions in one word', 'كaك1', 2000],
  ])('%s', async (_, unit, count) => {
    await expectLinear(count, (size) => {
      const letter = aLetter({ body: [paragraph(`a${unit.repeat(size)}`)] });
      return typesetWith(letter, stylesheetFor({ preset: 'international' }, 'a4'), fonts, hyphenate);
    });
  });
});

describe('the time to read a table grows with its size', () => {
  test.each([
    ['empty columns', (size: number) => `id${','.repeat(size)}\nbe${','.repeat(size)}\n`, 20_000],
    ['columns without a name', (size: number) => `id${','.repeat(size)}\nbe${',x'.repeat(size)}\n`, 10_000],
    ['line breaks in a cell', (size: number) => `id,a\nbe,"${'x\n'.repeat(size)}"\n`, 40_000],
  ])('%s', async (_, table, count) => {
    await expectLinear(count, (size) =>
      readAll(loadExternalProfiles({ name: 'a.csv', open: () => inPieces(table(size), 65_536) })),
    );
  });
});

describe('the time to read a table with a columns file grows with its size', () => {
  const repeated = (unit: string, size: number): string => unit.repeat(size);
  test.each([
    ['rows', (size: number) => numbered(size, (index) => `a${index},1\n`), 2000],
    ['rows with the same id', (size: number) => repeated('a,1\n', size), 1000],
    ['rows without an id', (size: number) => repeated('-,1\n', size), 1000],
    ['line breaks in a cell', (size: number) => `a,"${repeated('x\n', size)}"\n`, 20_000],
    ['spaces in a cell', (size: number) => `a,"x${repeated(' ', size)}x"\n`, 40_000],
  ])('%s', async (_, rows, count) => {
    await expectLinear(count, (size) =>
      readAll(describedTable('id: "{Name}"', `Name,Street\n${rows(size)}`, { size: 65_536 })),
    );
  });
});

test('the memory to read a table does not grow with its rows', async () => {
  const columns = 'id: "{Name}"\naddress: { lines: ["{Street}", "{Street} {Name}"] }';
  const heapAfter = async (rows: number): Promise<number> => {
    const chunks = async function* () {
      yield { ok: true as const, value: Buffer.from('Name,Street\n') };
      for (let start = 0; start < rows; start += 500)
        yield {
          ok: true as const,
          value: Buffer.from(numbered(500, (index) => `a${start + index},${'x'.repeat(500)}\n`)),
        };
    };
    let peak = 0;
    let count = 0;
    for await (const profile of describedTable(columns, chunks)) {
      expect(profile.ok).toBe(true);
      count += 1;
      if (count % 1000 === 0) peak = Math.max(peak, usedHeap());
    }
    expect(count).toBe(rows);
    return peak;
  };
  await heapAfter(1000);
  const [small, large] = [await heapAfter(1000), await heapAfter(10_000)];
  // 9000 more rows have 4.5 MB of text; of each, only the id is kept.
  expect(large - small).toBeLessThan(4_000_000);
});

describe('a table for which a columns file is guessed', () => {
  /** Guesses the columns of a table whose rows have texts of 500 characters, and takes the peak of the heap. */
  const guess = async (rows: number, isMeasured: boolean): Promise<number> => {
    let peak = 0;
    const open = async function* () {
      yield { ok: true as const, value: Buffer.from('Name,Title,Street\n') };
      for (let start = 0; start < rows; start += 500) {
        const text = numbered(500, (index) => `a${start + index},Ms,${'x'.repeat(500)}\n`);
        yield { ok: true as const, value: Buffer.from(text) };
        if (isMeasured && start % 1000 === 0) peak = Math.max(peak, usedHeap());
      }
    };
    const context = { table: 'a.csv', language: 'en', showValues: true };
    expect(await describeTable({ name: 'a.csv', open }, context)).toMatchObject({ firstId: 'a0' });
    return peak;
  };

  test('takes time that grows with its rows', () => expectLinear(2000, (size) => guess(size, false)));

  test('takes memory for the ids alone', async () => {
    await guess(1000, true);
    const [small, large] = [await guess(1000, true), await guess(10_000, true)];
    expect(large - small).toBeLessThan(4_000_000);
  });
});

function numbered(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

/** The bytes of the heap that are in use, after a collection of garbage. */
function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('the time to search a value for leftovers grows with its length', () => {
  test.each(['[', '((a', '«a', '%a', '&#1', '__', '\\', ' ,', 'Ã', 'РС', 'a?', '*|', '{{', '<<'])(
    '%j',
    async (part) => {
      await expectLinear(20_000, (size) => findLeftoversInValue(part.repeat(size / part.length)));
    },
  );
});
