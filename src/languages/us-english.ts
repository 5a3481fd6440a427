import type { PlainForm, PlainFormOfPerson, PlainForms } from '../model/plain-form.ts';
import type { LocaleData } from '../model/locale-data.ts';
import { english } from './english.ts';

const SOURCE =
  'Online pages on American business letters that name the Online Writing Lab of Purdue University for the colon after the salutation (Dear Ms. Jones: and the full name where the gender is not known; Sincerely); the guide itself was not seen';

/** What the plain forms for persons have in common. */
const PERSON = {
  inText: 'you',
  close: 'Sincerely,',
  source: SOURCE,
  courtesyTitles: [],
  withHonorific: {
    envelope: '{honorific} {name}',
    salutation: 'Dear {honorific} {name}:',
    familySalutation: 'Dear {honorific} {family}:',
  },
} satisfies Partial<PlainFormOfPerson>;

const OFFICE: PlainForm = { salutation: 'Dear Sir or Madam:', inText: 'you', close: 'Sincerely,', source: SOURCE };

const FORMS: PlainForms = {
  honorifics: ['Dr', 'Prof', 'Professor', 'Mr', 'Mrs', 'Ms', 'Miss', 'Mx'],
  office: OFFICE,
  person: {
    f: { envelope: 'Ms. {name}', salutation: 'Dear {name}:', familySalutation: 'Dear Ms. {family}:', ...PERSON },
    m: { envelope: 'Mr. {name}', salutation: 'Dear {name}:', familySalutation: 'Dear Mr. {family}:', ...PERSON },
    unknown: { envelope: '{name}', salutation: 'Dear {name}:', familySalutation: undefined, ...PERSON },
  },
};

/** What differs from the English of the other countries, which is British. */
export const usEnglish: LocaleData = {
  ...english,
  date: '{month} {day}, {year}',
  plainForms: FORMS,
  hyphenation: { patterns: () => import('hyphen/patterns/en-us.js'), dividesCapitalised: false },
  paper: 'us-letter',
};
