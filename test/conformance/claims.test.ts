import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { HEAD_LANGUAGES } from '../support/head-campaign.ts';
import { PRESET_PAGES } from '../support/preset-pages.ts';
import { CLAIMS, type Verdict, brokenClaims, validate } from './verapdf.ts';

const letters = inject('letters');
const withSource = inject('withSource');

let verdicts: readonly Verdict[];
let sourceVerdicts: readonly Verdict[];
beforeAll(async () => {
  // One process validates all files. The copy with its source has the name of another file, so its verdicts come last.
  const all = await validate([...letters.map(({ pdf }) => pdf), withSource.pdf]);
  verdicts = all.slice(0, -CLAIMS.length);
  sourceVerdicts = all.slice(-CLAIMS.length);
});

describe('claims to conform to PDF/A-3a and PDF/UA-1, and conforms to both', () => {
  test.each(letters)('$name', ({ pdf }) => {
    expect(brokenClaims(verdicts, basename(pdf))).toEqual([]);
  });

  test('a letter with its source attached', () => {
    expect(brokenClaims(sourceVerdicts, basename(withSource.pdf))).toEqual([]);
  });
});

test('veraPDF gave a verdict on both claims of every letter', () => {
  expect(letters.length).toBeGreaterThanOrEqual(
    4 * (47 + 3) + 2 * 9 + 9 * 3 + 2 * (2 + 3 + 3 + 3 + 3) + HEAD_LANGUAGES.length * PRESET_PAGES.length,
  );
  expect(verdicts).toHaveLength(CLAIMS.length * letters.length);
});

afterAll(() => {
  const kept = verdicts.filter(({ passed }) => passed).length;
  console.log(`veraPDF: ${kept} of ${CLAIMS.length * letters.length} claims of ${letters.length} letters kept`);
});
