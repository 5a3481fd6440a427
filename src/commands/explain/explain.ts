import type { LetterSettings, WordingRule } from '../../model/campaign.ts';
import { type Day, type Period, daysBetween, periodStatus } from '../../model/date.ts';
import type { Confidence } from '../../model/form-of-address.ts';
import { type Gender, type Recipient, holderName } from '../../model/recipient.ts';
import { type Choice, type Selection, type Target, recipientOf } from '../../model/selection.ts';
import type { Span } from '../../model/span.ts';
import type { Plan } from '../../pipeline.ts';
import { originalOf } from '../translations/translations.ts';
import { conditionWords, factsIn, groupsIn } from './conditions.ts';

/** What this recipient gets, which rule, in which file, decided each part of it, and what that rests on. */
export function explain(plan: Plan, target: Target): Explanation {
  const { letter } = plan.campaign;
  const recipient = recipientOf(target);
  const selection = target.kind === 'letter' ? target.selection : undefined;
  const language = target.kind === 'skipped' ? target.addressing.language : (selection?.language ?? originalOf(letter));
  const tried = selection === undefined ? [] : rulesTried(letter, selection);
  const { holder, verified } = recipient;
  return {
    id: recipient.id,
    letter: letter.id,
    office: recipient.office.title[language] ?? '',
    date: letter.date,
    language,
    outcome: target.kind,
    reason: reasonWithoutLetter(plan, target),
    texts: selection === undefined ? [] : explainedTexts(plan, selection),
    leftOut: selection?.passages.filter(({ choice }) => choice === undefined).map(({ id }) => id) ?? [],
    facts: explainedFacts(plan, recipient, tried),
    groups: groupsOf(plan, recipient, tried),
    holder: holder === undefined ? null : { ...withoutEnds(holder), name: holderName(holder) },
    form: formOf(plan, recipient, language),
    verified: verified === undefined ? null : { day: verified, age: daysBetween(verified, letter.date) },
    source: recipient.source,
    span: recipient.span,
  };
}

function reasonWithoutLetter(plan: Plan, target: Target): string {
  if (target.kind === 'skipped') return target.skip.reason;
  return target.kind === 'letter' ? '' : `the letter goes to: ${conditionWords(plan.campaign.letter.to)}`;
}

function explainedTexts({ campaign }: Plan, selection: Selection): readonly ExplainedText[] {
  const templates = campaign.templates[selection.language];
  const explained = (kind: ExplainedText['kind'], id: string, choice: Choice): ExplainedText => ({
    kind,
    id,
    text: choice.text,
    file: templates?.get(choice.text)?.file ?? '',
    wording: choice.wording,
    rule: conditionWords(choice.rule.for),
    span: choice.rule.span,
    numbers: [],
    sources: [],
  });
  return [
    explained('body', selection.body.wording, selection.body),
    ...selection.passages.flatMap(({ id, choice }) => (choice === undefined ? [] : [explained('passage', id, choice)])),
    ...selection.demands.map((demand) => ({
      ...explained('demand', demand.id, demand),
      numbers: demand.numbers,
      sources: demand.sources.flatMap((key) => {
        const source = campaign.sources.get(key);
        return source === undefined ? [] : [{ key, date: source.date ?? null, span: source.span }];
      }),
    })),
  ];
}

/** The rules that were tried: of every text those up to the one that holds, or all. */
function rulesTried(letter: LetterSettings, { body, passages, demands }: Selection): readonly WordingRule[] {
  const upTo = (rules: readonly WordingRule[], chosen: Choice | undefined): readonly WordingRule[] => {
    const last = rules.findIndex(({ span }) => span === chosen?.rule.span);
    return last === -1 ? rules : rules.slice(0, last + 1);
  };
  return [
    ...upTo(letter.body, body),
    ...passages.flatMap(({ id, choice }) => upTo(letter.passages.get(id)?.wordings ?? [], choice)),
    ...demands.flatMap((demand) => upTo(letter.demands.get(demand.id)?.wordings ?? [], demand)),
  ];
}

function explainedFacts(
  { campaign }: Plan,
  { state }: Recipient,
  tried: readonly WordingRule[],
): readonly ExplainedFact[] {
  const { letter, register } = campaign;
  const asked = new Set([letter.to, ...tried.map((rule) => rule.for)].flatMap(factsIn));
  const facts = state === undefined ? [] : (register.states.get(state)?.facts ?? []);
  return facts
    .filter((fact) => periodStatus(fact, letter.date) === 'current')
    .map((fact) => ({
      ...fact,
      asked: asked.has(fact.name),
      age: fact.since === undefined ? null : daysBetween(fact.since, letter.date),
    }));
}

function groupsOf({ campaign }: Plan, { state }: Recipient, tried: readonly WordingRule[]): readonly ExplainedGroup[] {
  const { letter, register } = campaign;
  const asked = new Set([letter.to, ...tried.map((rule) => rule.for)].flatMap(groupsIn));
  return [...register.groups.values()].flatMap(({ name, members }) => {
    const member = members.find((one) => one.state === state && periodStatus(one, letter.date) === 'current');
    if (member === undefined) return [];
    return [{ ...withoutEnds(member), name, source: member.source, span: member.span, asked: asked.has(name) }];
  });
}

function formOf({ campaign }: Plan, recipient: Recipient, language: string): ExplainedForm | null {
  const { office, holder, envelope, salutation, close } = recipient;
  const forms = campaign.forms[language]?.ranks.get(office.rank);
  if (forms === undefined) return null;
  const wanted = holder?.gender ?? 'unknown';
  const gender = forms[wanted] === undefined ? 'unknown' : wanted;
  const form = forms[gender] ?? forms.unknown;
  const own = Object.entries({ envelope, salutation, close });
  return {
    rank: office.rank,
    gender,
    source: form.source,
    confidence: form.confidence ?? null,
    span: form.spans.envelope,
    verbatim: own.flatMap(([part, words]) => (words?.[language] === undefined ? [] : [part])),
  };
}

function withoutEnds({ since, until }: { readonly since?: string; readonly until?: string }) {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}

/** Why one text of a letter is as it is. */
export interface ExplainedText {
  readonly kind: 'body' | 'passage' | 'demand';
  readonly id: string;
  /** The template's key, and its file. */
  readonly text: string;
  readonly file: string;
  readonly wording: string;
  /** The rule that chose it, in words, and where it stands. */
  readonly rule: string;
  readonly span: Span;
  /** For a demand: its numbers in the published letter. */
  readonly numbers: readonly number[];
  /** For a demand: what it rests on. */
  readonly sources: readonly { readonly key: string; readonly date: Day | null; readonly span: Span }[];
}

/** How a recipient is addressed, and where the words come from. */
export interface ExplainedForm {
  readonly rank: string;
  /** Which of the rank's forms it is: `unknown` also where the holder's own is missing. */
  readonly gender: Gender;
  readonly source: string;
  readonly confidence: Confidence | null;
  readonly span: Span;
  /** The words that the profile has of its own instead. */
  readonly verbatim: readonly string[];
}

/** A group to which the recipient's State belongs on the letter's date. */
export interface ExplainedGroup extends Period {
  readonly name: string;
  readonly source: string;
  readonly span: Span;
  /** Does a rule that was tried for this letter ask about it? */
  readonly asked: boolean;
}

/** Something recorded about the recipient's State that holds on the letter's date. */
export interface ExplainedFact extends Period {
  readonly name: string;
  readonly value: boolean;
  readonly source: string;
  readonly span: Span;
  /** Does a rule that was tried for this letter ask about it? What no rule asks about changes no letter. */
  readonly asked: boolean;
  /** Days from its beginning to the letter's date; null: it has none. */
  readonly age: number | null;
}

/** What a recipient gets from a letter, and why. */
export interface Explanation {
  readonly id: string;
  readonly letter: string;
  readonly office: string;
  readonly date: string;
  readonly language: string;
  readonly outcome: 'letter' | 'skipped' | 'not-addressed';
  /** For a skipped recipient the reason, for one not addressed the condition that leaves it out. */
  readonly reason: string;
  readonly texts: readonly ExplainedText[];
  /** Passages of the letter that this recipient does not get. */
  readonly leftOut: readonly string[];
  readonly facts: readonly ExplainedFact[];
  readonly groups: readonly ExplainedGroup[];
  /** Null: nobody is named. */
  readonly holder: (Period & { readonly name: string }) | null;
  /** Null: there is none for the rank. */
  readonly form: ExplainedForm | null;
  /** The day on which a person checked the profile, and how many days that was before the letter; null: nobody has. */
  readonly verified: { readonly day: Day; readonly age: number } | null;
  /** Where the profile comes from. */
  readonly source: string;
  readonly span: Span;
}
