import { describe, expect, test } from 'vitest';
import type { Format } from '../../../src/model/artifact.ts';
import { hasRecordedBytes, isLetterCurrent } from '../../../src/run/current.ts';
import type { InputHashOf } from '../../../src/run/inputs.ts';
import type { FileRecord } from '../../../src/run/manifest.ts';
import { sha256 } from '../../../src/run/sha256.ts';
import { memoryWorld } from '../../support/memory-world.ts';

const WRITTEN = new TextEncoder().encode('as written');
const EDITED = new TextEncoder().encode('as somebody would have it');

const recordOf = (format: Format): FileRecord => ({
  name: `somebody.en.${format}`,
  inputs: `inputs of ${format}`,
  bytes: sha256(WRITTEN),
  words: '',
  layout: null,
  trace: null,
});

test.each<[string, Uint8Array | 'in-the-way' | undefined, boolean]>([
  ['with the recorded bytes', WRITTEN, true],
  ['with other bytes', EDITED, false],
  ['that is absent', undefined, false],
  ['that is no plain file', 'in-the-way', false],
])('whether a file has the recorded bytes: one %s', (_, fileOnDisk, expected) => {
  expect(hasRecordedBytes(recordOf('md'), fileOnDisk)).toBe(expected);
});

/** No pictures beside the letters. */
const NO_SHARED = { hashOnDisk: () => Promise.resolve(undefined) };

describe('whether a letter is current', () => {
  const INPUTS: InputHashOf = (format = 'md') => recordOf(format).inputs;
  const CHANGED_PDF_INPUTS: InputHashOf = (format) => (format === 'pdf' ? 'others' : INPUTS(format));

  test.each<[string, readonly Format[], readonly Format[], InputHashOf | undefined, Uint8Array | undefined, boolean]>([
    ['with all of its files', ['md', 'pdf'], ['md', 'pdf'], INPUTS, WRITTEN, true],
    ['with all of them, where inputs are not compared', ['md', 'pdf'], ['md', 'pdf'], undefined, WRITTEN, true],
    ['with a PDF that was edited', ['md', 'pdf'], ['md', 'pdf'], INPUTS, EDITED, false],
    ['with a PDF that was edited, which the job does not make', ['md'], ['md', 'pdf'], INPUTS, EDITED, true],
    ['with a PDF that is absent', ['md', 'pdf'], ['md', 'pdf'], INPUTS, undefined, false],
    ['with a PDF that is not recorded', ['md', 'pdf'], ['md'], INPUTS, WRITTEN, false],
    ['with a PDF from other inputs', ['md', 'pdf'], ['md', 'pdf'], CHANGED_PDF_INPUTS, WRITTEN, false],
    [
      'with a PDF from other inputs, which the job does not make',
      ['md'],
      ['md', 'pdf'],
      CHANGED_PDF_INPUTS,
      WRITTEN,
      true,
    ],
  ])('%s', async (_, formats, recorded, inputs, pdf, expected) => {
    const files = new Map<string, Uint8Array>([['appeal/somebody.en.md', WRITTEN]]);
    if (pdf !== undefined) files.set('appeal/somebody.en.pdf', pdf);
    const { output } = memoryWorld({}, files).world;
    const record = { id: 'somebody', language: 'en', wordings: [], files: recorded.map(recordOf) };
    expect(await isLetterCurrent(output, { letter: 'appeal', formats }, record, inputs, NO_SHARED)).toBe(expected);
  });

  test('is false without a record, and for other inputs even before the files are read', async () => {
    const read = (): Promise<never> => Promise.reject(new Error('read'));
    const output = { ...memoryWorld({}).world.output, read };
    const job = { letter: 'appeal', formats: ['pdf'] as const };
    const record = { id: 'somebody', language: 'en', wordings: [], files: [recordOf('pdf')] };
    expect(await isLetterCurrent(output, job, undefined, INPUTS, NO_SHARED)).toBe(false);
    expect(await isLetterCurrent(output, job, record, CHANGED_PDF_INPUTS, NO_SHARED)).toBe(false);
  });
});
