import { expect, test } from 'vitest';
import { createFirstUseIndex } from '../../../src/run/addressees.ts';

test('finds the location of the first use of every id', () => {
  const uses = createFirstUseIndex();
  const spans = [
    { file: 'a.yaml', line: 1, column: 1 },
    { file: 'people.ndjson', line: 100_000, column: 1 },
    { file: 'people.ndjson', line: 2_000_000, column: 4095 },
    { file: 'people.ndjson', line: 3, column: 4096 },
    { file: 'people.ndjson', line: 20_000_000, column: 1 },
    { file: 'people.csv', line: 7, column: 9, cell: 'C17' },
    { file: 'b.yaml', line: 2, column: 3 },
    { file: 'a.yaml', line: 3, column: 1 },
  ];
  spans.forEach((span, index) => uses.add(`id-${index}`, span));
  expect(spans.map((_, index) => uses.find(`id-${index}`))).toEqual(
    spans.map((span, index) => ({ id: `id-${index}`, span })),
  );
  expect(uses.find('another')).toBeUndefined();
});

test('ids that a file system may take for the same have one first use', () => {
  const uses = createFirstUseIndex();
  const span = { file: 'a.yaml', line: 1, column: 1 };
  uses.add('Anna-Müller', span);
  for (const id of ['anna-müller', 'ANNA-MÜLLER', 'anna-mu\u0308ller', 'ａnna-müller'])
    expect(uses.find(id)).toEqual({ id: 'Anna-Müller', span });
  expect(uses.find('anna-muller')).toBeUndefined();
});
