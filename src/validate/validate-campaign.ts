import type { Campaign, LetterSettings } from '../model/campaign.ts';
import type { CampaignData } from '../model/campaign-data.ts';
import type { Day } from '../model/date.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { RequestedEditions } from '../model/edition.ts';
import type { FormsOfAddress } from '../model/form-of-address.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import { type CampaignParts, collectKnownNames } from './campaign-parts.ts';
import { selectEditions } from './editions.ts';
import {
  uncheckedLanguageFaults,
  unsupportedLanguageFaults,
  noOriginalLanguageFaults,
  missingTranslationFaults,
  missingTemplateFaults,
} from './language-rules.ts';
import {
  carriedDemandFaults,
  unknownSourceFaults,
  listedDemandFaults,
  duplicateNameFaults,
  similarNameFaults,
  unknownApprovalFaults,
  missingFinalNeedsFaults,
  laterSourceFaults,
  missingPublishedFaults,
  unknownPostScriptumFaults,
} from './letter-rules.ts';
import {
  concernedRoleFaults,
  contradictoryFactFaults,
  expiredGroupFaults,
  unknownMemberFaults,
  undeclaredFactFaults,
} from './register-rules.ts';
import { enclosedFileFaults, sameCopyFaults } from './enclosure-rules.ts';
import { unknownHeadLanguageFaults } from './head-rules.ts';
import { repeatedWordsFaults } from './repeated-words.ts';
import { doubleCountryFaults, missingCountryFaults, unknownSignatoryStateFaults } from './signatory-rules.ts';
import { campaignLeftovers } from './leftover-rules.ts';
import { misplacedPowerFaults, reasonForNoPowerFaults } from './power-rules.ts';
import { pageBottomFaults, presetPaperFaults, presetWindowFaults } from './page-rules.ts';
import { pictureAlternativeFaults, pictureFileFaults } from './picture-rules.ts';
import { validateApprovals } from './validate-approvals.ts';
import { validateFields } from './validate-fields.ts';
import { validateForms } from './validate-forms.ts';
import { validateLanguages } from './validate-languages.ts';
import { validateLetter } from './validate-letter.ts';
import { validatePowers } from './validate-powers.ts';
import { validateDeclarations, validateStates } from './validate-register.ts';
import { validateSources } from './validate-sources.ts';
import { overLanguages } from '../model/language.ts';

/** Options that replace settings of the letter. */
export interface ValidationOptions {
  /** Replaces the date of `letter.yaml`. */
  readonly date?: Day;
  /** The editions to make (letters in one language). By default, those in every language that is not `unchecked`. */
  readonly editions?: RequestedEditions;
}

/**
 * Validates a campaign for the editions that the run makes: first each file by itself, then the rules that span several
 * files. All faults are returned, not only the first.
 */
export function validateCampaign(data: CampaignData, options: ValidationOptions = {}): Outcome<Campaign> {
  const fields = validateFields(data.fields);
  const knownNames = collectKnownNames(data, fields);
  const letter = validateLetter(data, knownNames, options.date);
  const sources = validateSources(data.sources);
  const approvals = validateApprovals(data.approvals);
  const states = validateStates(data.states);
  const declarations = validateDeclarations(data.groups);
  const powers = validatePowers(data.powers, knownNames);
  const forms = Object.entries(data.forms).map(([language, fileData]) => ({ language, ...validateForms(fileData) }));

  const languages = validateLanguages(data.languages);

  const editions = selectEditions(letter.value?.languages ?? {}, options.editions);
  const parts: CampaignParts = {
    data,
    knownNames,
    languages: editions.languages,
    locales: languages.locales,
    sources: sources.value,
    states: states.value,
    declarations: declarations.value,
  };
  const diagnostics = [
    ...[letter, sources, approvals, states, declarations, powers, fields, languages, ...forms].flatMap(
      ({ faults }) => faults,
    ),
    ...campaignLeftovers(data),
    ...LETTER_RULES.flatMap((rule) => (letter.value === undefined ? [] : rule(letter.value, parts))),
    ...REGISTER_RULES.flatMap((rule) => rule(parts)),
  ];
  if (
    letter.value === undefined ||
    sources.value === undefined ||
    approvals.value === undefined ||
    states.value === undefined ||
    declarations.value === undefined ||
    powers.value === undefined
  ) {
    return { ok: false, diagnostics };
  }
  const validForms = forms.flatMap(({ language, value }): (readonly [string, FormsOfAddress])[] =>
    value === undefined ? [] : [[language, value]],
  );
  const campaign: Campaign = {
    letter: letter.value,
    editions,
    locales: parts.locales,
    sources: sources.value,
    approvals: approvals.value,
    register: { states: states.value, ...declarations.value },
    fields: fields.declarations,
    powers: powers.value,
    forms: overLanguages(Object.fromEntries(validForms), (base, variant) => ({
      ...variant,
      ranks: new Map([...base.ranks, ...variant.ranks]),
    })),
    templates: data.templates,
    pictures: data.pictures,
    enclosedFiles: data.enclosedFiles,
  };
  return settle(campaign, diagnostics);
}

/** The rules for the letter's settings in relation to other files. They are not applied if `letter.yaml` is invalid. */
const LETTER_RULES: readonly ((letter: LetterSettings, parts: CampaignParts) => readonly Diagnostic[])[] = [
  unsupportedLanguageFaults,
  noOriginalLanguageFaults,
  uncheckedLanguageFaults,
  missingTemplateFaults,
  listedDemandFaults,
  carriedDemandFaults,
  unknownSourceFaults,
  missingTranslationFaults,
  expiredGroupFaults,
  missingFinalNeedsFaults,
  unknownApprovalFaults,
  duplicateNameFaults,
  similarNameFaults,
  unknownSignatoryStateFaults,
  doubleCountryFaults,
  missingCountryFaults,
  missingPublishedFaults,
  misplacedPowerFaults,
  reasonForNoPowerFaults,
  unknownPostScriptumFaults,
  unknownHeadLanguageFaults,
  repeatedWordsFaults,
  laterSourceFaults,
  presetPaperFaults,
  presetWindowFaults,
  pageBottomFaults,
  pictureFileFaults,
  pictureAlternativeFaults,
  enclosedFileFaults,
  sameCopyFaults,
];

/** The rules for the register (States, groups, roles and facts), which all letters of the campaign share. */
const REGISTER_RULES: readonly ((parts: CampaignParts) => readonly Diagnostic[])[] = [
  undeclaredFactFaults,
  concernedRoleFaults,
  contradictoryFactFaults,
  unknownMemberFaults,
];
