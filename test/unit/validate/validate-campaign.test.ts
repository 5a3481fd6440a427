import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { faultsOf, inFull, placedFaultsOf, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign } from '../../support/validated.ts';

const LETTER = 'templates/appeal/letter.yaml';
const SOURCES = 'templates/appeal/sources.yaml';
const STATES = 'recipients/states.yaml';
const GROUPS = 'recipients/groups.yaml';
const FORMS = 'recipients/forms/en.yaml';

/** The faults of the small campaign after one change to a file. Faults in other files are prefixed with their paths. */
async function faultsAfter(path: string, original: string, replacement: string): Promise<readonly string[]> {
  const outcome = await validatedCampaign(aCampaignWith(path, original, replacement));
  return placedFaultsOf(outcome).map((fault) => fault.replace(`${path}:`, ''));
}

async function hintAfter(path: string, original: string, replacement: string): Promise<string> {
  const [fault] = (await validatedCampaign(aCampaignWith(path, original, replacement))).diagnostics;
  return plainMessage(fault?.hint ?? []);
}

describe('a sound campaign', () => {
  test('has no faults and no warnings', async () => {
    expect((await validatedCampaign()).diagnostics.map(inFull)).toEqual([]);
  });

  test('is read into the model', async () => {
    const { letter, register, forms, sources } = valueOf(await validatedCampaign());
    expect(letter.demands.get('publish')?.wordings.map(({ use, with: carried }) => [use, carried])).toEqual([
      ['ask', []],
      ['support', []],
    ]);
    expect(letter.demands.get('publish')?.wordings[1]?.for.kind).toBe('everyone');
    expect(letter.body[1]?.span).toEqual({ file: LETTER, line: 13, column: 5 });
    expect(register.states.get('FR')?.facts.map(({ value, until }) => [value, until])).toEqual([
      [false, '2009-12-31'],
      [true, undefined],
    ]);
    expect(register.facts.get('signed-charter')?.complete).toBe(true);
    expect(forms['en']?.ranks.get('chair')?.f?.spans.salutation).toEqual({ file: FORMS, line: 10, column: 17 });
    expect(sources.get('charter')?.span).toEqual({ file: SOURCES, line: 1, column: 1 });
  });

  test('may omit optional settings, which have defaults', async () => {
    const files = aCampaign();
    const letter = files[LETTER] ?? '';
    const shorter = letter.replace(/^(?:reference|published|page):.*\n/gmu, '').replace(/^passages:[^]*$/mu, '');
    expect(shorter.split('\n').length).toBeLessThan(letter.split('\n').length - 4);
    const outcome = await validatedCampaign({ ...files, [LETTER]: shorter });
    expect(valueOf(outcome).letter.page).toEqual({ preset: 'international' });
  });

  test('is validated for another date if one is given', async () => {
    const outcome = await validatedCampaign(aCampaign(), { date: '2024-06-30' });
    expect(valueOf(outcome).letter.date).toBe('2024-06-30');
  });
});

describe('a missing key has a hint with its smallest value', () => {
  test.each([
    [LETTER, '    sources: [charter]\n', 'add sources: […]'],
    [LETTER, '    number: 1\n', 'add number: 1'],
    [LETTER, ', name: { en: The Society }', 'add name: { en: … }'],
    [SOURCES, '  note: { en: "The Charter, adopted in 1999" }\n', 'add note: { en: … }'],
    [SOURCES, '  source: the register of charters\n', 'add source: …'],
    [GROUPS, 'type: yes-no, ', 'add type: yes-no'],
  ])('in %s without %j', async (path, original, hint) => {
    expect(await hintAfter(path, original, '')).toBe(hint);
  });
});

describe('keys are reported if they are', () => {
  test.each([
    ['unknown', LETTER, 'reference: A/1', 'refrence: A/1', ['data/unknown-key 6:1']],
    [
      'unknown, each of several',
      LETTER,
      'reference: A/1',
      'x: 1\ny: 2',
      ['data/unknown-key 6:1', 'data/unknown-key 7:1'],
    ],
    ['unknown in a nested mapping', GROUPS, 'state: FR', 'sate: x, state: FR', ['data/unknown-key 10:11']],
    ['named like a property of every object', LETTER, 'reference:', 'toString:', ['data/unknown-key 6:1']],
    ['named constructor, where keys are fixed', LETTER, 'reference:', 'constructor:', ['data/unknown-key 6:1']],
    [
      'named constructor, where keys are names',
      GROUPS,
      'roles:',
      'roles:\n  constructor: { meaning: x }',
      ['data/wrong-value 2:3'],
    ],
    ['named __proto__', SOURCES, 'charter:', '__proto__:\n  title: x\ncharter:', ['data/wrong-value 1:1']],
    ['missing', LETTER, '    sources: [charter]\n', '', ['data/missing-key 16:5']],
    ['missing in a nested mapping', LETTER, '    number: 1\n', '', ['data/missing-key 16:5']],
    ['without a value', LETTER, 'reference: A/1', 'reference:', ['data/wrong-type 6:11']],
    [
      'not valid as names',
      SOURCES,
      'charter:',
      'The Annex: { title: { en: x }, note: { en: x }, source: x }\ncharter:',
      ['data/wrong-value 1:1'],
    ],
  ])('%s', async (_, path, original, replacement, expected) => {
    expect(await faultsAfter(path, original, replacement)).toEqual(expected);
  });

  test.each([
    ['the nearest key', 'refrence: A/1', 'did you mean reference?'],
    ['a missing space after a colon', 'page:x:', 'put a space after the colon'],
  ])('unknown, with a hint at %s', async (_, replacement, hint) => {
    expect(await hintAfter(LETTER, 'reference: A/1', replacement)).toBe(hint);
  });

  test('unknown, with a list of the known keys if none is near', async () => {
    expect(await hintAfter(LETTER, 'preset: international', 'preset: international, colour: red')).toBe(
      'known here: paper, preset, window, justify, stylesheet, fonts',
    );
  });

  test('unknown, together with all other faults', async () => {
    const files = aCampaignWith(LETTER, 'reference: A/1', 'refrence: A/1');
    const outcome = await validatedCampaign({
      ...files,
      'templates/appeal/en/body/chair.md': '',
      [GROUPS]: (files[GROUPS] ?? '').replace('state: FR', 'state: XX'),
    });
    expect(placedFaultsOf(outcome)).toEqual([`data/wrong-value ${GROUPS}:10:18`, `data/unknown-key ${LETTER}:6:1`]);
  });
});

describe('a wrong type is reported', () => {
  test.each([
    ['text for a list', LETTER, 'enclosures: [charter]', 'enclosures: charter', 9, 13],
    ['text for a mapping', LETTER, 'needs: { final: [legal] }', 'needs: legal', 3, 8],
    ['a list for texts', LETTER, 'published: { en: open letter }', 'published: [open letter]', 10, 12],
    ['a list for a mapping', LETTER, 'page: { preset: international }', 'page: [international]', 24, 7],
    ['a list for text', LETTER, 'reference: A/1', 'reference: [A/1]', 6, 12],
    ['a mapping for text', LETTER, 'reference: A/1', 'meant: [{ a: b }]', 6, 9],
    ['a mapping for a day', LETTER, 'date: 2025-12-01', 'date: { a: b }', 2, 7],
  ])('%s', async (_, path, original, replacement, line, column) => {
    expect(await faultsAfter(path, original, replacement)).toEqual([`data/wrong-type ${line}:${column}`]);
  });

  test('text for a list, with a hint at brackets', async () => {
    expect(await hintAfter(LETTER, 'enclosures: [charter]', 'enclosures: charter')).toBe(
      'write it in brackets, […], even if it is only one',
    );
  });

  test('text for a mapping, with a hint at a missing space', async () => {
    expect(await hintAfter(LETTER, 'page: { preset: international }', 'page:\n  preset:international')).toBe(
      'put a space after the colon',
    );
  });
});

test.each([
  ['groups', GROUPS, 'roles: []\nfacts: {}\ngroups: {}\n'],
  ['forms of address', FORMS, '[]'],
  ['States', STATES, '[]'],
])('an empty list is refused as the mapping of %s', async (_, path, text) => {
  expect(placedFaultsOf(await validatedCampaign(aCampaign({ [path]: text })))).toContainEqual(
    expect.stringContaining(`data/wrong-type ${path}`),
  );
});

describe('values', () => {
  test.each(['NO', 'yes', 'on', '1', 'True', '""'])('%s is not a yes-or-no value', async (typed) => {
    expect(await faultsAfter(GROUPS, 'complete: true', `complete: ${typed}`)).toEqual(['data/wrong-value 5:45']);
  });

  test.each(['NO', 'yes', '01234', '1.10', '+41', '1e3', 'true'])('%s is text', async (typed) => {
    const outcome = await validatedCampaign(aCampaignWith(LETTER, 'reference: A/1', `reference: ${typed}`));
    expect(valueOf(outcome).letter.reference?.text).toEqual({ '*': typed });
  });

  test.each(['2025-13-01', '2025-02-29', '2025-2-9', '1 December 2025', '0x7e9-12-01'])(
    '%s is not a date',
    async (typed) => {
      expect(await faultsAfter(LETTER, 'date: 2025-12-01', `date: ${typed}`)).toEqual(['data/wrong-value 2:7']);
    },
  );

  test.each(['0', '01', '-1', '1.0', '1e3', 'one', '12345'])('%s is not a number of a demand', async (typed) => {
    expect(await faultsAfter(LETTER, 'number: 1', `number: ${typed}`)).toEqual(['data/wrong-value 16:13']);
  });

  test.each([
    ['an unknown status', LETTER, 'status: specimen', 'status: finale', 'data/wrong-value 1:9'],
    ['an unknown preset', LETTER, 'preset: international', 'preset: us-letter', 'data/wrong-value 24:17'],
    ['an empty text', LETTER, 'reference: A/1', 'reference: ""', 'data/wrong-value 6:12'],
    ['white space alone', LETTER, 'reference: A/1', 'reference: "  "', 'data/wrong-value 6:12'],
    ['a text of two lines', LETTER, 'reference: A/1', 'reference: "a\\nb"', 'data/wrong-value 6:12'],
    [
      'a block scalar, which ends with a line end',
      LETTER,
      'reference: A/1',
      'reference: |\n  A/1',
      'data/wrong-value 6:12',
    ],
    ['a text with a tab', LETTER, 'reference: A/1', 'reference: "a\\tb"', 'data/wrong-value 6:12'],
    ['a text that is too long', LETTER, 'reference: A/1', `reference: ${'x'.repeat(2001)}`, 'data/wrong-value 6:12'],
    ['a name with capitals', LETTER, 'id: the-society', 'id: The Society', 'data/wrong-value 8:11'],
    [
      'a URL that is not of the web',
      SOURCES,
      'https://example.org/charter',
      'javascript:alert(1)',
      'data/wrong-value 4:8',
    ],
    ['a URL with a space', SOURCES, 'https://example.org/charter', 'https://a b', 'data/wrong-value 4:8'],
    ['a language of three letters', LETTER, 'published: { en:', 'published: { eng:', 'data/wrong-value 10:14'],
    ['no text in any language', LETTER, 'published: { en: open letter }', 'published: {}', 'data/wrong-value 10:12'],
    ['a State of three letters', GROUPS, 'state: FR', 'state: FRA', 'data/wrong-value 10:18'],
    ['an unknown type of fact', GROUPS, 'type: yes-no', 'type: number', 'data/wrong-value 5:27'],
    ['an end before the beginning', GROUPS, 'until: 2026-12-31', 'until: 2023-12-31', 'data/wrong-value 10:9'],
    ['an empty list', LETTER, 'sources: [charter]', 'sources: []', 'data/wrong-value 17:14'],
  ])('%s is refused', async (_, path, original, replacement, expected) => {
    expect(await faultsAfter(path, original, replacement)).toEqual([expected]);
  });

  test.each(['>', '|'])('a block scalar (%s) is refused with a hint at >-', async (mark) => {
    expect(await hintAfter(LETTER, 'reference: A/1', `reference: ${mark}\n  A/1`)).toContain('write >- instead');
  });

  test('an unknown word is refused with a hint at the nearest allowed one', async () => {
    expect(await hintAfter(LETTER, 'status: specimen', 'status: specimne')).toBe('did you mean specimen?');
  });

  test('each record of a fact is validated', async () => {
    expect(await faultsAfter(STATES, 'value: false', 'value: nay')).toEqual(['data/wrong-value 11:18']);
    expect(await faultsAfter(STATES, '{ value: true, since: 2001', '{ value: aye, since: 2001')).toEqual([
      'data/wrong-value 5:30',
    ]);
  });

  test('a form of address must have the variant unknown', async () => {
    expect(await faultsAfter(FORMS, 'minister:\n  unknown:', 'minister:\n  m:')).toEqual(['data/missing-key 15:3']);
  });

  test('no message has the wording of the validation library', async () => {
    const outcome = await validatedCampaign(
      aCampaign({
        [LETTER]:
          'status: [a]\ndate: x\nneeds: 1\nlanguages: { e: x }\nsignatories: [{}]\nbody: {}\ndemands: []\npage: { preset: 1 }\n',
        [SOURCES]: 'a: { url: x, date: 1, title: {}, note: x }\n',
        [STATES]: 'be: 1\nFR: { names: { en: x }, facts: { a: [] } }\n',
        [GROUPS]: 'roles: []\nfacts: { a: { type: x, complete: x, meaning: [] } }\n',
        [FORMS]: 'a: { unknown: x, f: {} }\n',
      }),
    );
    expect(outcome.diagnostics.length).toBeGreaterThan(25);
    const messages = outcome.diagnostics.map(inFull).join('\n');
    expect(messages).not.toMatch(/Invalid|Expected|received|undefined|Object|Array/u);
  });
});

describe('conditions are validated', () => {
  test.each([
    ['of the letter', 'to: [chair, minister]', 'to: [chair, minster]', '5:13'],
    ['of a body', '{ use: chair, for: chair', '{ use: chair, for: chiar', '12:24'],
    ['of a demand', '{ any: [chair, { group: council }] }', '{ group: counsel }', '19:35'],
    ['of a passage', '{ fact: signed-charter }', '{ fact: signed-chatter }', '23:56'],
  ])('%s', async (_, original, replacement, location) => {
    expect(await faultsAfter(LETTER, original, replacement)).toEqual([`condition/unknown-name ${location}`]);
  });

  test('even if the letter has other faults', async () => {
    const files = aCampaignWith(LETTER, 'number: 1', 'number: one');
    const letter = (files[LETTER] ?? '').replace('to: [chair, minister]', 'to: [chair, minster]');
    expect(faultsOf(await validatedCampaign({ ...files, [LETTER]: letter }))).toEqual([
      'condition/unknown-name 5:13',
      'data/wrong-value 16:13',
    ]);
  });
});

describe('the date', () => {
  const undated = aCampaignWith(LETTER, 'date: 2025-12-01\n', '');

  test('is required', async () => {
    expect(faultsOf(await validatedCampaign(undated))).toEqual(['letter/not-dated 1:1']);
  });

  test('may be given as an option instead', async () => {
    expect(valueOf(await validatedCampaign(undated, { date: '2025-06-01' })).letter.date).toBe('2025-06-01');
  });
});

describe('texts', () => {
  test.each([
    ['a body', '{ use: chair,', '{ use: chairs,', '12:12'],
    ['a demand', 'use: ask,', 'use: asks,', '19:16'],
    ['a passage', 'use: signatory,', 'use: other,', '23:14'],
  ])('of %s must exist if a rule uses them', async (_, original, replacement, location) => {
    expect(await faultsAfter(LETTER, original, replacement)).toEqual([`letter/unknown-text ${location}`]);
  });

  test('are reported as missing with a hint at the file to create', async () => {
    expect(await hintAfter(LETTER, 'use: signatory,', 'use: other,')).toBe(
      'create templates/appeal/en/passages/thanks/other.md',
    );
  });

  test('are reported as missing with a hint at a similar text that exists', async () => {
    expect(await hintAfter(LETTER, '{ use: chair,', '{ use: chairs,')).toBe(
      'create templates/appeal/en/body/chairs.md, or use chair, which is there',
    );
  });

  test('must exist in every checked language, but not in an unchecked one', async () => {
    const faultsWith = async (status: string): Promise<readonly string[]> =>
      placedFaultsOf(await validatedCampaign(aCampaignWith(LETTER, 'en: original', `en: original, fr: ${status}`)));
    expect((await faultsWith('unchecked')).filter((fault) => fault.startsWith('letter/unknown-text'))).toEqual([]);
    expect((await faultsWith('revised')).filter((fault) => fault.startsWith('letter/unknown-text'))).toHaveLength(5);
  });
});

describe('demands', () => {
  test.each([
    [
      'that a body lists must be declared',
      'for: chair, demands: [publish]',
      'for: chair, demands: [publsh]',
      ['letter/unknown-name 12:41'],
    ],
    [
      'may be in a list only once',
      'for: chair, demands: [publish]',
      'for: chair, demands: [publish, publish]',
      ['letter/demand-twice 12:50'],
    ],
    [
      'that are carried must be declared',
      '{ use: support }',
      '{ use: support, with: [condemn] }',
      ['letter/unknown-name 20:32'],
    ],
    ['do not carry themselves', '{ use: support }', '{ use: support, with: [publish] }', ['letter/demand-twice 20:32']],
    ['need declared sources', 'sources: [charter]', 'sources: [charter, chatter]', ['letter/unknown-name 17:24']],
  ])('%s', async (_, original, replacement, expected) => {
    expect(await faultsAfter(LETTER, original, replacement)).toEqual(expected);
  });

  test('that are unknown are reported with a hint at the nearest name', async () => {
    expect(await hintAfter(LETTER, 'for: chair, demands: [publish]', 'for: chair, demands: [publsh]')).toBe(
      'did you mean publish?',
    );
  });
});

test('enclosures must be declared sources', async () => {
  expect(await faultsAfter(LETTER, 'enclosures: [charter]', 'enclosures: [annex]')).toEqual([
    'letter/unknown-name 9:14',
  ]);
});

test('a source with a fault still counts as declared', async () => {
  expect(await faultsAfter(SOURCES, 'url: https', 'url: ftp')).toEqual(['data/wrong-value 4:8']);
});

describe('languages', () => {
  test('must be supported', async () => {
    expect(await faultsAfter(LETTER, 'en: original', 'en: original, xx: unchecked')).toEqual([
      'letter/unknown-name 4:28',
    ]);
  });

  test('need no forms of address', async () => {
    expect(placedFaultsOf(await validatedCampaign(aCampaign({ [FORMS]: undefined })))).toEqual([]);
  });

  test('must include an original', async () => {
    expect(await faultsAfter(LETTER, 'en: original', 'en: revised')).toEqual(['data/wrong-value 4:12']);
  });

  test('must all be checked in a final letter', async () => {
    const files = aCampaignWith(LETTER, 'status: specimen', 'status: final');
    files[LETTER] = (files[LETTER] ?? '').replace('needs: { final: [legal] }', 'needs: {}');
    expect(faultsOf(await validatedCampaign(files))).toEqual([]);
    const unchecked = (files[LETTER] ?? '').replace('en: original', 'en: original, xx: unchecked');
    expect(faultsOf(await validatedCampaign({ ...files, [LETTER]: unchecked }))).toContain('data/wrong-value 1:9');
  });

  test.each([
    ['signatories', LETTER, 'name: { en: The Society }', 'name: { fr: La Société }', ['data/missing-key 8:24']],
    [
      'titles of signatories',
      LETTER,
      'name: { en: The Society }',
      'name: { en: The Society }, title: { fr: La Présidente }',
      ['data/missing-key 8:51'],
    ],
    ['the published letter', LETTER, 'published: { en:', 'published: { fr:', ['data/missing-key 10:1']],
    ['States', STATES, '    en: { short: Belgium', '    fr: { short: Belgium', ['data/missing-key 2:3']],
  ])('are required in the texts of %s', async (_, path, original, replacement, expected) => {
    expect(await faultsAfter(path, original, replacement)).toEqual(expected);
  });
});

describe('groups', () => {
  test('without a current member are expired', async () => {
    const files = aCampaignWith(GROUPS, 'until: 2026-12-31', 'until: 2025-11-30');
    const outcome = await validatedCampaign(files);
    expect(placedFaultsOf(outcome)).toEqual([`group/expired ${LETTER}:19:41`]);
    expect(
      outcome.diagnostics.map(({ message, related }) => [plainMessage(message), related.map(({ span }) => span.line)]),
    ).toEqual([['the group council has no member left on 2025-12-01; it had FR', [10]]]);
  });

  test('are evaluated on the date of the letter, their last day included', async () => {
    expect(faultsOf(await validatedCampaign(aCampaign(), { date: '2026-12-31' }))).toEqual([]);
    expect(faultsOf(await validatedCampaign(aCampaign(), { date: '2027-01-01' }))).toEqual(['group/expired 19:41']);
  });

  test('that have not begun are not expired', async () => {
    expect(faultsOf(await validatedCampaign(aCampaign(), { date: '2023-01-01' }))).toEqual([]);
  });

  test('that no condition uses may be expired', async () => {
    const files = aCampaignWith(LETTER, '{ any: [chair, { group: council }] }', 'chair');
    expect(faultsOf(await validatedCampaign(files, { date: '2027-01-01' }))).toEqual([]);
  });

  test('must consist of declared States', async () => {
    expect(await faultsAfter(GROUPS, 'state: FR', 'state: XX')).toEqual(['data/wrong-value 10:18']);
  });
});

describe('facts about a State must be declared', () => {
  test.each([
    ['one record', 'signed-charter: { value', 'signed-chatter: { value', '5:5'],
    ['several records', 'signed-charter:\n', 'signed-chatter:\n', '10:5'],
  ])('%s', async (_, original, replacement, location) => {
    expect(await faultsAfter(STATES, original, replacement)).toEqual([`data/unknown-key ${location}`]);
  });
});

test('the faults of all files are reported at once', async () => {
  const outcome = await validatedCampaign(
    aCampaign({
      [SOURCES]: 'charter: { title: { en: x }, note: { en: x } }\n',
      [FORMS]: 'chair: {}\n',
      [GROUPS]:
        'roles: { chair: { meaning: x }, minister: { meaning: x } }\nfacts: { signed-charter: x }\ngroups: { council: x }\n',
      [STATES]: 'BE: {}\n',
      'templates/appeal/en/body/chair.md': undefined,
    }),
  );
  expect(placedFaultsOf(outcome)).toEqual([
    `data/missing-key ${FORMS}:1:8`,
    `data/wrong-type ${GROUPS}:2:26`,
    `data/wrong-type ${GROUPS}:3:20`,
    `data/missing-key ${STATES}:1:5`,
    `letter/unknown-text ${LETTER}:12:12`,
    `data/missing-key ${SOURCES}:1:10`,
  ]);
});

describe('rules of the letter', () => {
  test('an approval function must belong to a declared signatory', async () => {
    const files = aCampaignWith(LETTER, 'final: [legal]', 'final: [legal, signatory:the-society, signatory:nobody]');
    expect(faultsOf(await validatedCampaign(files))).toEqual(['letter/unknown-name 3:48']);
  });

  test.each([
    [
      'a signatory',
      '  - { id: the-society, name: { en: The Society } }',
      '  - { id: a, name: { en: A } }\n  - { id: a, name: { en: B } }',
    ],
    ['an enclosure', 'enclosures: [charter]', 'enclosures: [charter, charter]'],
  ])('%s may be listed only once', async (_, original, replacement) => {
    const codes = (await validatedCampaign(aCampaignWith(LETTER, original, replacement))).diagnostics.map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['letter/named-twice']);
  });

  test('two wordings, demands or passages must differ in more than capitals, width or composition', async () => {
    const changes = ['{ use: support }', '{ use: support, for: chair }\n      - { use: Ask }'] as const;
    const wordings = await validatedCampaign(aCampaignWith(LETTER, ...changes));
    expect(wordings.diagnostics.map(({ code }) => code)).toContain('letter/named-twice');
    expect(wordings.diagnostics.map(inFull).join('\n')).toContain('the names Ask and ask differ only in capitals');
  });

  test('two demands must not share a number, and demands that carry others need the name of the published letter', async () => {
    const second = '  second:\n    number: 1\n    sources: [charter]\n    wordings: [{ use: ask }]\npassages:';
    const files: Record<string, string> = {
      ...aCampaignWith(LETTER, 'passages:', second),
      'templates/appeal/en/demands/second/ask.md': '**Two**{{cite "charter"}}.\n',
    };
    const codesOf = async (text: string) =>
      (await validatedCampaign({ ...files, [LETTER]: text })).diagnostics.map(({ code }) => code);
    const text = files[LETTER] ?? '';
    expect(await codesOf(text)).toEqual(['letter/named-twice']);
    const carrying = text.replace(
      'number: 1\n    sources: [charter]\n    wordings: [{ use: ask }]',
      'number: 2\n    sources: [charter]\n    wordings: [{ use: ask, with: [publish] }]',
    );
    expect(await codesOf(carrying)).toEqual([]);
    expect(await codesOf(carrying.replace('published: { en: open letter }\n', ''))).toEqual(['data/missing-key']);
  });

  test('enclosed and cited sources must not be later than the letter', async () => {
    const files = aCampaignWith('templates/appeal/sources.yaml', 'date: 1999-05-04', 'date: 2025-12-02');
    const codes = (await validatedCampaign(files)).diagnostics.map(({ code }) => code);
    expect(codes).toEqual(['source/later-than-letter', 'source/later-than-letter']);
  });

  test.each([
    ['end before the other begins', 'false, since: 2001-01-01, until: 2009-12-31', []],
    ['begin later, while the other has no end', 'false, since: 2027-01-01', ['fact/contradictory']],
    ['share a day', 'false, since: 2001-01-01, until: 2010-01-01', ['fact/contradictory']],
    ['have no end', 'false, since: 2001-01-01', ['fact/contradictory']],
    ['agree', 'true, since: 2001-01-01', []],
  ])('records of a fact that %s are checked for contradictions', async (_, first, codes) => {
    const files = aCampaignWith('recipients/states.yaml', 'false, since: 2001-01-01, until: 2009-12-31', first);
    expect((await validatedCampaign(files)).diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  test('records of a fact may be in any order', async () => {
    const path = 'recipients/states.yaml';
    const files = aCampaignWith(path, 'false, since: 2001-01-01, until: 2009-12-31', 'false, since: 2027-01-01');
    files[path] = (files[path] ?? '').replace('since: 2010-01-01,', 'since: 2010-01-01, until: 2026-12-31,');
    expect(faultsOf(await validatedCampaign(files))).toEqual([]);
  });
});

test('a campaign may omit optional parts', async () => {
  const small = aCampaign();
  small[LETTER] = (small[LETTER] ?? '')
    .replace('needs: { final: [legal] }\n', '')
    .replace('enclosures: [charter]\n', '')
    .replace('{ any: [chair, { group: council }] }', 'chair')
    .replace(/passages:\n.*\n.*\n/, '');
  small['recipients/states.yaml'] = (small['recipients/states.yaml'] ?? '').replaceAll(/  facts:\n(?:    .*\n)+/g, '');
  small['recipients/groups.yaml'] = (small['recipients/groups.yaml'] ?? '').replace(/facts:[\s\S]*/, '');
  const { letter, register } = valueOf(await validatedCampaign(small));
  expect([letter.needs, letter.enclosures, register.facts.size, register.groups.size]).toEqual([{}, [], 0, 0]);
});
