import type { Campaign } from '../../model/campaign.ts';
import type { Condition } from '../../model/condition.ts';
import { type Diagnostic, warning } from '../../model/diagnostic.ts';
import { say } from '../../model/message.ts';
import type { Plan } from '../../pipeline.ts';
import { textOutline } from '../../template/text-outline.ts';
import { factsIn } from '../explain/conditions.ts';
import { ruledTexts } from '../matrix/matrix.ts';
import { originalOf } from '../translations/translations.ts';

/** What is odd about campaigns' letters, whoever they go to: rules that never apply, sources and facts that nothing uses. */
export function lintCampaign(plans: readonly Plan[]): readonly Diagnostic[] {
  return [
    ...plans.flatMap(({ campaign }) => shadowedWordings(campaign)),
    ...plans.flatMap(unusedSources),
    ...unusedFacts(plans.map(({ campaign }) => campaign)),
  ];
}

/** A wording that comes after one whose condition holds wherever its own does is never chosen. */
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

/** A source that is neither enclosed, nor bears out a demand, nor is cited. */
function unusedSources({ campaign, templates }: Plan): readonly Diagnostic[] {
  const { letter, sources } = campaign;
  const texts = templates.texts.get(originalOf(letter)) ?? new Map();
  const used = new Set([
    ...letter.enclosures,
    ...[...letter.demands.values()].flatMap((demand) => demand.sources),
    ...[...texts.values()].flatMap((text) => textOutline(text).citations.map((cited) => cited.replace(/ .*$/u, ''))),
  ]);
  return [...sources.values()]
    .filter(({ key }) => !used.has(key))
    .map(({ key, span }) =>
      warning('source/unused', span, say`nothing rests on the source ${key}`, {
        hint: say`cite it where it is due, or take it out`,
      }),
    );
}

/** A fact that no condition of any letter asks about. */
function unusedFacts(campaigns: readonly Campaign[]): readonly Diagnostic[] {
  const asked = new Set(
    campaigns.flatMap(({ letter }) => [
      ...factsIn(letter.to),
      ...ruledTexts(letter).flatMap(({ rule }) => factsIn(rule.for)),
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

/** Does the one condition hold only where the other does? `false` may also mean: that cannot be seen from their words. */
export function implies(one: Condition, other: Condition): boolean {
  if (other.kind === 'everyone' || isSame(one, other)) return true;
  // An alternative is met if every way to meet the one meets the other; so must all parts of an "all" be.
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

function isSame(one: Condition, other: Condition): boolean {
  return JSON.stringify(withoutSpans(one)) === JSON.stringify(withoutSpans(other));
}

function withoutSpans({ span: _span, ...condition }: Condition): object {
  if ('of' in condition) return { ...condition, of: condition.of.map(withoutSpans) };
  return 'not' in condition ? { ...condition, not: withoutSpans(condition.not) } : condition;
}
