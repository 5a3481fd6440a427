import { describe, expect, test } from 'vitest';
import { english } from '../../../src/languages/english.ts';
import { french } from '../../../src/languages/french.ts';
import { LANGUAGE_WORD_GROUPS, PRINTED_WORDS, fileKeyOf } from '../../../src/languages/language-words.ts';
import { readYaml } from '../../../src/load/read-yaml.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { validateLanguage } from '../../../src/validate/validate-language.ts';
import { inFull, valueOf } from '../../support/outcomes.ts';
import { BASQUE, PERSIAN } from '../../support/own-languages.ts';

function read(text: string, base = french) {
  return validateLanguage(valueOf(readYaml('languages/xx.yaml', text)), base);
}

/** A language that the product lacks. */
function readNew(text: string) {
  return validateLanguage(valueOf(readYaml('languages/eu.yaml', text)), undefined);
}

function placed(faults: readonly Diagnostic[]): readonly string[] {
  return faults.map(inFull);
}

describe('a language that the product lacks', () => {
  test('is whole if it states every printed word, and has defaults for the rest', () => {
    const { value, faults } = readNew(BASQUE);
    expect(faults).toEqual([]);
    expect(value).toMatchObject({
      copies: 'Kopia',
      firstDay: undefined,
      enclosures: { singular: 'Eranskina', dual: undefined, plural: 'Eranskinak' },
      demandNumbers: { number: '{number}' },
      numbers: { minGrouped: 5, amount: '{minus}{digits}\u00A0{currency}' },
      keptTogether: {
        beforeWords: ['eta'],
        beforeNumbers: ['art.'],
        beforeNames: [],
        notCounted: ['eta', 'edo'],
        conjunctions: [],
      },
      thinSpaces: undefined,
      hyphenation: undefined,
      writingDirection: 'ltr',
      paper: 'a4',
      sources: {},
    });
    expect(JSON.stringify({ ...value, lists: undefined })).not.toContain('""');
  });

  test('is written in the direction of its months, unless it states another', () => {
    expect(readNew(PERSIAN).faults).toEqual([]);
    expect(readNew(PERSIAN).value?.writingDirection).toBe('rtl');
    expect(readNew(`${PERSIAN}writing-direction: ltr\n`).value?.writingDirection).toBe('ltr');
  });

  test('needs no forms of address; some that it states must be whole', () => {
    expect(readNew(PERSIAN).value?.plainForms).toBeUndefined();
    const { value, faults } = readNew(BASQUE.replace("close: 'Adeitasunez,', source", 'source'));
    expect(value).toBeUndefined();
    expect(placed(faults)).toEqual([expect.stringMatching(/:30:11 language\/missing-word plain-forms\.office\.close/)]);
  });

  test.each(PRINTED_WORDS.map(({ path }) => [path.join('.'), path] as const))(
    'is refused without %s, with what English has there',
    (name, path) => {
      const key = path.at(-1) ?? '';
      const lines = BASQUE.split('\n');
      const value = /(?<=^ *|[{ ])KEY: (?:'[^']*'|\{[^}]*\}|\[[^\]]*\]|[^,}\n]+)/u.source.replace('KEY', key);
      const start = lines.findIndex((line) => line.startsWith(`${path[0]}:`));
      const edited = lines.map((line, index) =>
        index >= start && (index === start || line.startsWith('  '))
          ? line.replace(new RegExp(value, 'u'), `${key}: `)
          : line,
      );
      const end = lines.findIndex((line, index) => index > start && !line.startsWith(' '));
      const text = [...edited.slice(0, end), ...lines.slice(end)].join('\n');
      const { value: none, faults } = readNew(text);
      expect(none).toBeUndefined();
      expect(faults.map(({ code }) => code)).toEqual(['language/missing-word']);
      expect(placed(faults)[0]).toContain(`${name} is missing: `);
      expect(placed(faults)[0]).toMatch(/; in English, it is {2}/u);
    },
  );

  test('is refused if its file has nothing, once for each word', () => {
    const { faults } = validateLanguage(
      { kind: 'fields', entries: [], span: { file: 'f', line: 1, column: 1 } },
      undefined,
    );
    expect(faults).toHaveLength(PRINTED_WORDS.length);
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['language/missing-word']));
  });
});

describe('a language of the product', () => {
  test('has the words that the file states, and keeps the others', () => {
    const { value, faults } = read(
      "labels: { ours: N/réf. }\nthin-spaces: { before: ['!'] }\nplural: {}\nfirst-day: 1\n",
    );
    expect(faults).toEqual([]);
    expect(value).toEqual({
      ...french,
      labels: { ...french.labels, ours: 'N/réf.' },
      thinSpaces: { ...french.thinSpaces, before: ['!'] },
      plural: {},
      firstDay: '1',
      sources: Object.fromEntries(Object.entries(french.sources).filter(([key]) => key !== 'labels')),
    });
  });

  test('keeps the sources of the words that the file does not change', () => {
    const base = { ...english, sources: { copies: 'guide', labels: 'guide' } };
    const { value } = read('copies: Copies\nsource: ours\n', base);
    expect(value?.sources).toMatchObject({ copies: 'ours', labels: 'guide', notice: 'ours' });
    expect(read('copies: Copies\n', base).value?.sources).toEqual({ labels: 'guide' });
    expect(read(`copies: ${english.copies}\n`, base).value?.sources).toEqual(base.sources);
  });

  test('is refused with a key that has no value', () => {
    expect(placed(read('copies:\n').faults)).toEqual([
      expect.stringMatching(/:1:8 data\/wrong-type copies has no value/),
    ]);
  });
});

describe('the file of a language is refused', () => {
  const many = Array.from({ length: 201 }, (_, index) => `w${index}`).join(', ');
  test.each([
    [
      'with a place that is misspelt',
      "date: '{day} {mont} {year}'",
      'must be text with {day}, {month} and {year}, each once',
    ],
    ['with a place twice', "page-of: '{page} {page} {pages}'", 'must be text with {page} and {pages}, each once'],
    ['without a place', 'page-of: Page {page}', 'must be text with {page} and {pages}, each once'],
    ['with a place of another pattern', "list: '{items} {last} {day}'", 'must be text with {items} and {last}'],
    ['with a comma without its space', "comma: ','", 'must be one mark and its space'],
    ['with a brace in a word', "copies: '{copies}'", 'must be text without { and }'],
    ['with eleven months', 'months: [a, b, c, d, e, f, g, h, i, j, k]', 'a list of the twelve months, all different'],
    [
      'with a month twice',
      'months: [a, b, c, d, e, f, g, h, i, j, k, A]',
      'a list of the twelve months, all different',
    ],
    [
      'with numbers as months',
      "months: [a, b, c, d, e, f, g, h, i, j, k, '12']",
      'the name of a month, not its number',
    ],
    [
      'with two numbers of a date side by side',
      "date: '{month} {day}{year}'",
      'two numbers of a date are beside each other',
    ],
    ['with another first day', 'first-day: 2nd', 'the first day of a month as a date has it'],
    [
      'with signs of numbers that are the same',
      "numbers: { group-separator: ',' }",
      'both separates groups of digits and',
    ],
    ['with a sign of two characters', "numbers: { decimal-sign: ',,' }", 'one punctuation mark'],
    ['with groups from three digits on', 'numbers: { min-grouped: 3 }', '4 if 1,000 is grouped'],
    ['with a plural rule in other words', 'plural: { one: n is 1 }', 'a plural condition of CLDR'],
    ['with a plural category that there is not', 'plural: { dual: n = 2 }', 'the key dual is not known here'],
    ['with an empty notice', "notice: { draft: '' }", 'text that is not empty'],
    ['with a notice of several lines', 'notice: { draft: "a\\nb" }', 'text on one line'],
    ['with a word that is too long', `copies: ${'a'.repeat(41)}`, 'text of at most 40 characters'],
    ['with a folio that is too long', `page-of: '${'a'.repeat(60)} {page} {pages}'`, 'text of at most 60 characters'],
    ['with too many words', `kept-together: { before-numbers: [${many}] }`, 'a list of at most 200'],
    [
      'with a form that has another value',
      "plain-forms: { office: { salutation: 'Dear {title}' } }",
      'text without { and }',
    ],
    ['with a space too many', "copies: 'Copie  à'", 'has two spaces in a row'],
    ['with a comment in a text', 'copies: Copie #1', 'what stands behind # is a comment'],
    ['with a direction that there is not', 'writing-direction: rlt', 'did you mean rtl?'],
    ['with a key that is misspelt', 'copis: Copie', 'did you mean copies?'],
  ])('%s', (_, text, message) => {
    const { faults } = read(`${text}\n`);
    expect(faults).toHaveLength(1);
    expect(placed(faults)[0]).toContain(message);
    expect(placed(faults)[0]).toContain('languages/xx.yaml:1:');
  });

  test.each(['\u202E', '\u200F', '\u0007', '\u2028'])(
    'with an invisible character, however it is written: %j',
    (character) => {
      const escaped = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
      for (const text of [`copies: a${character}b\n`, `copies: "a${escaped}b"\n`])
        expect(readYaml('languages/fr.yaml', text)).toMatchObject({ ok: false });
    },
  );
});

test('a file can state every key of locale data but those of the product alone', () => {
  const stated = new Set(LANGUAGE_WORD_GROUPS.flatMap(({ words }) => words.map(({ path }) => String(path[0]))));
  const ofProduct = ['hyphenation', 'working-notes', 'lists', 'sources'];
  expect([...Object.keys(english).map(fileKeyOf), 'source'].toSorted()).toEqual([...stated, ...ofProduct].toSorted());
});
