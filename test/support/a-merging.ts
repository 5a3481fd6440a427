import { mergeLetter } from '../../src/merge/merge-letter.ts';
import { parseTemplates } from '../../src/template/parse-templates.ts';
import type { Campaign, Demand, DemandRule, LetterSettings, Passage, WordingRule } from '../../src/model/campaign.ts';
import type { FormOfAddress } from '../../src/model/form-of-address.ts';
import type { Letter } from '../../src/model/letter.ts';
import { plainMessage } from '../../src/model/message.ts';
import { andThen, type Outcome } from '../../src/model/outcome.ts';
import type { Recipient } from '../../src/model/recipient.ts';
import type { ChosenDemand, Selection } from '../../src/model/selection.ts';
import type { ClaimSource } from '../../src/model/source.ts';
import { aRecipient, aRegister, condition, SOMEWHERE } from './a-register.ts';

/** What a test of merging is about; the rest is sound and short. */
export interface MergingParts {
  /** Templates by key, as in `Campaign.templates.en`; files are `en/<key>.md`. The body is `body/member`. */
  readonly texts?: Readonly<Record<string, string>>;
  /** In the order of this letter; each wording is `demands/<id>/ask`. */
  readonly demands?: readonly {
    readonly id: string;
    readonly numbers: readonly number[];
    readonly sources?: readonly string[];
  }[];
  /** Ids; each wording is `passages/<id>/some`, chosen if there is such a text. */
  readonly passages?: readonly string[];
  readonly recipient?: Partial<Recipient>;
  /** False: the recipient has no State. */
  readonly inState?: boolean;
  readonly sources?: Readonly<Record<string, Partial<ClaimSource>>>;
  readonly letter?: Partial<LetterSettings>;
  readonly form?: Partial<FormOfAddress>;
}

export interface MergingCase {
  readonly campaign: Campaign;
  readonly selection: Selection;
}

export const SHORT_BODY = '# Subject\n\nWords.\n';

/** A campaign with one letter, and one recipient's selection from it. */
export function aMerging(parts: MergingParts = {}): MergingCase {
  const texts = { 'body/member': SHORT_BODY, ...parts.texts };
  const everyone = condition({ kind: 'everyone' });
  const rule = (use: string): WordingRule => ({ use, for: everyone, span: SOMEWHERE });
  const demands = parts.demands ?? [];
  const sources = new Map(
    Object.entries({ statute: {}, ...parts.sources }).map(([key, source]) => [key, aSource(key, source)]),
  );
  const letter: LetterSettings = {
    id: 'open-letter',
    status: 'specimen',
    date: '2025-12-01',
    statusSpan: { file: 'letter.yaml', line: 1, column: 1 },
    needs: {},
    languages: { en: 'original' },
    to: everyone,
    signatories: [{ id: 'one', name: { en: 'One Organisation' } }],
    enclosures: [],
    body: [{ ...rule('member'), demands: demands.map(({ id }) => id) }],
    demands: new Map(demands.map((demand) => [demand.id, aDemand(demand)])),
    passages: new Map(
      (parts.passages ?? []).map((id): [string, Passage] => [id, { id, wordings: [rule('some')], span: SOMEWHERE }]),
    ),
    page: { preset: 'international' },
    span: SOMEWHERE,
    ...parts.letter,
  };
  const register = aRegister();
  const campaign: Campaign = {
    approvals: new Map(),
    letter,
    editions: { languages: ['en'], each: 'first-read' },
    sources,
    register,
    forms: { en: { file: 'recipients/forms/en.yaml', ranks: new Map([['minister', { unknown: aForm(parts.form) }]]) } },
    templates: { en: new Map(Object.entries(texts).map(([key, text]) => [key, { file: `en/${key}.md`, text }])) },
  };
  const selection: Selection = {
    recipient: aRecipient(parts.recipient),
    state: parts.inState === false ? undefined : register.states.get('AB'),
    letter,
    language: 'en',
    body: { text: 'body/member', wording: 'member', rule: rule('member') },
    demands: demands.map((demand): ChosenDemand => ({
      id: demand.id,
      text: `demands/${demand.id}/ask`,
      wording: 'ask',
      rule: rule('ask'),
      numbers: demand.numbers,
      carries: [],
      sources: demand.sources ?? ['statute'],
    })),
    passages: (parts.passages ?? []).map((id) => ({
      id,
      choice:
        `passages/${id}/some` in texts
          ? { text: `passages/${id}/some`, wording: 'some', rule: rule('some') }
          : undefined,
    })),
  };
  return { campaign, selection };
}

/** Both steps: templates, then the letter. */
export function merged(parts: MergingParts = {}): Outcome<Letter> {
  const { campaign, selection } = aMerging(parts);
  return andThen(parseTemplates(campaign), (templates) => mergeLetter(campaign, templates, selection));
}

/** The letter; faults fail the test in their own words. */
export function letterOf(parts: MergingParts = {}): Letter {
  const outcome = merged(parts);
  if (!outcome.ok) throw new Error(placesOf(outcome).join('\n'));
  return outcome.value;
}

/** Every fault as `file:line:column code message`. */
function placesOf(outcome: Outcome<unknown>): readonly string[] {
  return outcome.diagnostics.map(
    ({ code, span, message }) => `${span.file}:${span.line}:${span.column} ${code} ${plainMessage(message)}`,
  );
}

function aDemand({
  id,
  numbers,
  sources,
}: {
  readonly id: string;
  readonly numbers: readonly number[];
  readonly sources?: readonly string[];
}): Demand {
  const wordings: readonly DemandRule[] = [
    { use: 'ask', for: condition({ kind: 'everyone' }), with: [], span: SOMEWHERE },
  ];
  return { id, number: numbers[0] ?? 1, sources: sources ?? ['statute'], wordings, span: SOMEWHERE };
}

function aSource(key: string, changes: Partial<ClaimSource>): ClaimSource {
  return {
    key,
    title: { en: `Title of ${key}` },
    note: { en: `Note of ${key}` },
    source: 'seen',
    span: SOMEWHERE,
    ...changes,
  };
}

function aForm(changes: Partial<FormOfAddress> = {}): FormOfAddress {
  const at = (line: number): typeof SOMEWHERE => ({ file: 'recipients/forms/en.yaml', line, column: 15 });
  return {
    envelope: '{{#if holder.name}}{{holder.name}}, {{/if}}{{recipient.title}}{{#if state.of}} {{state.of}}{{/if}}',
    salutation: 'Your Excellency,',
    inText: 'Your Excellency',
    close: 'Yours faithfully,',
    source: 'a guide',
    spans: { envelope: at(3), salutation: at(4), inText: at(5), close: at(6) },
    ...changes,
  };
}
