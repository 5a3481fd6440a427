import type { Diagnostic } from '../model/diagnostic.ts';
import { carriedDemandsExist, citedSourcesExist, listedDemandsExist } from './rules/demand-rules.ts';
import {
  finalTextsAreChecked,
  languagesAreFurnished,
  oneLanguageIsOriginal,
  textsAreInEveryLanguage,
} from './rules/language-rules.ts';
import { namesAreDistinct, needsAreKnown, nothingIsLater, numbersCountInSomething } from './rules/letter-rules.ts';
import type { LetterRule, Parts, SharedRule } from './rules/parts.ts';
import {
  factsConcernRoles,
  factsDoNotContradict,
  groupsHaveMembers,
  membersAreKnownStates,
  recordedFactsAreDeclared,
} from './rules/register-rules.ts';
import { textsExist } from './rules/text-rules.ts';

const OF_THE_LETTER: readonly LetterRule[] = [
  languagesAreFurnished,
  oneLanguageIsOriginal,
  finalTextsAreChecked,
  textsExist,
  listedDemandsExist,
  carriedDemandsExist,
  citedSourcesExist,
  textsAreInEveryLanguage,
  groupsHaveMembers,
  needsAreKnown,
  namesAreDistinct,
  numbersCountInSomething,
  nothingIsLater,
];

const OF_WHAT_IS_SHARED: readonly SharedRule[] = [
  recordedFactsAreDeclared,
  factsConcernRoles,
  factsDoNotContradict,
  membersAreKnownStates,
];

/** Everything that must hold between the files of a campaign, asked of those that are sound by themselves. */
export function faultsAcrossFiles(parts: Parts): readonly Diagnostic[] {
  const { letter } = parts;
  return [
    ...(letter === undefined ? [] : OF_THE_LETTER.flatMap((rule) => rule(letter, parts))),
    ...OF_WHAT_IS_SHARED.flatMap((rule) => rule(parts)),
  ];
}
