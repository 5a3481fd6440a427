import type { LetterSettings, WordingRule } from '../../model/campaign.ts';
import { type Day, type Period, daysBetween, periodStatus } from '../../model/date.ts';
import type { Confidence } from '../../model/form-of-address.ts';
import { type Gender, type Recipient, holderName } from '../../model/recipient.ts';
import { type Choice, type Selection, type Target, recipientOf } from '../../model/selection.ts';
import type { Span } from '../../model/span.ts';
import type { Plan } from '../../pipeline.ts';
import { originalLanguage } from '../translations/translations.ts';
import { conditionText, factsIn, groupsIn } from './conditions.ts';

/** Explains a letter for a recipient: its texts, the rule that chose each, and the recorded facts and groups. */
export function explain(plan: Plan, target: Target): Explanation {
  const { letter } = plan.campaign;
  const recipient = recipientOf(target);
  const selection = target.kind === 'letter' ? target.selection : undefined;
  const language =
    target.kind === 'skipped' ? target.addressing.language : (selection?.language ?? originalLanguage(letter));
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
    holder: holder === undefined ? null : { ...periodOf(holder), name: holderName(holder) },
    form: formOf(plan, recipient, language),
    verified: verified === undefined ? null : { day: verified, age: daysBetween(verified, letter.date) },
    source: recipient.source,
    span: recipient.span,
  };
}

/** Why the recipient gets no letter; empty if it gets one. */
function reasonWithoutLetter(plan: Plan, target: Target): string {
  if (target.kind === 'skipped') return target.skip.reason;
  return target.kind === 'letter' ? '' : `the letter goes to: ${conditionText(plan.campaign.letter.to)}`;
}

function explainedTexts({ campaign }: Plan, selection: Selection): readonly ExplainedText[] {
  const templates = campaign.templates[selection.language];
  const explained = (kind: ExplainedText['kind'], id: string, choice: Choice): ExplainedText => ({
    kind,
    id,
    text: choice.text,
    file: templates?.get(choice.text)?.file ?? '',
    wording: choice.wording,
    rule: conditionText(choice.rule.for),
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

/**
 * The rules that the selection evaluated. The rules of a text are evaluated in order up to the first that holds, so for
 * each text these are the rules up to the chosen one, or all if none holds.
 */
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

/** The facts about the recipient's State that are valid on the letter's date. `tried`: the evaluated rules. */
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

/** The groups to which the recipient's State belongs on the letter's date. `tried`: the evaluated rules. */
function groupsOf({ campaign }: Plan, { state }: Recipient, tried: readonly WordingRule[]): readonly ExplainedGroup[] {
  const { letter, register } = campaign;
  const asked = new Set([letter.to, ...tried.map((rule) => rule.for)].flatMap(groupsIn));
  return [...register.groups.values()].flatMap(({ name, members }) => {
    const member = members.find((one) => one.state === state && periodStatus(one, letter.date) === 'current');
    if (member === undefined) return [];
    return [{ ...periodOf(member), name, source: member.source, span: member.span, asked: asked.has(name) }];
  });
}

/** The form of address for the recipient's rank and the holder's gender; null if the rank has none. */
function formOf({ campaign }: Plan, recipient: Recipient, language: string): ExplainedForm | null {
  const { office, holder, envelope, salutation, close } = recipient;
  const forms = campaign.forms[language]?.ranks.get(office.rank);
  if (forms === undefined) return null;
  const holderGender = holder?.gender ?? 'unknown';
  const gender = forms[holderGender] === undefined ? 'unknown' : holderGender;
  const form = forms[gender] ?? forms.unknown;
  const overrides = Object.entries({ envelope, salutation, close });
  return {
    rank: office.rank,
    gender,
    source: form.source,
    confidence: form.confidence ?? null,
    span: form.spans.envelope,
    verbatim: overrides.flatMap(([part, words]) => (words?.[language] === undefined ? [] : [part])),
  };
}

/** The `since` and `until` of an object, without keys whose value is undefined. */
function periodOf({ since, until }: { readonly since?: string; readonly until?: string }) {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}

/** A text of a recipient's letter, and the rule that chose it. */
export interface ExplainedText {
  readonly kind: 'body' | 'passage' | 'demand';
  readonly id: string;
  /** The template's key, such as `body/minister`; `file` is its path. */
  readonly text: string;
  readonly file: string;
  readonly wording: string;
  /** The condition of the rule that chose it, in English; `span` is the rule's location. */
  readonly rule: string;
  readonly span: Span;
  /** For a demand: its numbers in the published letter. */
  readonly numbers: readonly number[];
  /** For a demand: the sources that support it. */
  readonly sources: readonly { readonly key: string; readonly date: Day | null; readonly span: Span }[];
}

/** The form of address used for a recipient, and its source. */
export interface ExplainedForm {
  readonly rank: string;
  /** The gender of the form used: `unknown` also as the fallback if the rank has no form for the holder's gender. */
  readonly gender: Gender;
  readonly source: string;
  readonly confidence: Confidence | null;
  readonly span: Span;
  /** The parts (envelope, salutation, close) that the profile overrides with its own words. */
  readonly verbatim: readonly string[];
}

/** A group to which the recipient's State belongs on the letter's date. */
export interface ExplainedGroup extends Period {
  readonly name: string;
  readonly source: string;
  readonly span: Span;
  /** Whether a rule evaluated for this letter tests membership in this group. */
  readonly asked: boolean;
}

/** A fact about the recipient's State that is valid on the letter's date. */
export interface ExplainedFact extends Period {
  readonly name: string;
  readonly value: boolean;
  readonly source: string;
  readonly span: Span;
  /** Whether a rule evaluated for this letter tests this fact; if not, the fact has no effect on the letter. */
  readonly asked: boolean;
  /** Days from the start of its period to the letter's date; null: the period has no start. */
  readonly age: number | null;
}

/** The explanation of a letter for one recipient: whether it gets one, with which texts, and by which rules. */
export interface Explanation {
  readonly id: string;
  readonly letter: string;
  readonly office: string;
  readonly date: string;
  readonly language: string;
  readonly outcome: 'letter' | 'skipped' | 'not-addressed';
  /** For a skipped recipient the reason; for a recipient not addressed the letter's condition; otherwise empty. */
  readonly reason: string;
  readonly texts: readonly ExplainedText[];
  /** Passages of the letter that this recipient does not get. */
  readonly leftOut: readonly string[];
  readonly facts: readonly ExplainedFact[];
  readonly groups: readonly ExplainedGroup[];
  /** The person in the office; null: the profile names none. */
  readonly holder: (Period & { readonly name: string }) | null;
  /** Null: the language has no form for the recipient's rank. */
  readonly form: ExplainedForm | null;
  /** The day on which a person checked the profile, and the days from it to the letter's date; null: not checked. */
  readonly verified: { readonly day: Day; readonly age: number } | null;
  /** The source of the profile's data, as the profile states it. */
  readonly source: string;
  /** The location of the profile. */
  readonly span: Span;
}
