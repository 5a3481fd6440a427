import { conventionsOf, findLocaleData, tagOfOwnWords } from '../../languages/languages.ts';
import { choosePlainForm } from '../../languages/plain-forms.ts';
import type { Campaign, WordingRule } from '../../model/campaign.ts';
import type { Condition } from '../../model/condition.ts';
import { factsIn, fieldsIn, groupsIn } from '../../model/condition-leaves.ts';
import { daysBetween, periodStatus } from '../../model/date.ts';
import { formatFieldValue } from '../../model/field.ts';
import { fileEnclosures } from '../../model/enclosure.ts';
import { chooseForm } from '../../model/form-choice.ts';
import { NO_LOCALES } from '../../model/locale-data.ts';
import { type Recipient, addressLinesFor, holderName } from '../../model/recipient.ts';
import { type Choice, type Selection, type Target, recipientOf } from '../../model/selection.ts';
import { fileStart } from '../../model/span.ts';
import type { Plan } from '../../plan.ts';
import { originalLanguage } from '../translations/translations.ts';
import { conditionText } from './conditions.ts';
import { explainEnclosures } from './explain-enclosures.ts';
import { conditionsOfNeededPowers, explainPowers } from './explain-powers.ts';
import type {
  ExplainedAddress,
  ExplainedFact,
  ExplainedField,
  ExplainedForm,
  ExplainedGroup,
  ExplainedText,
  Explanation,
} from './explanation.ts';
import { inLanguage, lookupTags } from '../../model/language.ts';

/** What is read of a plan. */
type ExplainedPlan = Pick<Plan, 'campaign'>;

/** Explains a letter for a recipient: its texts, the rule that chose each text, and the recorded facts and groups. */
export function explain(plan: ExplainedPlan, target: Target): Explanation {
  const { letter } = plan.campaign;
  const recipient = recipientOf(target);
  const selection = target.kind === 'letter' ? target.selection : undefined;
  const language =
    target.kind === 'skipped' ? target.addressing.language : (selection?.language ?? originalLanguage(letter));
  const evaluated = selection === undefined ? [] : evaluatedConditionsOf(plan.campaign, selection);
  const { holder, verified } = recipient;
  return {
    id: recipient.id,
    letter: letter.id,
    office: (recipient.office && inLanguage(recipient.office.title, language)) ?? null,
    date: letter.date,
    language,
    outcome: target.kind,
    reason: reasonForNoLetter(plan, target),
    texts: selection === undefined ? [] : explainedTexts(plan, selection),
    signatories: explainedSignatories(selection?.signatories ?? []),
    enclosures: selection === undefined ? [] : explainEnclosures(plan.campaign, selection),
    leftOut: selection?.passages.filter(({ choice }) => choice === undefined).map(({ id }) => id) ?? [],
    facts: explainedFacts(plan, recipient, evaluated),
    groups: explainedGroups(plan, recipient, evaluated),
    fields: explainedFields(plan, recipient, evaluated),
    holder: holder === undefined ? null : { ...periodOf(holder), name: holderName(holder) },
    form: explainedForm(plan, recipient, language),
    address: explainedAddress(recipient, language),
    verified: typeof verified !== 'string' ? null : { day: verified, age: daysBetween(verified, letter.date) },
    isUnverified: verified === false,
    source: recipient.source ?? null,
    span: recipient.span,
  };
}

/** Returns the reason why the recipient gets no letter; empty if it gets one. */
function reasonForNoLetter(plan: ExplainedPlan, target: Target): string {
  if (target.kind === 'skipped') return target.skip.reason;
  return target.kind === 'letter' ? '' : `the letter goes to: ${conditionText(plan.campaign.letter.to)}`;
}

function explainedTexts({ campaign }: ExplainedPlan, selection: Selection): readonly ExplainedText[] {
  const templates = inLanguage(campaign.templates, selection.language);
  const { postScriptum } = campaign.letter;
  const explainText = (kind: ExplainedText['kind'], id: string, choice: Choice): ExplainedText => ({
    kind,
    id,
    text: choice.text,
    file: templates?.get(choice.text)?.file ?? '',
    wording: choice.wording,
    rule: conditionText(choice.rule.for),
    span: choice.rule.span,
    numbers: [],
    sources: [],
    powers: [],
  });
  return [
    explainText('body', selection.body.wording, selection.body),
    ...selection.passages.flatMap(({ id, choice }) =>
      choice === undefined || id === postScriptum ? [] : [explainText('passage', id, choice)],
    ),
    ...selection.demands.map((demand) => ({
      ...explainText('demand', demand.id, demand),
      numbers: demand.numbers,
      sources: demand.sources.flatMap((key) => {
        const source = campaign.sources.get(key);
        return source === undefined ? [] : [{ key, date: source.date ?? null, span: source.span }];
      }),
      powers: explainPowers(campaign, demand, selection),
    })),
    ...selection.passages.flatMap(({ id, choice }) =>
      choice === undefined || id !== postScriptum ? [] : [explainText('post-scriptum', id, choice)],
    ),
    ...(selection.cover === undefined ? [] : [explainText('cover', selection.cover.wording, selection.cover)]),
  ];
}

/** Explains why those sign the letter who do not sign all letters. */
function explainedSignatories(signatories: Selection['signatories']): Explanation['signatories'] {
  return signatories
    .filter((signatory) => signatory.for.kind !== 'everyone')
    .map(({ id, for: condition }) => ({ id, rule: conditionText(condition), span: condition.span }));
}

/**
 * Returns the conditions of texts, signatories, enclosures and powers that the selection evaluated. The rules of a text are
 * evaluated in order up to the first that holds. Therefore, they are those of each text up to the chosen rule, or all
 * of them if none holds.
 */
function evaluatedConditionsOf(campaign: Campaign, selection: Selection): readonly Condition[] {
  const { letter } = campaign;
  const { body, cover, passages, demands } = selection;
  const rulesUpTo = (rules: readonly WordingRule[], choice: Choice | undefined): readonly WordingRule[] => {
    const chosenIndex = rules.findIndex(({ span }) => span === choice?.rule.span);
    return chosenIndex === -1 ? rules : rules.slice(0, chosenIndex + 1);
  };
  const rules = [
    ...rulesUpTo(letter.body, body),
    ...rulesUpTo(letter.cover, cover),
    ...passages.flatMap(({ id, choice }) => rulesUpTo(letter.passages.get(id)?.wordings ?? [], choice)),
    ...demands.flatMap((demand) => rulesUpTo(letter.demands.get(demand.id)?.wordings ?? [], demand)),
  ];
  return [
    ...[...rules, ...letter.signatories, ...fileEnclosures(letter.enclosures)].map((entry) => entry.for),
    ...conditionsOfNeededPowers(campaign, selection),
  ];
}

/** Explains the facts about the recipient's State that are valid on the letter's date. */
function explainedFacts(
  { campaign }: ExplainedPlan,
  { state }: Recipient,
  evaluated: readonly Condition[],
): readonly ExplainedFact[] {
  const { letter, register } = campaign;
  const testedFacts = new Set([letter.to, ...evaluated].flatMap(factsIn));
  const facts = state === undefined ? [] : (register.states.get(state)?.facts ?? []);
  return facts
    .filter((fact) => periodStatus(fact, letter.date) === 'current')
    .map((fact) => ({
      ...fact,
      asked: testedFacts.has(fact.name),
      age: fact.since === undefined ? null : daysBetween(fact.since, letter.date),
    }));
}

/** Explains the groups to which the recipient's State belongs on the letter's date. */
function explainedGroups(
  { campaign }: ExplainedPlan,
  { state }: Recipient,
  evaluated: readonly Condition[],
): readonly ExplainedGroup[] {
  const { letter, register } = campaign;
  const testedGroups = new Set([letter.to, ...evaluated].flatMap(groupsIn));
  return [...register.groups.values()].flatMap(({ name, members }) => {
    const member = members.find(
      (candidate) => candidate.state === state && periodStatus(candidate, letter.date) === 'current',
    );
    if (member === undefined) return [];
    return [{ ...periodOf(member), name, source: member.source, span: member.span, asked: testedGroups.has(name) }];
  });
}

/** Explains the fields of the recipient that have a value. */
function explainedFields(
  { campaign: { letter, fields } }: ExplainedPlan,
  recipient: Recipient,
  evaluated: readonly Condition[],
): readonly ExplainedField[] {
  const testedFields = new Set([letter.to, ...evaluated].flatMap(fieldsIn));
  return [...fields.values()].flatMap(({ name, meaning }) => {
    const value = recipient.fields.get(name);
    return value === undefined
      ? []
      : [{ name, value: formatFieldValue(value), meaning, asked: testedFields.has(name) }];
  });
}

/** Explains the form of address that the letter uses; null if nothing declares the rank of the office. */
function explainedForm({ campaign }: ExplainedPlan, recipient: Recipient, language: string): ExplainedForm | null {
  const { holder, envelope, salutation, close } = recipient;
  const choice = chooseForm(campaign.forms, recipient, language);
  if (choice.kind === 'undeclared') return null;
  const ownWords = {
    envelope: envelope && inLanguage(envelope, language),
    salutation: salutation && inLanguage(salutation, language),
    close: close && inLanguage(close, language),
  };
  const verbatim = Object.entries(ownWords).flatMap(([part, words]) => (words === undefined ? [] : [part]));

  if (choice.kind === 'plain') {
    const { plainForms } = conventionsOf(language, campaign.locales);
    const source = plainForms === undefined ? null : choosePlainForm(plainForms, holder, language).source;
    const ownTag = tagOfOwnWords(language, campaign.locales);
    const isOwn = ownTag !== undefined && plainForms !== findLocaleData(language, NO_LOCALES)?.plainForms;
    const span = isOwn ? fileStart(`languages/${ownTag}.yaml`) : null;
    return { rank: null, gender: holder?.gender ?? null, source, confidence: null, span, verbatim };
  }
  const { rank, gender, form } = choice;
  const { source, confidence = null, spans } = form;
  return { rank, gender, source, confidence, span: spans.envelope, verbatim };
}

/** Explains in which language a letter has the postal address; null if the profile has none. */
function explainedAddress({ address }: Recipient, language: string): ExplainedAddress | null {
  if (address === undefined) return null;
  const { lines, language: ofLines = language } = addressLinesFor(address, language);
  return { lines, language: lookupTags(language).includes(ofLines) ? language : ofLines };
}

/** Returns the `since` and `until` of an object, without keys whose value is undefined. */
function periodOf({ since, until }: { readonly since?: string; readonly until?: string }) {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}
