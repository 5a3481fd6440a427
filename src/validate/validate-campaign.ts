import type { Campaign, LetterSettings } from '../model/campaign.ts';
import type { CampaignData } from '../model/campaign-data.ts';
import type { Day } from '../model/date.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { RequestedEditions } from '../model/edition.ts';
import type { FormsOfAddress } from '../model/form-of-address.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import { type CampaignParts, knownNames } from './campaign-parts.ts';
import { editionsOf } from './editions.ts';
import {
  finalTextsAreChecked,
  languagesAreSupported,
  oneLanguageIsOriginal,
  textsAreInEveryLanguage,
  textsExist,
} from './language-rules.ts';
import {
  carriedDemandsExist,
  citedSourcesExist,
  listedDemandsExist,
  namesAreDistinct,
  neededApprovalsAreKnown,
  sourcesAreNotLater,
  numberedLetterIsNamed,
} from './letter-rules.ts';
import {
  factsConcernRoles,
  factsDoNotContradict,
  groupsHaveMembers,
  membersAreKnownStates,
  recordedFactsAreDeclared,
} from './register-rules.ts';
import { validateApprovals } from './validate-approvals.ts';
import { validateForms } from './validate-forms.ts';
import { validateLetter } from './validate-letter.ts';
import { validateDeclarations, validateStates } from './validate-register.ts';
import { validateSources } from './validate-sources.ts';

/** Overrides for the validation of a campaign. */
export interface ValidationOptions {
  /** Replaces the letter's own date. */
  readonly date?: Day;
  /** Replaces the default editions: those in every language that is not `unchecked`. */
  readonly editions?: RequestedEditions;
}

/** Validates a campaign for the editions that the run makes: first each file by itself, then the rules across files. */
export function validateCampaign(data: CampaignData, options: ValidationOptions = {}): Outcome<Campaign> {
  const known = knownNames(data);
  const letter = validateLetter(data.id, data.letter, known, options.date);
  const sources = validateSources(data.sources);
  const approvals = validateApprovals(data.approvals);
  const states = validateStates(data.states);
  const declarations = validateDeclarations(data.groups);
  const forms = Object.entries(data.forms).map(([language, file]) => ({ language, ...validateForms(file) }));

  const editions = editionsOf(letter.value?.languages ?? {}, options.editions);
  const parts: CampaignParts = {
    data,
    knownNames: known,
    languages: editions.languages,
    sources: sources.value,
    states: states.value,
    declarations: declarations.value,
  };
  const diagnostics = [
    ...[letter, sources, approvals, states, declarations, ...forms].flatMap(({ faults }) => faults),
    ...RULES_OF_LETTER.flatMap((rule) => (letter.value === undefined ? [] : rule(letter.value, parts))),
    ...RULES_OF_REGISTER.flatMap((rule) => rule(parts)),
  ];
  if (
    letter.value === undefined ||
    sources.value === undefined ||
    approvals.value === undefined ||
    states.value === undefined ||
    declarations.value === undefined
  ) {
    return failure(...diagnostics);
  }
  const validForms = forms.flatMap(({ language, value }): (readonly [string, FormsOfAddress])[] =>
    value === undefined ? [] : [[language, value]],
  );
  const campaign: Campaign = {
    letter: letter.value,
    editions,
    sources: sources.value,
    approvals: approvals.value,
    register: { states: states.value, ...declarations.value },
    forms: Object.fromEntries(validForms),
    templates: data.templates,
  };
  return settle(campaign, diagnostics);
}

/** The rules that relate the letter's settings to the other files. Skipped if `letter.yaml` has no valid settings. */
const RULES_OF_LETTER: readonly ((letter: LetterSettings, parts: CampaignParts) => readonly Diagnostic[])[] = [
  languagesAreSupported,
  oneLanguageIsOriginal,
  finalTextsAreChecked,
  textsExist,
  listedDemandsExist,
  carriedDemandsExist,
  citedSourcesExist,
  textsAreInEveryLanguage,
  groupsHaveMembers,
  neededApprovalsAreKnown,
  namesAreDistinct,
  numberedLetterIsNamed,
  sourcesAreNotLater,
];

/** The rules for the register, which all letters of the campaign share. */
const RULES_OF_REGISTER: readonly ((parts: CampaignParts) => readonly Diagnostic[])[] = [
  recordedFactsAreDeclared,
  factsConcernRoles,
  factsDoNotContradict,
  membersAreKnownStates,
];
