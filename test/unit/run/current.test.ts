import { describe, expect, test } from 'vitest';
import type { Format } from '../../../src/model/artifact.ts';
import { type FileStatus, type Expectation, isLetterCurrent, fileStatus } from '../../../src/run/current.ts';
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

const RECORD = recordOf('md');
const SAME_INPUTS: Expectation = { inputs: RECORD.inputs, isKept: true };
const OTHER_INPUTS: Expectation = { inputs: 'others', isKept: true };
const ANY_INPUTS: Expectation = { inputs: undefined, isKept: true };
const notKept = (expectation: Expectation): Expectation => ({ ...expectation, isKept: false });

describe('the status of a file', () => {
  test.each<[string, FileRecord | undefined, Expectation, Uint8Array | 'in-the-way' | undefined, FileStatus]>([
    ['as written, from the same inputs', RECORD, SAME_INPUTS, WRITTEN, 'current'],
    ['as written, from other inputs', RECORD, OTHER_INPUTS, WRITTEN, 'other-inputs'],
    ['as written, where inputs are not compared', RECORD, ANY_INPUTS, WRITTEN, 'current'],
    ['edited, from the same inputs', RECORD, SAME_INPUTS, EDITED, 'other-bytes'],
    ['edited, from other inputs', RECORD, OTHER_INPUTS, EDITED, 'other-bytes'],
    ['edited, where inputs are not compared', RECORD, ANY_INPUTS, EDITED, 'other-bytes'],
    ['without a record', undefined, SAME_INPUTS, WRITTEN, 'other-bytes'],
    ['without a record, where inputs are not compared', undefined, ANY_INPUTS, WRITTEN, 'other-bytes'],
    ['absent', RECORD, SAME_INPUTS, undefined, 'missing'],
    ['absent, where inputs are not compared', RECORD, ANY_INPUTS, undefined, 'missing'],
    ['absent, without a record', undefined, SAME_INPUTS, undefined, 'missing'],
    ['not kept, from the same inputs', RECORD, notKept(SAME_INPUTS), undefined, 'current'],
    ['not kept, from other inputs', RECORD, notKept(OTHER_INPUTS), undefined, 'other-inputs'],
    ['not kept, without a record', undefined, notKept(SAME_INPUTS), undefined, 'missing'],
    ['not kept, but present and edited', RECORD, notKept(SAME_INPUTS), EDITED, 'other-bytes'],
    ['something else than a regular file', RECORD, SAME_INPUTS, 'in-the-way', 'missing'],
    [
      'not kept, with something else than a regular file at its path',
      RECORD,
      notKept(SAME_INPUTS),
      'in-the-way',
      'current',
    ],
  ])('%s', (_, record, expectation, content, expected) => {
    expect(fileStatus(record, expectation, content)).toBe(expected);
  });
});

describe('whether a letter is current', () => {
  const INPUTS: InputHashOf = (format) => recordOf(format).inputs;
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
    expect(await isLetterCurrent(output, { letter: 'appeal', formats }, record, inputs)).toBe(expected);
  });

  test('is false without a record, and for other inputs even before the files are read', async () => {
    const read = (): Promise<never> => Promise.reject(new Error('read'));
    const output = { ...memoryWorld({}).world.output, read };
    const job = { letter: 'appeal', formats: ['pdf'] as const };
    const record = { id: 'somebody', language: 'en', wordings: [], files: [recordOf('pdf')] };
    expect(await isLetterCurrent(output, job, undefined, INPUTS)).toBe(false);
    expect(await isLetterCurrent(output, job, record, CHANGED_PDF_INPUTS)).toBe(false);
  });
});
