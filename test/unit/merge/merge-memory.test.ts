import { expect, test } from 'vitest';
import { mergeLetter } from '../../../src/merge/merge-letter.ts';
import { parseTemplates } from '../../../src/merge/parse-templates.ts';
import type { Templates } from '../../../src/merge/templates.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { Recipient } from '../../../src/model/recipient.ts';
import type { Selection } from '../../../src/model/selection.ts';
import { aMerging, type MergingParts } from '../../support/a-merging.ts';
import { SOMEWHERE } from '../../support/a-register.ts';
import { valueOf } from '../../support/outcomes.ts';

/** Texts that ask for all that a recipient may have or lack, cite one source in many places, and hold each other. */
const TEXTS = {
  'body/member': `# To *{{recipient.title}}* {{cite "b"}}

We {{#if holder.name}}write to {{holder.name}}{{cite "a" at="p. 1"}}{{else}}ask{{/if}} on {{letter.date}}.

{{passage "thanks"}}

{{passage "regrets"}}

{{#each signatories}}- {{name}} and {{../recipient.inText}}{{#unless @last}};{{/unless}}
{{/each}}

{{demands}}

> - a
>   1. {{recipient.title}}{{cite "a" at="p. 2"}}

## {{#if state.of}}State {{state.of}}{{else}}None{{/if}}

{{> part who=holder.name}}

Same. {{recipient.title}}

Same. {{recipient.title}}
`,
  'partials/part': '{{#if who}}For {{who}}.{{else}}For nobody.{{/if}}{{cite "c"}}',
  'passages/thanks/some': 'Thanks{{cite "c"}}.\n\n{{#if holder.honorific}}Again {{holder.honorific}}{{else}}No{{/if}}.',
  'passages/regrets/some': 'Regrets{{cite "a" at="p. 3"}}.',
  'demands/d1/ask':
    '**First.** We ask {{recipient.title}}{{cite "statute"}}.\n\n- x{{#if state.short}} {{state.short}}{{/if}}',
  'demands/d2/ask': '**Second** {{#if holder.name}}you{{else}}the holder{{/if}}{{cite "a"}}.',
};

const PARTS: MergingParts = {
  texts: TEXTS,
  sources: { a: {}, b: { url: 'https://example.org/b' }, c: {} },
  letter: { published: { en: 'open letter' }, enclosures: ['b'] },
  demands: [
    { id: 'd1', numbers: [1] },
    { id: 'd2', numbers: [3, 4] },
  ],
  passages: ['thanks', 'regrets'],
  // Whoever has no State is refused, by name.
  form: { envelope: '{{recipient.title}} {{state.of}}' },
};

const HOLDERS: readonly Partial<Recipient>[] = [
  {},
  { holder: { name: 'A. One', gender: 'unknown', span: SOMEWHERE } },
  { holder: { name: 'B. Two', gender: 'unknown', honorific: 'Ms', span: SOMEWHERE } },
];

/** Gives the same object for equal values, as choices do. */
function sharing<T>(): (value: T) => T {
  const known = new Map<string, T>();
  return (value) => {
    const key = JSON.stringify(value);
    const own = known.get(key) ?? value;
    known.set(key, own);
    return own;
  };
}

/** Selections that differ in one thing or in several. */
function selections(): readonly Selection[] {
  const [shareDemands, sharePassages] = [sharing<Selection['demands']>(), sharing<Selection['passages']>()];
  return HOLDERS.flatMap((holder) =>
    [true, false].flatMap((inState) =>
      ['Minister', ''].flatMap((title) =>
        [[1, 2], [2, 1], [2]].flatMap((numbers) =>
          [[], ['thanks', 'regrets'], ['thanks']].map((chosen): Selection => {
            const demands = numbers.map((number) => ({ id: `d${number}`, numbers: number === 1 ? [1] : [3, 4] }));
            const recipient = {
              id: `${title}-${inState}`,
              office: { title: { en: title }, rank: 'minister' },
              ...holder,
            };
            const { selection } = aMerging({ ...PARTS, demands, recipient, inState });
            const passages = selection.passages.map(({ id, choice }) => ({
              id,
              choice: chosen.includes(id) ? choice : undefined,
            }));
            return { ...selection, demands: shareDemands(selection.demands), passages: sharePassages(passages) };
          }),
        ),
      ),
    ),
  );
}

test('a letter among many is what it would be alone, and so is what is wrong with it', () => {
  const { campaign } = aMerging(PARTS);
  const opened = (): Templates => valueOf(parseTemplates(campaign));
  const many = opened();
  const seen = { letters: 0, faults: 0 };
  const all = selections();
  for (const selection of [...all, ...all.toReversed().map(renamed)]) {
    const among = mergeLetter(campaign, many, selection);
    expect(among).toEqual(mergeLetter(campaign, opened(), selection));
    if (among.ok) seen.letters += 1;
    else seen.faults += 1;
  }
  expect(seen.letters).toBeGreaterThan(50);
  expect(seen.faults).toBeGreaterThan(80);
});

function renamed(selection: Selection): Selection {
  return { ...selection, recipient: { ...selection.recipient, id: `${selection.recipient.id}-2` } };
}

test('what somebody lacks is said of that one, though another lacked it before', () => {
  const { campaign } = aMerging(PARTS);
  const templates = valueOf(parseTemplates(campaign));
  for (const id of ['first', 'second']) {
    const { selection } = aMerging({ ...PARTS, inState: false, recipient: { id } });
    const { diagnostics } = mergeLetter(campaign, templates, selection);
    expect(diagnostics.map(({ message }) => plainMessage(message))).toEqual([expect.stringContaining(id)]);
  }
});
