import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { difference } from '../support/paged-text.ts';
import { wordsOfMarkdown } from '../support/read-markdown.ts';
import { alterPdf, replaceIn } from './altered-pdf.ts';
import { checkLinks } from './check-structure.ts';
import { structureText } from './extracted-text.ts';
import { readObjects } from './pdf-objects.ts';
import { requireTools } from './tools.ts';
import { CLAIMS, type Verdict, brokenClaims, validate } from './verapdf.ts';

/** Copies of a good letter, by file name, each with one defect that shows that a check can fail. */
const ALTERATIONS: Readonly<Record<string, (text: string) => string>> = {
  'unaltered.pdf': (text) => text,
  'no-claim.pdf': (text) => replaceIn(text, /<pdfuaid:part>1<\/pdfuaid:part>/, () => ''),
  'untagged-rule.pdf': (text) =>
    replaceIn(text, /%% Contents for page 1\n[^]*?\nstream\n/, (start) => `${start}50 50 100 0.5 re f\n`),
  'missing-glyph.pdf': (text) =>
    replaceIn(text, /(%% Contents for page 1\n[^]*?\[<)([0-9a-f]{4})/, (_, before) => `${before}0000`),
  'link-elsewhere.pdf': (text) => {
    const pages = [...text.matchAll(/%% Page \d+\n(?:%%.*\n)*(\d+ \d+) obj/g)].map(([, page]) => `${page} R`);
    return replaceIn(text, /\/Pg (\d+ \d+ R)(\s+\/Type \/OBJR)/, (_, page, rest) => {
      return `/Pg ${pages.find((other) => other !== page)}${rest}`;
    });
  },
  'wrong-character.pdf': (text) =>
    replaceIn(text, /(beginbfchar\n[^]*?<[0-9a-f]+> <)0065(>\n)/, (_, before, after) => `${before}0063${after}`),
};

const letter = inject('letters').find(({ name }) => name === 'eu-be.en');
if (letter === undefined) throw new Error('the letter that is altered is not there');
const words = wordsOfMarkdown(readFileSync(letter.markdown, 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'demarche-altered-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let verdicts: readonly Verdict[];
beforeAll(async () => {
  const files = Object.keys(ALTERATIONS).map((name) => join(folder, name));
  for (const [name, change] of Object.entries(ALTERATIONS)) await alterPdf(letter.pdf, join(folder, name), change);
  verdicts = await validate(files);
});

describe('a copy without a defect', () => {
  test('has no fault that veraPDF finds', () => {
    expect(brokenClaims(verdicts, 'unaltered.pdf')).toEqual([]);
  });

  test('has no fault that the checks of this suite find', async () => {
    const file = join(folder, 'unaltered.pdf');
    expect(checkLinks(await readObjects(file)).faults).toEqual([]);
    expect(difference(await structureText(file), words)).toBeUndefined();
  });
});

describe('veraPDF finds the defect of', () => {
  test.each([
    ['no-claim.pdf', ['ua1']],
    // PDF/A requires a structure tree, but not that it contains everything.
    ['untagged-rule.pdf', ['ua1']],
    ['missing-glyph.pdf', [...CLAIMS]],
  ])('%s', (file, broken) => {
    expect(brokenClaims(verdicts, file)).toEqual(broken);
  });
});

describe('the checks of this suite find what veraPDF does not:', () => {
  test.each(['link-elsewhere.pdf', 'wrong-character.pdf'])('%s, in which veraPDF finds no fault', (file) => {
    expect(brokenClaims(verdicts, file)).toEqual([]);
  });

  test('a link that belongs to the structure of another page', async () => {
    const { faults } = checkLinks(await readObjects(join(folder, 'link-elsewhere.pdf')));
    expect(faults).toEqual([expect.stringContaining('is said to be on another page')]);
  });

  test('a glyph that is mapped to the wrong character', async () => {
    expect(difference(await structureText(join(folder, 'wrong-character.pdf')), words)).toContain('not “e');
  });
});

test('a missing validator is an error that names it', () => {
  expect(() => requireTools({ 'no-such-validator': 'a-package' })).toThrow(
    'no-such-validator cannot be found, so nothing can be proved; on Debian install a-package',
  );
});
