import type { LetterSettings, Rule } from '../../model/campaign.ts';
import { daysBetween, standing } from '../../model/date.ts';
import type { Recipient } from '../../model/recipient.ts';
import { type Choice, type Selection, type Target, recipientOf } from '../../model/selection.ts';
import type { Plan } from '../../pipeline.ts';
import { originalOf } from '../translations/translations.ts';
import { conditionWords } from './condition-words.ts';
import type { ExplainedFact, ExplainedForm, ExplainedGroup, ExplainedText, Explanation } from './explanation.ts';
import { factsIn, groupsIn } from './named-in.ts';

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
    reason: reasonOf(plan, target),
    texts: selection === undefined ? [] : textsOf(plan, selection),
    leftOut: selection?.passages.filter(({ choice }) => choice === undefined).map(({ id }) => id) ?? [],
    facts: factsOf(plan, recipient, tried),
    groups: groupsOf(plan, recipient, tried),
    holder: holder === undefined ? null : { ...withoutEnds(holder), name: nameOf(holder) },
    form: formOf(plan, recipient, language),
    verified: verified === undefined ? null : { day: verified, age: daysBetween(verified, letter.date) },
    source: recipient.source,
    span: recipient.span,
  };
}

function reasonOf(plan: Plan, target: Target): string {
  if (target.kind === 'skipped') return target.skip.reason;
  return target.kind === 'letter' ? '' : `the letter goes to: ${conditionWords(plan.campaign.letter.to)}`;
}

function textsOf({ campaign }: Plan, selection: Selection): readonly ExplainedText[] {
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
function rulesTried(letter: LetterSettings, { body, passages, demands }: Selection): readonly Rule[] {
  const upTo = (rules: readonly Rule[], chosen: Choice | undefined): readonly Rule[] => {
    const last = rules.findIndex(({ span }) => span === chosen?.rule.span);
    return last === -1 ? rules : rules.slice(0, last + 1);
  };
  return [
    ...upTo(letter.body, body),
    ...passages.flatMap(({ id, choice }) => upTo(letter.passages.get(id)?.wordings ?? [], choice)),
    ...demands.flatMap((demand) => upTo(letter.demands.get(demand.id)?.wordings ?? [], demand)),
  ];
}

function factsOf({ campaign }: Plan, { state }: Recipient, tried: readonly Rule[]): readonly ExplainedFact[] {
  const { letter, register } = campaign;
  const asked = new Set([letter.to, ...tried.map((rule) => rule.for)].flatMap(factsIn));
  const facts = state === undefined ? [] : (register.states.get(state)?.facts ?? []);
  return facts
    .filter((fact) => standing(fact, letter.date) === 'current')
    .map((fact) => ({
      ...fact,
      asked: asked.has(fact.name),
      age: fact.since === undefined ? null : daysBetween(fact.since, letter.date),
    }));
}

function groupsOf({ campaign }: Plan, { state }: Recipient, tried: readonly Rule[]): readonly ExplainedGroup[] {
  const { letter, register } = campaign;
  const asked = new Set([letter.to, ...tried.map((rule) => rule.for)].flatMap(groupsIn));
  return [...register.groups.values()].flatMap(({ name, members }) => {
    const member = members.find((one) => one.state === state && standing(one, letter.date) === 'current');
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

function nameOf({ honorific, name }: { readonly honorific?: string; readonly name: string }): string {
  return [honorific, name].filter((part) => part !== undefined).join(' ');
}
