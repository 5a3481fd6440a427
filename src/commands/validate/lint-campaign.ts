import type { Campaign } from '../../model/campaign.ts';
import type { Condition } from '../../model/condition.ts';
import { type Diagnostic, warning } from '../../model/diagnostic.ts';
import { say } from '../../model/message.ts';
import type { Plan } from '../../pipeline.ts';
import { textOutline } from '../../template/text-outline.ts';
import { factsIn } from '../explain/conditions.ts';
import { textsWithRules } from '../matrix/matrix.ts';
import { originalLanguage } from '../translations/translations.ts';

/** Warnings that do not depend on recipients: rules that are never chosen, and unused sources and facts. */
export function lintCampaign(plans: readonly Plan[]): readonly Diagnostic[] {
  return [
    ...plans.flatMap(({ campaign }) => shadowedWordings(campaign)),
    ...plans.flatMap(unusedSources),
    ...unusedFacts(plans.map(({ campaign }) => campaign)),
  ];
}

/** Warnings for wordings that are never chosen because their condition implies that of an earlier wording. */
function shadowedWordings({ letter }: Campaign): readonly Diagnostic[] {
  const lists = [
    letter.body,
    ...[...letter.demands.values()].map(({ wordings }) => wordings),
    ...[...letter.passages.values()].map(({ wordings }) => wordings),
  ];
  return lists.flatMap((rules) =>
    rules.flatMap((rule, index) => {
      const earlier = rules.slice(0, index).find((before) => implies(rule.for, before.for));
      if (earlier === undefined) return [];
      return [
        warning(
          'rule/shadowed',
          rule.span,
          say`${rule.use} is never chosen: ${earlier.use} stands before it, and is for all of these`,
          {
            hint: say`put the narrower of the two first, or take one out`,
            related: [{ span: earlier.span, message: say`this rule comes first` }],
          },
        ),
      ];
    }),
  );
}

/** Warnings for sources that are neither enclosed, nor listed for a demand, nor cited in a text. */
function unusedSources({ campaign, templates }: Plan): readonly Diagnostic[] {
  const { letter, sources } = campaign;
  const texts = templates.parsed.get(originalLanguage(letter)) ?? new Map();
  const used = new Set([
    ...letter.enclosures,
    ...[...letter.demands.values()].flatMap((demand) => demand.sources),
    ...[...texts.values()].flatMap((text) => textOutline(text).citations.map((cited) => cited.replace(/ .*$/u, ''))),
  ]);
  return [...sources.values()]
    .filter(({ key }) => !used.has(key))
    .map(({ key, span }) =>
      warning('source/unused', span, say`no text or demand uses the source ${key}`, {
        hint: say`cite it where it is due, or take it out`,
      }),
    );
}

/** Warnings for facts that no condition of any letter tests. */
function unusedFacts(campaigns: readonly Campaign[]): readonly Diagnostic[] {
  const asked = new Set(
    campaigns.flatMap(({ letter }) => [
      ...factsIn(letter.to),
      ...textsWithRules(letter).flatMap(({ rule }) => factsIn(rule.for)),
    ]),
  );
  return [...(campaigns[0]?.register.facts.values() ?? [])]
    .filter(({ name }) => !asked.has(name))
    .map(({ name, span }) =>
      warning('fact/unused', span, say`no rule asks about ${name}`, {
        hint: say`write a wording for those of whom it is true, or take the fact out`,
      }),
    );
}

/**
 * Whether `one` logically implies `other`, as far as the structure of the conditions shows: `true` is certain, `false`
 * may mean that the implication is not recognised.
 */
export function implies(one: Condition, other: Condition): boolean {
  if (other.kind === 'everyone' || isSame(one, other)) return true;
  // A disjunction implies `other` if each part does; a conjunction is implied if each part is.
  if (one.kind === 'any') return one.of.every((part) => implies(part, other));
  if (other.kind === 'all') return other.of.every((part) => implies(one, part));
  if (other.kind === 'any' && other.of.some((part) => implies(one, part))) return true;
  if (one.kind === 'all') return one.of.some((part) => implies(part, other));
  if (one.kind === 'state' && other.kind === 'state') return one.states.every((state) => other.states.includes(state));
  if (one.kind === 'language' && other.kind === 'language') {
    return one.languages.every((language) => other.languages.includes(language));
  }
  return one.kind === 'not' && other.kind === 'not' && implies(other.not, one.not);
}

/** Whether two conditions are structurally equal, apart from their locations. */
function isSame(one: Condition, other: Condition): boolean {
  return JSON.stringify(withoutSpans(one)) === JSON.stringify(withoutSpans(other));
}

function withoutSpans({ span: _span, ...condition }: Condition): object {
  if ('of' in condition) return { ...condition, of: condition.of.map(withoutSpans) };
  return 'not' in condition ? { ...condition, not: withoutSpans(condition.not) } : condition;
}
