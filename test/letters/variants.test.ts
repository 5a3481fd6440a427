import { beforeAll, describe, expect, test } from 'vitest';
import { memoryWorld } from '../support/memory-world.ts';
import { runInMemory } from '../support/run-in-memory.ts';

const LETTER = `status: specimen
date: 2026-03-02
languages: { en: original, fr: revised }
signatories: [{ id: society, name: { en: The Society, fr: La Société } }]
body: [{ use: letter }]
passages:
  thanks: [{ use: swiss, for: { language: fr } }]
`;
const PROFILES = `- id: swiss
  languages: [fr-CH]
  office: { title: { en: Mayor, fr: Maire, fr-CH: Syndic } }
- id: french
  languages: [fr]
  office: { title: { en: Mayor, fr: Maire } }
- id: american
  languages: [en-US]
  holder: { name: Ann Lee, family: Lee, gender: f }
`;
const FILES: Readonly<Record<string, string>> = {
  'templates/appeal/letter.yaml': LETTER,
  'templates/appeal/en/body/letter.md': '# A form\n\n{{> word}}, {{letter.date}}.\n\n{{passage "thanks"}}\n',
  'templates/appeal/en/partials/word.md': 'A form',
  'templates/appeal/en/passages/thanks/swiss.md': 'Thanks.\n',
  'templates/appeal/fr/body/letter.md': '# Une fiche\n\n{{> word}}, {{letter.date}}.\n\n{{passage "thanks"}}\n',
  'templates/appeal/fr/partials/word.md': 'Une fiche',
  'templates/appeal/fr/passages/thanks/swiss.md': 'Merci.\n',
  'templates/appeal/fr-CH/partials/word.md': 'Un formulaire',
  'recipients/all.yaml': PROFILES,
};

/** Runs a command on the campaign with changed files; returns its output and the letters by file name. */
async function run(args: readonly string[], changes: Readonly<Record<string, string>> = {}) {
  const written = new Map<string, Uint8Array>();
  const result = await runInMemory(args, memoryWorld({ ...FILES, ...changes }, written).world);
  const letters = Object.fromEntries([...written].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  return { ...result, letters };
}

describe('letters in variants', () => {
  let letters: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const result = await run(['generate', '--to', 'md,pdf']);
    expect([result.code, result.err]).toEqual([
      0,
      '3 letters: 6 files written, 0 unchanged; 0 recipients skipped, 0 failed\n',
    ]);
    ({ letters } = result);
  }, 60_000);

  test('have the tag in the names of their files, and as the language of the PDF', () => {
    const names = Object.keys(letters).filter((name) => name.endsWith('.md'));
    expect(names.toSorted()).toEqual(['appeal/american.en-US.md', 'appeal/french.fr.md', 'appeal/swiss.fr-CH.md']);
    expect(letters['appeal/american.en-US.pdf']).toContain('/Lang (en-US)');
  });

  test('have what is there for the variant, and otherwise the texts and words of the language', () => {
    expect(letters['appeal/swiss.fr-CH.md']).toContain('Syndic\n');
    expect(letters['appeal/swiss.fr-CH.md']).toContain('Un formulaire, 2 mars 2026.\n\nMerci.');
    expect(letters['appeal/swiss.fr-CH.md']).toContain('La Société');
    expect(letters['appeal/french.fr.md']).toContain('Une fiche, 2 mars 2026.\n\nMerci.');
  });

  test('have the conventions of the variant, though the text is that of the language', () => {
    expect(letters['appeal/american.en-US.md']).toContain('A form, March 2, 2026.');
    expect(letters['appeal/american.en-US.md']).toContain('Dear Ms. Lee:');
  });
});

test('an edition in a variant can be requested for all', async () => {
  const { code, letters } = await run(['generate', '--to', 'md', '--language', 'en-GB']);
  const names = Object.keys(letters).filter((name) => name.endsWith('.md'));
  expect([code, names.length, names.every((name) => name.endsWith('.en-GB.md'))]).toEqual([0, 3, true]);
});

test('a recipient who reads another variant than the letter has is reported', async () => {
  const { code, err } = await run(['validate', '--quiet'], {
    'recipients/all.yaml': PROFILES.replace('[fr]', '[pt, de-AT]'),
    'templates/appeal/letter.yaml': LETTER.replace('fr: revised', 'fr: revised, de-CH: revised'),
    'templates/appeal/de-CH/body/letter.md': '# Ein Formular\n\nEin Formular.\n\n{{passage "thanks"}}\n',
    'templates/appeal/de-CH/passages/thanks/swiss.md': 'Danke.\n',
  });
  expect(code).toBe(1);
  expect(err).toContain('the letter is in “de-CH”, and not in “de-AT”');
});

describe('words of the campaign for a variant that only profiles name', () => {
  const words = { 'languages/en-GB.yaml': 'copies: Copies\n', 'languages/fr-BE.yaml': 'copies: Copies\n' };
  const profiles = `${PROFILES}- id: british\n  languages: [en-GB]\n  holder: { name: Ann, family: Lee, gender: f }\n`;
  const validate = async (...args: readonly string[]) => {
    const { err } = await run(['validate', ...args], { ...words, 'recipients/all.yaml': profiles });
    return [...err.matchAll(/no letter is written in the language “([^”]+)”/gu)].map(([, tag]) => tag);
  };

  test('are used if a recipient reads it, and otherwise reported', async () => {
    expect(await validate()).toEqual(['fr-BE']);
  });

  test('are not reported if not all recipients were looked at', async () => {
    expect(await validate('swiss')).toEqual([]);
  });
});

test('the words of a variant that only a profile names are noted as unconfirmed', async () => {
  const { err } = await run(['validate'], { 'recipients/all.yaml': PROFILES.replace('[fr]', '[fr-CA]') });
  const noted = [...err.matchAll(/^note: ([\w-]+): no source is known/gmu)].map(([, tag]) => tag);
  expect(noted).toEqual(['fr', 'fr-CH', 'fr-CA']);
});

test('a letter that only a variant makes faulty is reported by validate', async () => {
  const { code, err } = await run(['validate'], {
    'languages/fr-BE.yaml': 'notice: { specimen: 日 }\n',
    'recipients/all.yaml': PROFILES.replace('[fr]', '[fr-BE]'),
  });
  expect([code, err]).toEqual([1, expect.stringContaining('error[glyph/missing]')]);
});
