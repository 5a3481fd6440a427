import type { LocaleData } from './locale-data.ts';

/** What the plain forms for persons have in common. */
const ENGLISH_PERSON = {
  inText: 'you',
  close: 'Yours sincerely,',
  source:
    'Government of Canada, Writing Tips Plus, Business letters: salutation (Dear Ms. Jones; Dear Chris Jones where the gender is not known; here without full stops, as in British English); BBC Learning English, Beginning and ending the letter (Ms where it is not certain; Yours sincerely)',
  courtesyTitles: [],
  withHonorific: {
    envelope: '{honorific} {name}',
    salutation: 'Dear {honorific} {name},',
    familySalutation: 'Dear {honorific} {family},',
  },
} as const;

export const english: LocaleData = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  date: '{day} {month} {year}',
  firstDay: undefined,
  // The EU's Interinstitutional Style Guide, 7.3.3: in English, the code of the currency is before the amount.
  numbers: {
    groupSeparator: ',',
    minGrouped: 4,
    decimalSign: '.',
    amount: '{minus}{currency}\u00A0{digits}',
  },
  plural: { one: 'i = 1 and v = 0' },
  attachedPrefixes: [],
  pageOf: 'Page {page} of {pages}',
  enclosures: { singular: 'Enclosure', dual: undefined, plural: 'Enclosures' },
  copies: 'Copy to',
  notice: {
    specimen: 'Specimen: a paraphrase, not approved by the organisations named; not to be sent.',
    draft: 'Draft: not approved; not to be sent.',
  },
  translation: {
    ofEnglish: 'Courtesy translation; the signed text is English.',
    ofAnother: 'Courtesy translation; the signed text is the original.',
  },
  unsignedAuthor: { specimen: 'Specimen', draft: 'Draft' },
  demandNumbers: {
    number: '{number}',
    singular: '{published}, demand {numbers}',
    dual: undefined,
    plural: '{published}, demands {numbers}',
  },
  comma: ', ',
  list: '{items} and {last}',
  noteAbove: 'as note {note}',
  plainForms: {
    honorifics: ['Dr', 'Prof', 'Professor', 'Mr', 'Mrs', 'Ms', 'Miss', 'Mx'],
    office: {
      salutation: 'Dear Sir or Madam,',
      inText: 'you',
      close: 'Yours faithfully,',
      source:
        'Government of Canada, The Canadian Style, 10.17 (Dear Sir or Madam); BBC Learning English, Beginning and ending the letter (Yours faithfully)',
    },
    person: {
      f: {
        envelope: 'Ms {name}',
        salutation: 'Dear {name},',
        familySalutation: 'Dear Ms {family},',
        ...ENGLISH_PERSON,
      },
      m: {
        envelope: 'Mr {name}',
        salutation: 'Dear {name},',
        familySalutation: 'Dear Mr {family},',
        ...ENGLISH_PERSON,
      },
      unknown: {
        envelope: '{name}',
        salutation: 'Dear {name},',
        familySalutation: undefined,
        ...ENGLISH_PERSON,
      },
    },
  },
  linkDescription: 'Link to {url}',
  markDescription: 'Back to the mark of note {note}',
  quotesInGuillemets: false,
  writingDirection: 'ltr',
  thinSpaces: undefined,
  keptTogether: {
    beforeNumbers: [
      'Articles?',
      'articles?',
      'arts?\\.',
      'Nos?\\.?',
      'pp?\\.',
      'paras?\\.',
      'paragraphs?',
      'Parts?',
      'Rules?',
      'rules?',
      'sections?',
      'chapters?',
      'demands?',
      'notes?',
      'vol\\.',
      '[Rr]ecommendations?',
      'Orders?',
    ],
    beforeNames: ['Mrs?\\.?', 'Ms\\.?', 'Drs?\\.?', 'Prof\\.', 'Sir', 'H\\.E\\.', 'St\\.?'],
    notCounted: ['and', 'or', 'of', 'to', 'in', 'at', 'on', 'is', 'are', 'as'],
    conjunctions: ['and', 'or'],
  },
  hyphenation: { patterns: () => import('hyphen/patterns/en-gb.js'), dividesCapitalised: false },
  draftMarks: {
    openChoices: /\b(?:his\/her|her\/his|he\/she|she\/he|him\/her|her\/him|sir\/madam|madam\/sir|mr\/ms|ms\/mr)\b/gi,
    requests: ['check'],
  },
};
