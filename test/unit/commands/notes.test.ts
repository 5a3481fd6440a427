import { describe, expect, test } from 'vitest';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';
import { BASQUE } from '../../support/own-languages.ts';

const LETTER = 'templates/plain/letter.yaml';
const STATED = 'date: 2026-03-02\nsignatories: [{ name: { en: A, ar: A } }]\n';
const COMPLETE = 'address: { lines: [1 Lane, TOWN] }, source: s, verified: 2026-01-01';
const FILES = { [LETTER]: STATED, 'templates/plain/en/body/a.md': '# A\n\nB\n' };

interface NotedRun {
  readonly notes: readonly { readonly kind: string; readonly count: number; readonly message: string }[];
  readonly code: number;
}

/** The notes of `validate --json`, which has no faults and warnings. */
async function notesOf(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<NotedRun> {
  const result = await runInMemory(['validate', '--json', ...args], memoryWorld({ ...FILES, ...files }).world);
  const { notes, diagnostics } = JSON.parse(result.out) as Pick<NotedRun, 'notes'> & { diagnostics: unknown[] };
  expect(diagnostics).toEqual([]);
  return { notes, code: result.code };
}

const people = (...keys: readonly string[]): Readonly<Record<string, string>> => ({
  'recipients/people.yaml': keys
    .map((words, index) => `- { id: p${index}, holder: { name: P${index} }, ${words} }\n`)
    .join(''),
});

describe('validate has no notes', () => {
  test.each([[[]], [['--strict']]])('on a campaign that leaves nothing open %j', async (args) => {
    expect(await notesOf(people(COMPLETE), ...args)).toEqual({ notes: [], code: 0 });
  });
});

describe('validate notes', () => {
  test('which language is taken for the original, with the line that states it', async () => {
    const { notes } = await notesOf({ ...people(COMPLETE), 'templates/plain/ar/body/a.md': '# A\n\nB\n' });
    expect(notes.filter(({ kind }) => kind !== 'unconfirmed-words')).toEqual([
      {
        kind: 'original',
        count: 1,
        message:
          'plain: ar is taken for the original, and en for unchecked, which only --language selects; letter.yaml can say otherwise: languages: { ar: original, en: unchecked }',
      },
    ]);
  });

  test('which words of a language no source has and no reader has confirmed', async () => {
    const texts = { 'templates/plain/ru/body/a.md': '# A\n\nB\n', 'templates/other/ru/body/a.md': '# A\n\nB\n' };
    const languages = 'languages: { en: original, ru: revised }\n';
    const settings = { [LETTER]: STATED.replace(', ar: A', ', ru: A') + languages };
    const other = { 'templates/other/letter.yaml': `date: 2026-03-02\nsignatories: [{ name: { ru: A } }]\n` };
    const { notes } = await notesOf({ ...people(COMPLETE), ...texts, ...settings, ...other });
    expect(notes).toEqual([
      {
        kind: 'unconfirmed-words',
        count: 11,
        message:
          'ru: no source is known for the words of enclosures, copies, languages of enclosures, references, signatures for others, numbers of further signatories, notes, numbers of demands, notices of drafts, notices of translations, and authors of drafts, and no reader of the language has confirmed them; languages/ru.yaml can have others',
      },
    ]);
  });

  test('which words of a language of the campaign have no source, until its file states one', async () => {
    const texts = { 'templates/plain/eu/body/a.md': '# A\n\nB\n' };
    const settings = { [LETTER]: `${STATED.replace(', ar: A', ', eu: A')}languages: { en: original, eu: revised }\n` };
    const files = { ...people(COMPLETE), ...texts, ...settings, 'languages/eu.yaml': BASQUE };
    const [note] = (await notesOf(files)).notes;
    expect(note?.message).toBe(
      'eu: no source is known for the words of page numbers, enclosures, copies, languages of enclosures, references, signatures for others, numbers of further signatories, notes, numbers of demands, notices of drafts, notices of translations, and authors of drafts, and no reader of the language has confirmed them; source: in languages/eu.yaml can say where they were found, or who has read them',
    );
    expect((await notesOf({ ...files, 'languages/eu.yaml': `${BASQUE}source: read by A. B.\n` })).notes).toEqual([]);
  });

  test('that the words of a campaign for a language are not those of a variant which the product has', async () => {
    const files = {
      ...people(COMPLETE),
      [LETTER]: 'date: 2026-03-02\nsignatories: [{ name: A }]\n',
      'templates/plain/en-US/body/a.md': '# A\n\nB\n',
      'languages/en.yaml': 'copies: With copy to\nsource: the house style\n',
    };
    const texts = (await notesOf(files)).notes.filter(({ kind }) => kind === 'variant-words');
    expect(texts.map(({ message }) => message)).toEqual([
      'en-US: letters have the words of demarche for en-US, and not those of languages/en.yaml; languages/en-US.yaml can state them too',
    ]);
    const stated = { ...files, 'languages/en-US.yaml': 'copies: With copy to\nsource: the house style\n' };
    expect((await notesOf(stated)).notes.map(({ kind }) => kind)).not.toContain('variant-words');
  });

  test('that nobody signs', async () => {
    const { notes } = await notesOf({ ...people(COMPLETE), [LETTER]: 'date: 2026-03-02\n' });
    expect(notes.map(({ kind }) => kind)).toEqual(['no-signatory']);
  });

  test('how many profiles do not say when they were verified, and where they are', async () => {
    const without = COMPLETE.replace(', verified: 2026-01-01', '');
    expect((await notesOf(people(COMPLETE, without))).notes).toEqual([
      {
        kind: 'not-verified',
        count: 1,
        message: '1 profile without a day of verification (verified: 1999-12-31): recipients/people.yaml:2',
      },
    ]);
    const [note] = (await notesOf(people(COMPLETE, without, without, without), '--strict')).notes;
    expect(note?.message).toMatch(/^3 profiles .*: recipients\/people\.yaml:2 and 2 more$/u);
  });

  test('how many profiles have no source, with --strict', async () => {
    const without = people(COMPLETE.replace(', source: s', ''));
    expect((await notesOf(without)).notes).toEqual([]);
    expect((await notesOf(without, '--strict')).notes.map(({ kind, count }) => [kind, count])).toEqual([
      ['no-source', 1],
    ]);
  });

  test('to how many recipients a letter cannot be sent', async () => {
    const without = COMPLETE.replace('address: { lines: [1 Lane, TOWN] }', 'channels: []');
    const byMail = COMPLETE.replace('address: { lines: [1 Lane, TOWN] }', 'channels: [{ email: a@example.org }]');
    const { notes } = await notesOf(people(COMPLETE, without, byMail));
    expect(notes.map(({ kind, count }) => [kind, count])).toEqual([['cannot-be-sent', 1]]);
  });

  test('a recipient once, although it gets several letters', async () => {
    const second = { 'templates/other/letter.yaml': STATED, 'templates/other/en/body/a.md': '# A\n\nB\n' };
    const { notes } = await notesOf({ ...second, ...people(COMPLETE.replace(', verified: 2026-01-01', '')) });
    expect(notes.map(({ count }) => count)).toEqual([1]);
  });

  test('after the result, a line each', async () => {
    const { world } = memoryWorld({ ...FILES, ...people('address: { lines: [1 Lane, TOWN] }') });
    const { err } = await runInMemory(['validate', '--strict'], world);
    expect(err.split('\n').map((line) => line.slice(0, 40))).toEqual([
      '1 letter sound, 0 recipients skipped, 0 ',
      'note: 1 profile without a day of verific',
      'note: 1 profile without a source: recipi',
      '',
    ]);
  });
});

test('a profile that is stated not to be verified is refused with --strict', async () => {
  const { world } = memoryWorld({ ...FILES, ...people(COMPLETE.replace('2026-01-01', 'false')) });
  expect(await runInMemory(['validate'], world)).toMatchObject({ code: 0 });
  const strict = await runInMemory(['validate', '--strict'], world);
  expect([strict.code, /profile\/[\w-]+/u.exec(strict.err)?.[0]]).toEqual([1, 'profile/unverified']);
});
