import { describe, expect, test } from 'vitest';
import { createTextNode, plainText } from '../../../src/model/tree.ts';
import { diagnosticLines, letterOf, merged, type MergingParts } from '../../support/a-merging.ts';
import { condition, SOMEWHERE } from '../../support/a-register.ts';
import { letterWords } from '../../support/product-languages.ts';
import { withoutOrigins } from '../../support/without-origins.ts';

const EVERYONE = condition({ kind: 'everyone' });
const LINES = ['1 Mill Lane', 'office@example.org, https://example.org/walkers.'];

function referenceTo(text: string | Readonly<Record<string, string>>) {
  return { text: typeof text === 'string' ? { '*': text } : text, span: SOMEWHERE };
}

/** The language of a letter, and a form of address without values that the recipient lacks in it. */
function inLanguage(language: string): MergingParts {
  return { language, form: { envelope: 'Somebody' } };
}

describe('the letterhead', () => {
  test('has its own name in the place of those of the signatories, who still sign', () => {
    const letter = letterOf({ letter: { letterhead: { name: { en: 'Walkers' } }, status: 'final' } });
    expect([letter.letterhead, letter.author]).toEqual([['Walkers'], 'Walkers']);
    expect(letter.signatures).toEqual([{ organisation: 'One Organisation' }]);
  });

  test('has lines, in which addresses are links', () => {
    const { senderLines } = letterOf({ letter: { letterhead: { lines: { '*': LINES } } } });
    const link = (url: string, value: string) => ({ type: 'link', url, children: [{ type: 'text', value }] });
    expect(senderLines).toEqual([
      [{ type: 'text', value: '1 Mill Lane' }],
      [
        link('mailto:office@example.org', 'office@example.org'),
        { type: 'text', value: ', ' },
        link('https://example.org/walkers', 'https://example.org/walkers'),
        { type: 'text', value: '.' },
      ],
    ]);
  });

  test.each([
    ['Tel. +44 20 7946 0018', []],
    ['www.example.org', []],
    ['xmpp:name@example.org, @name', []],
    ['(office@example.org)', ['mailto:office@example.org']],
    ['Write to OFFICE@EXAMPLE.ORG!', ['mailto:OFFICE@EXAMPLE.ORG']],
    [
      'https://example.org/a_(b)/?c=1&d=2; HTTP://EXAMPLE.org',
      ['https://example.org/a_(b)/?c=1&d=2', 'HTTP://EXAMPLE.org'],
    ],
    ['*not* [markup](https://example.org)', ['https://example.org']],
  ])('keeps every character of %s', (line, urls) => {
    const [nodes = []] = letterOf({ letter: { letterhead: { lines: { '*': [line] } } } }).senderLines;
    expect(plainText(nodes)).toBe(line);
    expect(nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []))).toEqual(urls);
  });

  test('falls back to lines in another language, which are marked with it', () => {
    const lines = { de: ['Mühlgasse 1', 'buero@example.org'] };
    const { senderLines } = letterOf({ letter: { letterhead: { lines } } });
    expect(senderLines[0]).toEqual([{ type: 'text', value: 'Mühlgasse 1', language: 'de' }]);
    expect(senderLines[1]?.[0]).not.toHaveProperty('language');
  });
});

test.each([
  ['en', 'London', 'London, 1 December 2025'],
  ['fr', 'Paris', 'Paris, le 1er décembre 2025'],
  ['de', 'Wien', 'Wien, 1. Dezember 2025'],
])('the place is before the date as %s writes it, and texts have the date alone', (language, place, line) => {
  const texts = { 'body/member': '# A\n\nOn {{letter.date}}, we wrote.\n' };
  const letter = letterOf({ ...inLanguage(language), texts, letter: { place: { [language]: place } } });
  expect(letter.dateLine?.value).toBe(line);
  expect(letterWords(letter)).toContain(`On ${letter.date}, we wrote.`);
  expect(letter.date).not.toContain(place);
});

test.each([
  ['ar', 'London (UK)', [0, 'London (UK)'.length]],
  ['ar', 'الناصرة', undefined],
  ['en', 'القدس', [0, 'القدس'.length]],
  ['en', 'London', undefined],
])('in %s, the place %s is an isolate if it could change the order of the date', (language, place, range) => {
  const { dateLine } = letterOf({ ...inLanguage(language), letter: { place: { [language]: place } } });
  expect(dateLine?.value.slice(0, place.length)).toBe(place);
  expect(dateLine?.isolates?.map(({ start, end }) => [start, end])).toEqual(range && [range]);
});

describe('references', () => {
  test('are labelled, those of the recipient first', () => {
    const { references } = letterOf({
      letter: { reference: referenceTo('LC/17') },
      recipient: { reference: { yours: { '*': 'BM 4' } } },
    });
    expect(references).toEqual([
      { label: 'Your reference', value: createTextNode('BM 4') },
      { label: 'Our reference', value: createTextNode('LC/17') },
    ]);
  });

  test('of the sender hold values of the recipient', () => {
    const reference = referenceTo('LC/{{recipient.id}}{{#if holder.name}}/{{holder.name}}{{/if}}');
    const [only] = letterOf({ letter: { reference } }).references;
    expect(only?.value.value).toBe('LC/minister-ab');
  });

  test('of the sender in the profile win, and are no templates', () => {
    const recipient = { reference: { ours: { '*': '{{recipient.id}} 7' } } };
    const [only] = letterOf({ letter: { reference: referenceTo('LC/17') }, recipient }).references;
    expect(only?.value.value).toBe('{{recipient.id}} 7');
  });

  test('fall back to the first language, and are marked with it', () => {
    const recipient = { reference: { yours: { de: 'Zeichen 4', fr: 'Réf. 4' } } };
    const { references } = letterOf({ letter: { reference: referenceTo({ de: 'WV', fr: 'MV' }) }, recipient });
    expect(references.map(({ value }) => [value.value, value.language])).toEqual([
      ['Zeichen 4', 'de'],
      ['WV', 'de'],
    ]);
  });

  test('in Arabic are one isolate, so that a value at the end does not come first', () => {
    const { references } = letterOf({ ...inLanguage('ar'), letter: { reference: referenceTo('WV/{{recipient.id}}') } });
    expect(withoutOrigins(references[0]?.value)).toEqual({
      type: 'text',
      value: 'WV/minister-ab',
      isolates: [{ start: 0, end: 'WV/minister-ab'.length }],
    });
  });

  describe('in an information block', () => {
    const parts = { recipient: { reference: { yours: { '*': 'BM 4' } } }, ...inLanguage('de') };
    const linesOf = (merging: MergingParts) => {
      const { dateLine, references } = letterOf(merging);
      return [dateLine?.value, ...references.map(({ label, value }) => `${label}: ${value.value}`)];
    };

    test.each(['din-5008-a', 'din-5008-b'] as const)('have the date after them, with its label: %s', (preset) => {
      const letter = { page: { preset }, reference: referenceTo('LC/17') };
      const block = ['Ihr Zeichen: BM 4', 'Unser Zeichen: LC/17', 'Datum: 1. Dezember 2025'];
      expect(linesOf({ ...parts, letter })).toEqual([undefined, ...block]);
      expect(letterWords(letterOf({ ...parts, letter }))).toContain(`${block.join('\n')}\n`);
    });

    test('have it before them after a place, and in a preset without the block', () => {
      const after = ['Ihr Zeichen: BM 4'];
      const withPlace = { page: { preset: 'din-5008-b' }, place: { de: 'Wien' } } as const;
      expect(linesOf({ ...parts, letter: withPlace })).toEqual(['Wien, 1. Dezember 2025', ...after]);
      expect(linesOf({ ...parts, letter: { page: { preset: 'fr' } } })).toEqual(['1. Dezember 2025', ...after]);
    });

    test('a date without references stands alone', () => {
      expect(linesOf({ ...inLanguage('de'), letter: { page: { preset: 'din-5008-b' } } })).toEqual([
        '1. Dezember 2025',
      ]);
    });
  });

  test.each([
    ['LC/{{recipient.nothing}}', 'template/unknown-path'],
    ['LC/{{holder.name}}', 'template/no-value'],
    ['LC/{{cite "statute"}}', 'template/unsupported'],
    ['LC/{{recipient.id}', 'template/syntax'],
    ['LC/TODO', 'text/working-note'],
    ['{{#if holder.name}}LC{{/if}}', 'text/empty-part'],
  ])('that read %s are a fault at letter.yaml', (text, code) => {
    const outcome = merged({ letter: { reference: referenceTo(text) } });
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics.map((each) => each.code)).toEqual([code]);
    expect(outcome.diagnostics[0]?.span).toBe(SOMEWHERE);
  });
});

test('a marking and a way of delivery are above the address', () => {
  const letter = letterOf({ letter: { marking: { en: 'Confidential' }, delivery: { en: 'By hand' } } });
  expect(letterWords(letter)).toContain('2025\nConfidential\nBy hand\nMinister of Foreign Affairs');
});

test('an enclosure has the comma of its language before the address', () => {
  const published = { title: { ar: 'الرسالة' }, note: { ar: 'الرسالة' }, url: 'https://example.org/letter' };
  const parts = {
    ...inLanguage('ar'),
    sources: { published },
    letter: { enclosures: [{ kind: 'source', id: 'published' }] },
  } as const;
  expect(letterOf(parts).enclosures[0]?.title[0]).toEqual({ type: 'text', value: 'الرسالة، ' });
});

describe('the post-scriptum', () => {
  const texts = {
    'body/member': '# A\n\nWords{{cite "statute"}}.\n',
    'passages/ps/some': 'P.S. Come{{cite "statute" at="art. 2"}}.\n',
  };

  test('comes after the signatures, and its notes after those of the body', () => {
    const letter = letterOf({
      texts,
      passages: ['ps'],
      letter: { postScriptum: 'ps', enclosures: [{ kind: 'source', id: 'statute' }] },
    });
    const words = letterWords(letter);
    expect(words).toContain('One Organisation\nP.S. Come.\nEnclosure\n');
    expect(letter.notes.map(({ number, pinpoint }) => [number, pinpoint])).toEqual([
      [1, undefined],
      [2, 'art. 2'],
    ]);
  });

  test('is left out for a recipient for whom no rule of its passage holds', () => {
    const { 'passages/ps/some': _, ...without } = texts;
    expect(letterOf({ texts: without, passages: ['ps'], letter: { postScriptum: 'ps' } }).postScriptum).toEqual([]);
  });

  test('may not be in the body too', () => {
    const both = { ...texts, 'body/member': '# A\n\nWords.\n\n{{passage "ps"}}\n' };
    expect(diagnosticLines(merged({ texts: both, passages: ['ps'], letter: { postScriptum: 'ps' } }))).toEqual([
      'en/body/member.md:5:1 text/passage-twice the passage ps is the post-scriptum, which comes after the signatures',
    ]);
  });
});

describe('signatories', () => {
  test('sign on behalf of others, as the language words it', () => {
    const signatory = {
      id: 'one',
      name: { fr: 'Marcheurs' },
      person: { fr: 'Ada Brook' },
      onBehalfOf: { fr: 'la présidente' },
    };
    const letter = letterOf({ ...inLanguage('fr'), letter: { signatories: [{ ...signatory, for: EVERYONE }] } });
    expect(letterWords(letter)).toContain('Ada Brook\npour la présidente\nMarcheurs\n');
  });

  test('have a name in each script', () => {
    const signatory = { id: 'one', name: { ar: 'الحق' }, person: { en: 'Ada', ar: 'آدا' }, for: EVERYONE };
    const { signatures } = letterOf({ ...inLanguage('ar'), letter: { signatories: [signatory] } });
    expect(signatures).toEqual([{ organisation: 'الحق', person: 'آدا' }]);
  });

  test('on behalf of others in another script do not change the order of the words', () => {
    const signatory = { id: 'one', name: { ar: 'الحق' }, onBehalfOf: { ar: 'The Board' }, for: EVERYONE };
    const { signatures } = letterOf({ ...inLanguage('ar'), letter: { signatories: [signatory] } });
    const value = 'نيابةً عن The Board';
    const isolates = [{ start: value.indexOf('The'), end: value.length }];
    expect(signatures[0]?.onBehalfOf).toEqual({ type: 'text', value, isolates });
  });

  test.each([
    ['{{#each signatories}}{{name}}{{/each}}', {}],
    ['{{> list who=signatories}}', { 'partials/list': '{{#each who}}{{name}}{{/each}}' }],
  ])('that are not the same for all recipients cannot be listed by %s', (tag, partials) => {
    const texts = { 'body/member': `# A\n\nWe, ${tag}, write.\n`, ...partials };
    const listing = (signs: typeof EVERYONE) =>
      merged({ texts, letter: { signatories: [{ id: 'one', name: { en: 'One' }, for: signs }] } });
    expect(diagnosticLines(listing(EVERYONE))).toEqual([]);
    expect(diagnosticLines(listing(condition({ kind: 'role', role: 'minister' })))).toEqual([
      expect.stringMatching(/^en\/body\/member\.md:3:\d+ template\/unsupported the signatories are not the same/u),
    ]);
  });
});
