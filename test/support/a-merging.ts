import { mergeLetter } from '../../src/merge/merge-letter.ts';
import { parseTemplates } from '../../src/template/parse-templates.ts';
import { NO_PICTURE_FILES, type PictureFiles } from '../../src/model/picture-files.ts';
import type { Campaign, Demand, DemandRule, LetterSettings, Passage, WordingRule } from '../../src/model/campaign.ts';
import type { FieldDeclaration } from '../../src/model/field.ts';
import type { FormOfAddress } from '../../src/model/form-of-address.ts';
import type { Language } from '../../src/model/language.ts';
import type { Letter } from '../../src/model/letter.ts';
import { plainMessage } from '../../src/model/message.ts';
import { andThen, type Outcome } from '../../src/model/outcome.ts';
import type { Recipient } from '../../src/model/recipient.ts';
import type { ChosenDemand, Selection } from '../../src/model/selection.ts';
import type { ClaimSource } from '../../src/model/source.ts';
import { aRecipient, aRegister, condition, SOMEWHERE } from './a-register.ts';
import { type Locales, NO_LOCALES } from '../../src/model/locale-data.ts';

/** The parts of a campaign that a test of merging sets; all others have short valid defaults. */
export interface MergingParts {
  /** Templates by key, as in `Campaign.templates`; the file of each is `en/<key>.md`. The body is `body/member`. */
  readonly texts?: Readonly<Record<string, string>>;
  /** The demands in the order in which the letter has them; the wording of each is `demands/<id>/ask`. */
  readonly demands?: readonly {
    readonly id: string;
    readonly numbers: readonly number[];
    readonly sources?: readonly string[];
  }[];
  /** Ids of passages; the wording of each is `passages/<id>/some`, which is selected if `texts` has it. */
  readonly passages?: readonly string[];
  readonly recipient?: Partial<Recipient>;
  /** Whether the recipient has a State; true by default. */
  readonly inState?: boolean;
  readonly sources?: Readonly<Record<string, Partial<ClaimSource>>>;
  readonly letter?: Partial<LetterSettings>;
  readonly form?: Partial<FormOfAddress>;
  readonly fields?: readonly FieldDeclaration[];
  /** The language of the letter, of its texts and of its forms of address: by default en. */
  readonly language?: Language;
  readonly locales?: Locales;
  readonly pictures?: PictureFiles;
}

/** A campaign with one letter, and what the letter to one recipient selects from it. */
export interface MergingCase {
  readonly campaign: Campaign;
  readonly selection: Selection;
}

/** The default template of the body. */
export const SHORT_BODY = '# Subject\n\nWords.\n';

/** Builds a campaign with one letter, and the selection for one recipient. */
export function aMerging(parts: MergingParts = {}): MergingCase {
  const texts = { 'body/member': SHORT_BODY, ...parts.texts };
  const everyone = condition({ kind: 'everyone' });
  const rule = (use: string): WordingRule => ({ use, for: everyone, span: SOMEWHERE });
  const demands = parts.demands ?? [];
  const language = parts.language ?? 'en';
  const sources = new Map(
    Object.entries({ statute: {}, ...parts.sources }).map(([key, source]) => [key, aSource(key, source)]),
  );
  const letter: LetterSettings = {
    id: 'open-letter',
    status: 'specimen',
    date: '2025-12-01',
    statusSpan: { file: 'letter.yaml', line: 1, column: 1 },
    needs: {},
    languages: { [language]: 'original' },
    statesLanguages: true,
    to: everyone,
    signatoryOrder: 'given',
    signatories: [{ id: 'one', name: { [language]: 'One Organisation' }, for: everyone }],
    enclosures: [],
    meant: [],
    body: [{ ...rule('member'), demands: demands.map(({ id }) => id) }],
    cover: [],
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
    pictures: parts.pictures ?? NO_PICTURE_FILES,
    letter,
    editions: { languages: [language], each: 'first-read' },
    locales: parts.locales ?? NO_LOCALES,
    sources,
    register,
    powers: new Map(),
    fields: new Map((parts.fields ?? []).map((field) => [field.name, field])),
    forms: {
      [language]: {
        file: `recipients/forms/${language}.yaml`,
        ranks: new Map([['minister', { unknown: aForm(parts.form) }]]),
      },
    },
    templates: {
      [language]: new Map(Object.entries(texts).map(([key, text]) => [key, { file: `${language}/${key}.md`, text }])),
    },
  };
  const selection: Selection = {
    recipient: aRecipient(parts.recipient),
    state: parts.inState === false ? undefined : register.states.get('AB'),
    letter,
    language,
    body: { text: 'body/member', wording: 'member', rule: rule('member') },
    cover: undefined,
    demands: demands.map((demand): ChosenDemand => ({
      id: demand.id,
      text: `demands/${demand.id}/ask`,
      wording: 'ask',
      rule: { ...rule('ask'), with: [], powers: [] },
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
    signatories: letter.signatories,
  };
  return { campaign, selection };
}

/** Parses the templates, then merges the letter. */
export function merged(parts: MergingParts = {}): Outcome<Letter> {
  const { campaign, selection } = aMerging(parts);
  return andThen(parseTemplates(campaign), (templates) => mergeLetter(campaign, templates, selection));
}

/** Returns the merged letter. Throws an Error that lists the faults if merging fails. */
export function letterOf(parts: MergingParts = {}): Letter {
  const outcome = merged(parts);
  if (!outcome.ok) throw new Error(diagnosticLines(outcome).join('\n'));
  return outcome.value;
}

/** Formats each diagnostic as `file:line:column code message`. */
export function diagnosticLines(outcome: Outcome<unknown>): readonly string[] {
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
    { use: 'ask', for: condition({ kind: 'everyone' }), with: [], powers: [], span: SOMEWHERE },
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
  const spanAt = (line: number): typeof SOMEWHERE => ({ file: 'recipients/forms/en.yaml', line, column: 15 });
  const { envelope: written = '' } = changes;
  return {
    envelopeSpans: written.split('\n').map((_, index) => spanAt(3 + index)),
    envelope: '{{#if holder.name}}{{holder.name}}, {{/if}}{{recipient.title}}{{#if state.of}} {{state.of}}{{/if}}',
    salutation: 'Your Excellency,',
    inText: 'Your Excellency',
    close: 'Yours faithfully,',
    source: 'a guide',
    spans: { envelope: spanAt(3), salutation: spanAt(4), inText: spanAt(5), close: spanAt(6) },
    ...changes,
  };
}
