import { standing } from '../model/date.ts';
import type { ExplainedText, Explanation } from '../model/explanation.ts';
import { type Choice, type Selection, type Target, recipientOf } from '../model/selection.ts';
import { isMember } from '../model/state.ts';
import type { Plan } from '../pipeline.ts';
import { conditionWords } from './condition-words.ts';

/** What this recipient gets, and which rule, in which file, decided each part of it. */
export function explain(plan: Plan, target: Target): Explanation {
  const { letter, register } = plan.campaign;
  const recipient = recipientOf(target);
  const [original = ''] = Object.keys(letter.languages).filter((name) => letter.languages[name] === 'original');
  const state = recipient.state === undefined ? undefined : register.states.get(recipient.state);
  const selection = target.kind === 'letter' ? target.selection : undefined;
  const language = target.kind === 'skipped' ? target.addressing.language : (selection?.language ?? original);
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
    facts: state?.facts.filter((fact) => standing(fact, letter.date) === 'current') ?? [],
    groups: [...register.groups.values()]
      .filter((group) => isMember(recipient.state, group, letter.date))
      .map(({ name }) => name),
    span: recipient.span,
  };
}

function reasonOf(plan: Plan, target: Target): string {
  if (target.kind === 'skipped') return target.skip.reason;
  return target.kind === 'letter' ? '' : `the letter goes to: ${conditionWords(plan.campaign.letter.to)}`;
}

function textsOf(plan: Plan, selection: Selection): readonly ExplainedText[] {
  const templates = plan.campaign.templates[selection.language];
  const explained = (kind: ExplainedText['kind'], id: string, choice: Choice, numbers: readonly number[] = []) => ({
    kind,
    id,
    text: choice.text,
    file: templates?.get(choice.text)?.file ?? '',
    wording: choice.wording,
    rule: conditionWords(choice.rule.for),
    span: choice.rule.span,
    numbers,
  });
  return [
    explained('body', selection.body.wording, selection.body),
    ...selection.passages.flatMap(({ id, choice }) => (choice === undefined ? [] : [explained('passage', id, choice)])),
    ...selection.demands.map((demand) => explained('demand', demand.id, demand, demand.numbers)),
  ];
}
