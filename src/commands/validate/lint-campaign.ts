import type { Campaign } from '../../model/campaign.ts';
import type { Condition } from '../../model/condition.ts';
import { type Diagnostic, warning } from '../../model/diagnostic.ts';
import { type FieldRange, type FieldValue, isAskedFieldValue, isListOfValues } from '../../model/field.ts';
import { coversLanguage, type Language, lookupTags } from '../../model/language.ts';
import { say } from '../../model/message.ts';
import { fileStart } from '../../model/span.ts';
import type { Plan } from '../../plan.ts';
import { textOutline } from '../../template/text-outline.ts';
import { factsIn } from '../../model/condition-leaves.ts';
import { conditionsOfLetter, conditionsOfPowers } from '../../model/letter-conditions.ts';
import { originalLanguage } from '../translations/translations.ts';

/** Returns warnings that do not depend on recipients: for rules that are never chosen, and unused sources and facts. */
export function lintCampaign(plans: readonly Plan[]): readonly Diagnostic[] {
  return [
    ...plans.flatMap(({ campaign }) => shadowedWordingWarnings(campaign)),
    ...plans.flatMap(unusedSourceWarnings),
    ...unusedFactWarnings(plans.map(({ campaign }) => campaign)),
  ];
}

/** Returns warnings for wordings that are never chosen because their condition implies that of an earlier wording. */
function shadowedWordingWarnings({ letter }: Campaign): readonly Diagnostic[] {
  const ruleLists = [
    letter.body,
    letter.cover,
    ...[...letter.demands.values()].map(({ wordings }) => wordings),
    ...[...letter.passages.values()].map(({ wordings }) => wordings),
  ];
  return ruleLists.flatMap((rules) =>
    rules.flatMap((rule, index) => {
      const earlierRule = rules.slice(0, index).find((candidate) => implies(rule.for, candidate.for));
      if (earlierRule === undefined) return [];
      return [
        warning(
          'rule/shadowed',
          rule.span,
          say`${rule.use} is never chosen: ${earlierRule.use} stands before it, and is for all of these`,
          {
            hint: say`put the narrower of the two first, or take one out`,
            related: [{ span: earlierRule.span, message: say`this rule comes first` }],
          },
        ),
      ];
    }),
  );
}

/**
 * Returns warnings for sources that are neither enclosed, nor listed for a demand, nor cited in an original text.
 * Translations are not searched: they must cite the same sources as their originals.
 */
function unusedSourceWarnings({ campaign, templates }: Plan): readonly Diagnostic[] {
  const { letter, sources } = campaign;
  const texts = templates.parsed.get(originalLanguage(letter)) ?? new Map();
  const usedKeys = new Set([
    ...letter.enclosures,
    ...[...letter.demands.values()].flatMap((demand) => demand.sources),
    ...[...texts.values()].flatMap((text) =>
      textOutline(text).citations.map((citation) => citation.replace(/ .*$/u, '')),
    ),
  ]);
  return [...sources.values()]
    .filter(({ key }) => !usedKeys.has(key))
    .map(({ key, span }) =>
      warning('source/unused', span, say`no text or demand uses the source ${key}`, {
        hint: say`cite it where it is due, or take it out`,
      }),
    );
}

/**
 * Returns warnings for files of languages in which no letter of the campaign is written. `campaigns`: those of all its
 * letters; `languages`: those of the letters to its recipients; `areAllLetters`: whether no letter is missing. A
 * recipient who was not selected, or whose profile has a fault, may read a variant.
 */
export function unusedLanguageWarnings(
  campaigns: readonly Campaign[],
  languages: ReadonlySet<Language>,
  areAllLetters: boolean,
): readonly Diagnostic[] {
  const ofLetters = campaigns.flatMap(({ letter }) => Object.keys(letter.languages));
  const usedTags = new Set([...ofLetters, ...languages].flatMap(lookupTags));
  const mayBeRead = (tag: Language): boolean =>
    !areAllLetters && ofLetters.some((language) => coversLanguage(language, tag));
  return [...(campaigns[0]?.locales.keys() ?? [])]
    .filter((tag) => !usedTags.has(tag) && !mayBeRead(tag))
    .map((tag) =>
      warning('language/unused', fileStart(`languages/${tag}.yaml`), say`no letter is written in the language ${tag}`, {
        hint: say`write texts in it, or delete the file`,
      }),
    );
}

/** Returns warnings for facts that no condition of any letter tests. All letters of a campaign share one register. */
function unusedFactWarnings(campaigns: readonly Campaign[]): readonly Diagnostic[] {
  const testedFacts = new Set(
    campaigns.flatMap(({ letter, powers }) =>
      [...conditionsOfLetter(letter), ...conditionsOfPowers(powers)].flatMap(factsIn),
    ),
  );
  return [...(campaigns[0]?.register.facts.values() ?? [])]
    .filter(({ name }) => !testedFacts.has(name))
    .map(({ name, span }) =>
      warning('fact/unused', span, say`no rule asks about ${name}`, {
        hint: say`write a wording for those of whom it is true, or take the fact out`,
      }),
    );
}

/**
 * Whether `premise` logically implies `conclusion`. Compares only the structure of the conditions, so `true` is
 * certain, but `false` may mean that the implication is not recognised.
 */
export function implies(premise: Condition, conclusion: Condition): boolean {
  if (conclusion.kind === 'everyone' || areEqualConditions(premise, conclusion)) return true;
  // A disjunction implies a conclusion if each of its parts does. A conjunction is implied if each of its parts is.
  if (premise.kind === 'any') return premise.of.every((part) => implies(part, conclusion));
  if (conclusion.kind === 'all') return conclusion.of.every((part) => implies(premise, part));
  if (conclusion.kind === 'any' && conclusion.of.some((part) => implies(premise, part))) return true;
  if (premise.kind === 'all') return premise.of.some((part) => implies(part, conclusion));
  if (premise.kind === 'state' && conclusion.kind === 'state')
    return premise.states.every((state) => conclusion.states.includes(state));
  if (premise.kind === 'language' && conclusion.kind === 'language') {
    return premise.languages.every((language) => conclusion.languages.includes(language));
  }
  if (premise.kind === 'field' && conclusion.kind === 'field') {
    const { asked } = premise;
    return (
      premise.field === conclusion.field &&
      (isListOfValues(asked)
        ? asked.every((value) => isAskedFieldValue(value, conclusion.asked))
        : isRangeWithin(asked, conclusion.asked))
    );
  }
  return premise.kind === 'not' && conclusion.kind === 'not' && implies(conclusion.not, premise.not);
}

/** Whether all values of a range are asked for by another condition. */
function isRangeWithin({ from, to }: FieldRange, asked: readonly FieldValue[] | FieldRange): boolean {
  if (isListOfValues(asked)) return false;
  return (
    (asked.from === undefined || (from !== undefined && isAskedFieldValue(from, { from: asked.from }))) &&
    (asked.to === undefined || (to !== undefined && isAskedFieldValue(to, { to: asked.to })))
  );
}

/** Whether two conditions are structurally equal, apart from their locations. */
function areEqualConditions(first: Condition, second: Condition): boolean {
  return JSON.stringify(withoutSpans(first)) === JSON.stringify(withoutSpans(second));
}

function withoutSpans({ span: _span, ...condition }: Condition): object {
  if ('of' in condition) return { ...condition, of: condition.of.map(withoutSpans) };
  return 'not' in condition ? { ...condition, not: withoutSpans(condition.not) } : condition;
}
