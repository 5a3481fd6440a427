import { describe, expect, test } from 'vitest';
import { mergeLetter } from '../../../src/merge/merge-letter.ts';
import { parseTemplates } from '../../../src/template/parse-templates.ts';
import type { Letter } from '../../../src/model/letter.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { ClaimSource } from '../../../src/model/source.ts';
import { createTextNode, plainText, type Block, type Inline } from '../../../src/model/tree.ts';
import { aMerging, letterOf, merged, SHORT_BODY, type MergingParts } from '../../support/a-merging.ts';
import { condition, SOMEWHERE } from '../../support/a-register.ts';
import { valueOf } from '../../support/outcomes.ts';
import { deepFreeze } from '../../support/deep-freeze.ts';
import { letterWords } from '../../support/product-languages.ts';
import { withoutOrigins } from '../../support/without-origins.ts';

const EVERYONE = condition({ kind: 'everyone' });

function codes(outcome: Outcome<unknown>): readonly string[] {
  return outcome.diagnostics.map(({ code, span }) => `${code} ${span.file}:${span.line}:${span.column}`);
}

/** The numbered lines of a letter, as printed. */
function itemsOf(letter: Letter): readonly string[] {
  return letterWords(letter)
    .split('\n')
    .filter((line) => /^\d+\. /.test(line));
}

function inlinesOf(block: Block | undefined): readonly Inline[] {
  return block?.type === 'paragraph' ? block.children : [];
}

function asks(...titles: readonly string[]): Readonly<Record<string, string>> {
  const wordings = titles.map((title, index): [string, string] => [`demands/d${index + 1}/ask`, `${title} We ask.`]);
  return { 'body/member': `${SHORT_BODY}\n{{demands}}\n`, ...Object.fromEntries(wordings) };
}

describe('the parts of a letter', () => {
  test('are all filled', () => {
    const letter = letterOf({
      texts: { 'body/member': '# To the *{{recipient.title}}*\n\nWords.\n' },
      recipient: { copies: [{ name: { en: 'The Minister of Justice' } }] },
      sources: { published: { title: { en: 'The open letter' }, url: 'https://example.org/letter' } },
      letter: {
        enclosures: ['published', 'statute'],
        reference: { text: { '*': 'R 1' }, span: SOMEWHERE },
        signatories: [
          { id: 'one', name: { en: 'One' }, person: { en: 'Ada Somebody' }, title: { en: 'Director' }, for: EVERYONE },
          { id: 'two', name: { en: 'Two' }, for: EVERYONE },
        ],
      },
    });
    expect(withoutOrigins(letter)).toEqual({
      id: 'minister-ab',
      language: 'en',
      notice: 'Specimen: a paraphrase, not approved by the organisations named; not to be sent.',
      logo: undefined,
      letterhead: ['One', 'Two'],
      senderLines: [],

      references: [{ label: 'Our reference', value: createTextNode('R 1') }],
      date: '1 December 2025',
      dateLine: createTextNode('1 December 2025'),
      day: '2025-12-01',
      marking: undefined,
      delivery: undefined,
      insideAddress: ['Minister of Foreign Affairs of Abland', 'Ministry of Foreign Affairs', '1 Square', 'ABLAND'].map(
        createTextNode,
      ),
      runningHeadForms: ['Minister of Foreign Affairs of Abland', 'Minister of Foreign Affairs'].map(createTextNode),
      subject: [
        { type: 'text', value: 'To the ' },
        { type: 'emphasis', children: [{ type: 'text', value: 'Minister of Foreign Affairs' }] },
      ],
      salutation: createTextNode('Your Excellency,'),
      body: [{ type: 'paragraph', children: [{ type: 'text', value: 'Words.' }] }],
      close: createTextNode('Yours faithfully,'),
      signatures: [{ organisation: 'One', person: 'Ada Somebody', title: 'Director' }, { organisation: 'Two' }],
      postScriptum: [],
      enclosures: [
        [
          { type: 'text', value: 'The open letter, ' },
          {
            type: 'link',
            url: 'https://example.org/letter',
            children: [{ type: 'text', value: 'https://example.org/letter' }],
          },
        ],
        [{ type: 'text', value: 'Title of statute' }],
      ],
      copies: ['The Minister of Justice'],
      notes: [],
      title: 'To the Minister of Foreign Affairs',
      author: 'Specimen',
      span: SOMEWHERE,
    } satisfies Omit<Letter, 'subjectOrigin'>);
  });

  test('of a final letter name its author and carry no notice', () => {
    const { notice, author } = letterOf({ letter: { status: 'final' } });
    expect([notice, author]).toEqual([undefined, 'One Organisation']);
  });

  test('prefer the words of the profile to those of the form', () => {
    const own = { envelope: { en: ['To whom'] }, salutation: { en: 'Dear' }, close: { en: 'Yours' } };
    const { insideAddress, salutation, close } = letterOf({ recipient: own });
    expect([insideAddress[0], salutation, close].map((node) => node?.value)).toEqual(['To whom', 'Dear', 'Yours']);
  });

  test('take the form for the gender of the holder, else the one for nobody known', () => {
    const holder = { name: 'A. Name', gender: 'f', span: SOMEWHERE } as const;
    const { campaign, selection } = aMerging({ recipient: { holder } });
    const [unknown] = [...(campaign.forms['en']?.ranks.values() ?? [])].map((forms) => forms.unknown);
    if (unknown === undefined) throw new Error('no form');
    const f = { ...unknown, salutation: 'Madam {{holder.name}},' };
    const forms = { en: { file: 'forms', ranks: new Map([['minister', { unknown, f }]]) } };
    const women = { ...campaign, forms };
    const templates = parseTemplates(women);
    if (!templates.ok) throw new Error('templates');
    const salutationTo = (gender: 'f' | 'm'): string => {
      const outcome = mergeLetter(women, templates.value, {
        ...selection,
        recipient: { ...selection.recipient, holder: { ...holder, gender } },
      });
      return outcome.ok ? outcome.value.salutation.value : '';
    };
    expect([salutationTo('f'), salutationTo('m')]).toEqual(['Madam A. Name,', 'Your Excellency,']);
  });

  test('name an organisation as in the language of the letter that it has no name in', () => {
    const letter = letterOf({
      letter: {
        languages: { de: 'original', en: 'unchecked' },
        signatories: [{ id: 'one', name: { de: 'Verein' }, for: EVERYONE }],
      },
    });
    expect(letter.letterhead).toEqual(['Verein']);
  });
});

describe('passages', () => {
  const texts = {
    'body/member': '# Subject\n\na\n\n{{passage "thanks"}}\n\nb',
    'passages/thanks/some': 'Thanks.\n\nAgain.',
  };

  test('stand where the body has them', () => {
    expect(letterWords(letterOf({ texts, passages: ['thanks'] }))).toContain('a\nThanks.\nAgain.\nb\n');
  });

  test('leave nothing behind where no rule holds', () => {
    const without = { 'body/member': texts['body/member'] };
    expect(letterWords(letterOf({ texts: without, passages: ['thanks'] }))).toContain('a\nb\n');
  });

  test('are lost where the body has no place for them, at the rule that chose them', () => {
    const without = { ...texts, 'body/member': '# Subject\n\na\n\n<!-- {{passage "thanks"}} -->' };
    const outcome = merged({ texts: without, passages: ['thanks'] });
    expect(codes(outcome)).toEqual(['text/passage-lost somewhere.yaml:1:1']);
    expect(outcome.diagnostics[0]?.related.map(({ span }) => span.file)).toEqual(['en/body/member.md']);
  });

  test('stand in a letter once', () => {
    const twice = { ...texts, 'body/member': `${texts['body/member']}\n\n{{passage "thanks"}}` };
    const outcome = merged({ texts: twice, passages: ['thanks'] });
    expect(codes(outcome)).toEqual(['text/passage-twice en/body/member.md:9:1']);
    expect(outcome.diagnostics[0]?.related.map(({ span }) => span.line)).toEqual([5]);
  });

  test('may have a second place in a comment', () => {
    const twice = { ...texts, 'body/member': `${texts['body/member']}\n\n<!-- {{passage "thanks"}} -->` };
    expect(codes(merged({ texts: twice, passages: ['thanks'] }))).toEqual([]);
  });

  test('have words where they are chosen', () => {
    const empty = { ...texts, 'passages/thanks/some': '<!-- later -->\n' };
    expect(codes(merged({ texts: empty, passages: ['thanks'] }))).toEqual([
      'text/empty-part en/passages/thanks/some.md:1:1',
    ]);
  });

  test('hold no other passage, not even through a partial', () => {
    const nested = { ...texts, 'passages/thanks/some': 'a\n\n{{> more}}', 'partials/more': '{{passage "thanks"}}' };
    expect(codes(merged({ texts: nested, passages: ['thanks'] }))).toEqual([
      'template/unsupported en/partials/more.md:1:1',
    ]);
  });

  test('hold no other passage of their own', () => {
    const nested = { ...texts, 'passages/thanks/some': 'a\n\n{{demands}}' };
    expect(codes(merged({ texts: nested, passages: ['thanks'] }))).toEqual([
      'template/unsupported en/passages/thanks/some.md:3:1',
    ]);
  });
});

describe('demands', () => {
  const published = { en: 'open letter' };

  test('are numbered from 1, without more where those are the published numbers', () => {
    const demands = [
      { id: 'd1', numbers: [1] },
      { id: 'd2', numbers: [2] },
    ];
    const letter = letterOf({ texts: asks('**One.**', '**Two.**'), demands, letter: { published } });
    expect(itemsOf(letter)).toEqual(['1. One. We ask.', '2. Two. We ask.']);
    expect(letter.body.at(-1)).toMatchObject({ type: 'list', isDemands: true });
  });

  test('all carry their published numbers as soon as one differs', () => {
    const demands = [
      { id: 'd1', numbers: [1] },
      { id: 'd2', numbers: [6, 2] },
    ];
    const letter = letterOf({ texts: asks('**One**', '**Two**'), demands, letter: { published } });
    expect(itemsOf(letter)).toEqual([
      '1. One (open letter, demand 1) We ask.',
      '2. Two (open letter, demands 6 and 2) We ask.',
    ]);
  });

  test('all carry them where one also carries another demand', () => {
    const demands = [
      { id: 'd1', numbers: [1] },
      { id: 'd2', numbers: [2, 3] },
    ];
    const letter = letterOf({ texts: asks('**One**', '**Two**'), demands, letter: { published } });
    expect(itemsOf(letter)).toEqual([
      '1. One (open letter, demand 1) We ask.',
      '2. Two (open letter, demands 2 and 3) We ask.',
    ]);
  });

  test('carry none where nothing was published', () => {
    const letter = letterOf({ texts: asks('**One**'), demands: [{ id: 'd1', numbers: [5] }] });
    expect(itemsOf(letter)).toEqual(['1. One We ask.']);
  });

  test.each([
    ['**Title.**', '1. Title (open letter, demand 5). We ask.'],
    ['**Title:**', '1. Title (open letter, demand 5): We ask.'],
    ['**Title**.', '1. Title (open letter, demand 5). We ask.'],
    ['**Title?**', '1. Title? (open letter, demand 5) We ask.'],
    ['**{{#if state.short}}{{state.short}}{{else}}All{{/if}}.**', '1. Abland (open letter, demand 5). We ask.'],
    ['**The {{recipient.title}}**', '1. The Minister of Foreign Affairs (open letter, demand 5) We ask.'],
    ['First: **Title.**', '1. First: Title (open letter, demand 5). We ask.'],
    ['**a *title.***', '1. a title. (open letter, demand 5) We ask.'],
  ])('%s has its number in the right place', (title, expected) => {
    const letter = letterOf({ texts: asks(title), demands: [{ id: 'd1', numbers: [5] }], letter: { published } });
    expect(itemsOf(letter)).toEqual([expected]);
  });

  test('keep the last character of a value that ends their title', () => {
    const letter = letterOf({
      texts: asks('**{{#if holder.name}}{{holder.name}}{{else}}You{{/if}}**'),
      demands: [{ id: 'd1', numbers: [5] }],
      letter: { published },
      recipient: { holder: { name: 'X Inc.', gender: 'unknown', span: SOMEWHERE } },
    });
    expect(itemsOf(letter)).toEqual(['1. X Inc. (open letter, demand 5) We ask.']);
  });
});

describe('notes', () => {
  const texts = {
    'body/member':
      '# Subject{{cite "third"}}\n\n{{demands}}\n\nEnd{{cite "statute" at="art. 1"}} and{{cite "second"}}.\n\n{{passage "p"}}',
    'demands/d1/ask': '**One.** Do{{cite "statute" at="art. 70"}}.\n\n- this{{cite "statute" at="art. 70"}}',
    'passages/p/some': 'Last{{cite "second" at="p. 3"}}.',
  };
  const parts: MergingParts = {
    texts,
    demands: [{ id: 'd1', numbers: [1] }],
    passages: ['p'],
    sources: { statute: { url: 'https://example.org/s' }, second: { note: { en: 'Ends in a stop.' } }, third: {} },
  };

  test('are one for each mark, in the order of the finished letter, each with its own place', () => {
    const words = letterOf(parts).notes.map(({ number, content }) => `${number} ${plainText(content)}`);
    expect(words).toEqual([
      '1 Note of third.',
      '2 Note of statute, art. 70. https://example.org/s',
      '3 Note of statute, art. 70. https://example.org/s',
      '4 Note of statute, art. 1. https://example.org/s',
      '5 Ends in a stop.',
      '6 Ends in a stop, p. 3.',
    ]);
  });

  test('have what their short form consists of', () => {
    const sources = { ...parts.sources, statute: { short: { en: 'Statute' } } };
    const [third, statute] = letterOf({ ...parts, sources }).notes;
    expect(statute).toEqual({
      number: 2,
      source: 'statute',
      content: [{ type: 'text', value: 'Note of statute, art. 70.' }],
      shortName: { type: 'text', value: 'Statute' },
      pinpoint: 'art. 70',
    });
    expect(Object.keys(third ?? {})).toEqual(['number', 'source', 'content']);
  });

  test.each<[string, Partial<ClaimSource>, string | undefined]>([
    ['of the letter', { note: { fr: 'Note' }, short: { fr: 'Nom', en: 'Name' } }, 'Name'],
    ['of its note', { note: { fr: 'Note' }, short: { es: 'Nombre', fr: 'Nom' } }, 'Nom (fr)'],
    ['of neither', { note: { fr: 'Note' }, short: { es: 'Nombre' } }, undefined],
  ])('have the short name in the language %s', (_, statute, expected) => {
    const { shortName } = letterOf({ ...parts, sources: { ...parts.sources, statute } }).notes[1] ?? {};
    const language = shortName?.language === undefined ? '' : ` (${shortName.language})`;
    expect(shortName === undefined ? undefined : `${shortName.value}${language}`).toBe(expected);
  });

  test('are marked where their source is cited', () => {
    expect(inlinesOf(letterOf(parts).body.at(-1))).toEqual([
      { type: 'text', value: 'Last' },
      { type: 'footnoteReference', identifier: '6' },
      { type: 'text', value: '.' },
    ]);
  });

  test('link to the address that they show', () => {
    expect(letterOf(parts).notes[1]?.content[1]).toEqual({
      type: 'link',
      url: 'https://example.org/s',
      children: [{ type: 'text', value: 'https://example.org/s' }],
    });
  });

  test('have one full stop', () => {
    const once = { 'body/member': '# Subject\n\na{{cite "statute"}}' };
    const sources = { statute: { note: { en: 'Ends in Inc.' } } };
    expect(letterOf({ texts: once, sources }).notes[0]?.content).toEqual([{ type: 'text', value: 'Ends in Inc.' }]);
  });
});

describe('the words of a text', () => {
  const wordsOfBody = (text: string): string => {
    const [, body = ''] = letterWords(letterOf({ texts: { 'body/member': `# Subject\n\n${text}\n` } })).split(
      'Your Excellency,\n',
    );
    return body.split('Yours faithfully,')[0] ?? '';
  };

  test.each([
    ['a line end is a space', 'a\nb', 'a b\n'],
    ['a broken line is a space among words', 'a\\\nb', 'a b\n'],
    ['comments are not printed', '<!-- TODO -->\n\na <!-- {{recipient.title}} / --> b\n{{!-- c --}}\n', 'a b\n'],
    ['a comment may end a paragraph', 'a <!-- b -->', 'a\n'],
    ['a loop', '{{#each signatories}}{{name}}{{/each}}', 'One Organisation\n'],
    ['what is absent', '{{#if holder.name}}a{{else}}b{{/if}}', 'b\n'],
    ['a partial with words', '{{> hello who="*you* {{x}}"}}', 'hello *you* {{x}}\n'],
    [
      'a partial that asks for what it was given',
      '{{> maybe who=state.short}}{{> maybe who=letter.date}}',
      'Abland1 December 2025\n',
    ],
    ['lines of a quotation', '> a\n>   b', 'a b\n'],
    ['a source of the same day', 'a{{cite "today"}}', 'a\n'],
    ['quotations and headings', '## a\n\n> b\n>\n> c', 'a\nb\nc\n'],
  ])('%s', (_, text, expected) => {
    const texts = {
      'body/member': `# Subject\n\n${text}\n`,
      'partials/hello': 'hello {{who}}',
      'partials/maybe': '{{#if who}}{{who}}{{/if}}',
    };
    const sources = { today: { date: '2025-12-01' } };
    const [, body = ''] = letterWords(letterOf({ texts, sources })).split('Your Excellency,\n');
    expect(body.split('Yours faithfully,')[0]).toBe(expected);
  });

  test('can name everything in the view', () => {
    const always = ['recipient.title', 'recipient.inText', 'letter.date'].map((path) => `{{${path}}}`);
    const optional = ['state.short', 'state.formal', 'state.of'].map((path) => `{{#if ${path}}}; {{${path}}}{{/if}}`);
    expect(wordsOfBody(`${always.join('; ')}${optional.join('')}`)).toBe(
      'Minister of Foreign Affairs; Your Excellency; 1 December 2025; Abland; the Republic of Abland; of Abland\n',
    );
  });
});

describe('gates', () => {
  const demands = [{ id: 'd1', numbers: [1] }];
  const FORM = 'recipients/forms/en.yaml';

  test.each<[string, MergingParts, ...string[]]>([
    [
      'a rank without form',
      { recipient: { office: { title: { en: 'M' }, rank: 'king' } } },
      'profile/no-form somewhere.yaml:1:1',
    ],
    ['a form that names what it may not', { form: { close: '{{letter.date}}' } }, `template/unknown-path ${FORM}:6:15`],
    ['a form without value', { form: { salutation: 'Dear {{holder.name}},' } }, `template/no-value ${FORM}:4:15`],
    ['a form without words', { form: { close: '{{#if holder.name}}x{{/if}}' } }, `text/empty-part ${FORM}:6:15`],
    ['a form of two lines', { form: { close: 'a\nb' } }, `template/unsupported ${FORM}:6:15`],
    [
      'a form with a partial',
      { form: { close: '{{#if holder.name}}{{> x}}{{/if}}' } },
      `template/unsupported ${FORM}:6:15`,
    ],
    ['a form with a note', { form: { close: 'Dear His/Her' } }, `text/working-note ${FORM}:6:15`],
    [
      'a form with two spaces',
      { form: { close: 'a {{#if holder.name}}x{{/if}} b' } },
      `text/working-note ${FORM}:6:15`,
    ],
    ['a form that cannot be read', { form: { inText: '{{#if' } }, `template/syntax ${FORM}:5:15`],
    ['no State', { inState: false, form: { envelope: 'To {{state.of}}' } }, `template/no-value ${FORM}:3:15`],
    ['a body without subject', { texts: { 'body/member': 'Words.' } }, 'text/no-subject en/body/member.md:1:1'],
    ['a body of one line', { texts: { 'body/member': '# Subject' } }, 'text/empty-part en/body/member.md:1:1'],
    [
      'a body with no place for the demands',
      { texts: { 'demands/d1/ask': '**a** b' }, demands },
      'text/no-demands en/body/member.md:1:1',
    ],
    [
      'a body with one in a comment',
      { texts: { ...asks('**a**'), 'body/member': `${SHORT_BODY}\n<!-- {{demands}} -->` }, demands },
      'text/no-demands en/body/member.md:1:1',
    ],
    [
      'a body with two',
      { texts: { ...asks('**a**'), 'body/member': `${SHORT_BODY}\n{{demands}}\n\n{{demands}}` }, demands },
      'text/no-demands en/body/member.md:7:1',
    ],
    ['a demand without title', { texts: asks('a'), demands }, 'text/no-title en/demands/d1/ask.md:1:1'],
    [
      'a demand without words',
      { texts: { ...asks(''), 'demands/d1/ask': ' \n' }, demands },
      'text/empty-part en/demands/d1/ask.md:1:1',
    ],
    [
      'a demand without source',
      { texts: asks('**a**'), demands: [{ id: 'd1', numbers: [1], sources: [] }] },
      'text/empty-part somewhere.yaml:1:1',
    ],
    [
      'a demand with an unknown one',
      { texts: asks('**a**'), demands: [{ id: 'd1', numbers: [1], sources: ['nobody'] }] },
      'template/unknown-source somewhere.yaml:1:1',
    ],
    ['an unknown enclosure', { letter: { enclosures: ['nobody'] } }, 'template/unknown-source somewhere.yaml:1:1'],
    [
      'a copy in another language',
      { recipient: { copies: [{ name: { fr: 'x' } }] } },
      'data/missing-key somewhere.yaml:1:1',
    ],
    ['a blank copy', { recipient: { copies: [{ name: { en: ' ' } }] } }, 'text/empty-part somewhere.yaml:1:1'],
    [
      'a blank address line',
      { recipient: { address: { lines: { '*': [' '] } } } },
      'text/empty-part somewhere.yaml:1:1',
    ],
    ['a blank salutation', { recipient: { salutation: { en: ' ' } } }, 'text/empty-part somewhere.yaml:1:1'],
  ])('%s does not pass', (_, parts, ...expected) => {
    expect(codes(merged(parts))).toEqual(expected);
  });

  test('what is neither text nor absent is a bug, and throws', () => {
    const broken = [null, Number.NaN, { a: 1 }].map(
      (title) => (): unknown =>
        merged({ recipient: { office: { title: JSON.parse(JSON.stringify({ en: title })), rank: 'minister' } } }),
    );
    broken.push((): unknown =>
      merged({ recipient: { office: { title: Object({ en: Number.NaN }), rank: 'minister' } } }),
    );
    for (const attempt of broken) expect(attempt).toThrow('the view read');
  });

  test('all faults come at once, in reading order, first those of texts', () => {
    const texts = { ...asks('a'), 'body/member': '# S\n\n{{holder.name}}\n\n`code`\n\n{{demands}}' };
    expect(codes(merged({ texts, demands, form: { close: '' } }))).toEqual([
      'template/no-value en/body/member.md:3:3',
      'text/unsupported-markdown en/body/member.md:5:1',
      'text/no-title en/demands/d1/ask.md:1:1',
      'text/empty-part recipients/forms/en.yaml:6:15',
    ]);
    expect(
      codes(
        merged({
          recipient: { copies: [{ name: { fr: 'x' } }], address: { lines: { '*': [''] } }, salutation: { en: '' } },
        }),
      ),
    ).toEqual(['data/missing-key somewhere.yaml:1:1']);
  });
});

describe('a source without words in the language of the letter', () => {
  const french = { title: { fr: 'Le Statut', es: 'El Estatuto' }, note: { fr: 'Statut de Rome.' } };

  test('keeps those in its own language, the first, marked as such', () => {
    const letter = letterOf({
      texts: { 'body/member': '# S\n\na{{cite "statute" at="art. 70"}}' },
      sources: { statute: { ...french, url: 'https://example.org/' } },
      letter: { enclosures: ['statute'] },
    });
    expect(letter.notes[0]?.content.slice(0, 2)).toEqual([
      { type: 'text', value: 'Statut de Rome', language: 'fr' },
      { type: 'text', value: ', art. 70. ' },
    ]);
    expect(letter.enclosures[0]?.slice(0, 2)).toEqual([
      { type: 'text', value: 'Le Statut', language: 'fr' },
      { type: 'text', value: ', ' },
    ]);
  });
});

describe('a letter', () => {
  const { campaign, selection } = aMerging({
    texts: {
      'body/member':
        '# S\n\nshared *words*\n\nto {{#if state.short}}{{state.short}}{{/if}}{{cite "statute"}}\n\n{{demands}}',
      'demands/d1/ask': '**One.** shared',
      'demands/d2/ask': '**Two.** in{{#if state.of}} the land {{state.of}}{{/if}}.',
    },
    demands: [
      { id: 'd1', numbers: [3] },
      { id: 'd2', numbers: [4] },
    ],
    letter: { published: { en: 'open letter' } },
  });
  const templates = parseTemplates(campaign);
  if (!templates.ok) throw new Error('templates');
  const letterTo = (id: string, changes: Partial<typeof selection> = {}): Letter => {
    const { recipient } = selection;
    const whom = { ...selection, ...changes, recipient: { ...recipient, id } };
    const outcome = mergeLetter(campaign, templates.value, whom);
    if (!outcome.ok) throw new Error('letter');
    return outcome.value;
  };

  test('is the same when merged twice, and changes nothing that it shares', () => {
    const first = deepFreeze(letterTo('a'));
    expect(letterTo('a')).toEqual(first);
  });

  test('says what its recipient lacks by name, though another lacked it before', () => {
    const lacking = aMerging({ form: { envelope: '{{recipient.title}} {{state.of}}' }, inState: false });
    const parsed = valueOf(parseTemplates(lacking.campaign));
    for (const id of ['first', 'second']) {
      const whom = { ...lacking.selection, recipient: { ...lacking.selection.recipient, id } };
      const { diagnostics } = mergeLetter(lacking.campaign, parsed, whom);
      expect(diagnostics.map(({ message }) => plainMessage(message))).toEqual([expect.stringContaining(id)]);
    }
  });

  test('has the places of its own branch, where the words of both are the same', () => {
    const texts = { 'body/member': '# S\n\n{{#if state.of}}\n<i>\n{{else}}\n<i>\n{{/if}}\n' };
    const { diagnostics } = parseTemplates(aMerging({ texts }).campaign);
    expect(diagnostics.map(({ span }) => span.line)).toEqual([4, 6]);
  });
});
