import { describe, expect, test } from 'vitest';
import { NO_PICTURE_FILES } from '../../../src/model/picture-files.ts';
import type { Campaign, Demand, LetterSettings } from '../../../src/model/campaign.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { Recipient } from '../../../src/model/recipient.ts';
import { choicesOf, sentChoicesOf } from '../../../src/model/selection.ts';
import { selectTarget } from '../../../src/select/select-target.ts';
import { SOMEWHERE, aRecipient, aRegister, condition } from '../../support/a-register.ts';
import { NO_LOCALES } from '../../../src/model/locale-data.ts';

const minister = condition({ kind: 'role', role: 'minister' });
const president = condition({ kind: 'role', role: 'president' });
const everyone = condition({ kind: 'everyone' });

function demand(id: string, number: number, changes: Partial<Demand> = {}): [string, Demand] {
  const wordings = [{ use: 'plain', for: everyone, with: [], powers: [], span: SOMEWHERE }];
  return [id, { id, number, sources: [`source-${id}`], wordings, span: SOMEWHERE, ...changes }];
}

function aCampaign(changes: Partial<LetterSettings> = {}): Campaign {
  const letter: LetterSettings = {
    id: 'open-letter',
    status: 'specimen',
    date: '2025-12-01',
    statusSpan: { file: 'letter.yaml', line: 1, column: 1 },
    needs: {},
    languages: { en: 'original' },
    statesLanguages: true,
    to: minister,
    signatories: [],
    signatoryOrder: 'given',
    enclosures: [],
    meant: [],
    body: [{ use: 'minister', for: minister, demands: ['write', 'speak'], span: SOMEWHERE }],
    cover: [],
    demands: new Map([demand('speak', 1), demand('write', 2), demand('report', 3)]),
    passages: new Map(),
    page: { preset: 'international' },
    span: SOMEWHERE,
    ...changes,
  };
  const editions = { languages: ['en'], each: 'first-read' } as const;
  return {
    letter,
    editions,
    locales: NO_LOCALES,
    approvals: new Map(),
    pictures: NO_PICTURE_FILES,
    sources: new Map(),
    register: aRegister(),
    fields: new Map(),
    powers: new Map(),
    forms: {},
    templates: {},
  };
}

function targetFor(changes: Partial<LetterSettings> = {}, recipient: Recipient = aRecipient()) {
  const target = selectTarget(aCampaign(changes), { recipient, state: undefined, language: 'en' });
  return target.ok ? target.value : target.diagnostics.map(({ code }) => code);
}

function selectionFor(changes: Partial<LetterSettings> = {}, recipient?: Recipient) {
  const target = targetFor(changes, recipient);
  if (!('kind' in target) || target.kind !== 'letter') throw new Error('no letter');
  return target.selection;
}

describe('the cover text', () => {
  const cover = [
    { use: 'presidents', for: president, span: SOMEWHERE },
    { use: 'ministers', for: minister, span: SOMEWHERE },
    { use: 'others', for: everyone, span: SOMEWHERE },
  ];

  test('is that of the first rule that holds', () => {
    expect(selectionFor({ cover }).cover).toMatchObject({ text: 'cover/ministers', wording: 'ministers' });
  });

  test('is none if no rule holds', () => {
    expect(selectionFor({ cover: cover.slice(0, 1) }).cover).toBeUndefined();
  });

  test('is no text that the letter prints, and one that the recipient reads', () => {
    const selection = selectionFor({ cover });
    expect(choicesOf(selection).map(({ text }) => text)).not.toContain('cover/ministers');
    expect(sentChoicesOf(selection).map(({ text }) => text)).toContain('cover/ministers');
  });
});

describe('the outcome for a recipient', () => {
  test('is a letter if `to` matches', () => {
    expect(targetFor()).toMatchObject({ kind: 'letter' });
  });

  test('is not-addressed if `to` does not match', () => {
    expect(targetFor({ to: president })).toMatchObject({ kind: 'not-addressed' });
  });

  test('is a fault if `to` depends on a fact that is not recorded', () => {
    const signed = condition({ kind: 'fact', fact: 'signed', value: true });
    expect(targetFor({ to: condition({ kind: 'not', not: signed }) })).toEqual(['select/fact-not-recorded']);
  });

  test.each([
    [{}, 'skipped'],
    [{ since: '2025-06-02', until: '2026-05-29' }, 'skipped'],
    [{ until: '2025-11-30' }, 'letter'],
    [{ since: '2025-12-02' }, 'letter'],
  ])('with the skip %j on 1 December 2025 is %s', (period, kind) => {
    const skip = { reason: 'pending', span: SOMEWHERE, ...period };
    expect(targetFor({}, aRecipient({ skip }))).toMatchObject({ kind });
  });

  test('is a fault if `to` matches but no body does', () => {
    expect(targetFor({ body: [{ use: 'x', for: president, demands: [], span: SOMEWHERE }] })).toEqual([
      'select/no-body',
    ]);
  });
});

describe('the first rule that holds selects', () => {
  const rules = [
    { use: 'never', for: president, with: [], powers: [], span: SOMEWHERE },
    { use: 'first', for: minister, with: [], powers: [], span: SOMEWHERE },
    { use: 'second', for: everyone, with: [], powers: [], span: SOMEWHERE },
  ];

  test('a wording of a demand', () => {
    const demands = new Map([demand('write', 1, { wordings: rules }), demand('speak', 2)]);
    expect(selectionFor({ demands }).demands[0]).toMatchObject({ text: 'demands/write/first', rule: { use: 'first' } });
  });

  test('a wording of a passage, which is left out if no rule holds', () => {
    const passages = new Map([
      ['thanks', { id: 'thanks', wordings: rules, span: SOMEWHERE }],
      ['host', { id: 'host', wordings: rules.slice(0, 1), span: SOMEWHERE }],
    ]);
    const chosen = selectionFor({ passages }).passages.map(({ id, choice }) => [id, choice?.text]);
    expect(chosen).toEqual([
      ['thanks', 'passages/thanks/first'],
      ['host', undefined],
    ]);
  });

  test('no wording of a listed demand if none holds, which is a fault', () => {
    const demands = new Map([demand('write', 1, { wordings: rules.slice(0, 1) }), demand('speak', 2)]);
    expect(targetFor({ demands })).toEqual(['select/no-wording']);
  });
});

describe('demands', () => {
  test('are in the order of the body, with the numbers of the published letter', () => {
    expect(selectionFor().demands.map(({ id, numbers }) => [id, numbers])).toEqual([
      ['write', [2]],
      ['speak', [1]],
    ]);
  });

  const carrying = [{ use: 'both', for: everyone, with: ['report'], powers: [], span: SOMEWHERE }];

  test('that carry others have their numbers and sources too', () => {
    const demands = new Map([demand('write', 2, { wordings: carrying }), demand('speak', 1), demand('report', 3)]);
    expect(selectionFor({ demands }).demands[0]).toMatchObject({
      numbers: [2, 3],
      carries: ['report'],
      sources: ['source-write', 'source-report'],
    });
  });

  test('are a fault if both listed and carried', () => {
    const demands = new Map([demand('write', 2, { wordings: carrying }), demand('report', 3)]);
    const body = [{ use: 'minister', for: minister, demands: ['write', 'report'], span: SOMEWHERE }];
    expect(targetFor({ demands, body })).toEqual(['select/demand-twice']);
  });

  test('are a fault if carried twice', () => {
    const demands = new Map([
      demand('write', 2, { wordings: carrying }),
      demand('speak', 1, { wordings: carrying }),
      demand('report', 3),
    ]);
    expect(targetFor({ demands })).toEqual(['select/demand-twice']);
    const target = selectTarget(aCampaign({ demands }), { recipient: aRecipient(), state: undefined, language: 'en' });
    expect(target.diagnostics.map(({ message }) => plainMessage(message))).toEqual([
      'the demand report is asked twice in one letter: write and speak both carry it',
    ]);
  });
});

describe('the signatories', () => {
  const signs = (id: string, signsFor = everyone) => ({ id, name: { en: id }, for: signsFor });
  const idsFor = (signatories: LetterSettings['signatories']) =>
    selectionFor({ signatories }).signatories.map(({ id }) => id);

  test('are those whose condition holds, in the order of the file', () => {
    expect(idsFor([signs('b', minister), signs('c', president), signs('a')])).toEqual(['b', 'a']);
  });

  test('may be none if the letter has none', () => {
    expect(idsFor([])).toEqual([]);
  });

  test('of a letter that has some are never none', () => {
    expect(targetFor({ signatories: [signs('b', president)] })).toEqual(['select/no-signatory']);
  });

  test.each([
    [9, []],
    [10, ['picture/not-printed: the picture of the signature of s2 is not printed where 10 sign or more']],
  ])('of whom %i sign have pictures that are printed, or a warning', (count, warnings) => {
    const others = [signs('elsewhere', president)];
    const signatories = Array.from({ length: count }, (_, index) => signs(`s${index}`)).concat(others);
    const signed = signatories.map((each) =>
      each.id === 's2' || each.id === 'elsewhere' ? { ...each, image: { file: 's.png', span: SOMEWHERE } } : each,
    );
    const target = selectTarget(aCampaign({ signatories: signed }), {
      recipient: aRecipient(),
      state: undefined,
      language: 'en',
    });
    expect(target.ok).toBe(true);
    expect(target.diagnostics.map(({ code, message }) => `${code}: ${plainMessage(message)}`)).toEqual(warnings);
  });
});
