import type { LocaleData } from '../../src/model/locale-data.ts';

/** What the plain forms have in common. */
const FORM = { inText: 'tun', close: 'Vale multe', source: 'invented' } as const;

/**
 * A language that does not exist, with what the languages of the product have one by one: an ordinal first day, a word
 * before the month, a dual, ordinal numbers in lists, a noun form for few, and thin spaces.
 */
export const INVENTED: LocaleData = {
  months: 'uno duo tre kva kvi ses sep okt nov dek ele dod'.split(' ').map((month) => `${month}ember`),
  date: '{day} va {month}, {year}',
  firstDay: '1a',
  numbers: { groupSeparator: '’', minGrouped: 4, decimalSign: ';', amount: '{currency}\u00A0{minus}{digits}' },
  plural: { one: 'n = 1', few: 'v = 0 and i % 10 = 2..4' },
  attachedPrefixes: [],
  placeAndDate: '{place} ye {date}',
  pageOf: 'Folu {page} ex {pages}',
  enclosures: { singular: 'Adjunt', dual: 'Adjuntu', plural: 'Adjunti' },
  attachedLetter: 'Ulme {date}.',
  copies: 'Kopi al',
  labels: { ours: 'Nua ref', yours: 'Vua ref', date: 'Datu' },
  onBehalfOf: 'por {principal}',
  andOthers: { one: '{name} un {count} otra', few: '{name} un {count} otri', other: '{name} un {count} otrun' },
  notice: { specimen: 'Specu, non missu.', draft: 'Skizu, non missu.' },
  translation: { ofEnglish: 'Traductu ex anglu.', ofAnother: 'Traductu.' },
  unsignedAuthor: { specimen: 'Specu', draft: 'Skizu' },
  demandNumbers: {
    heading: 'Demandoj',
    number: '{number}.',
    singular: '{numbers} peti in {published}',
    dual: '{numbers} petu in {published}',
    plural: '{numbers} petin in {published}',
  },
  comma: ' · ',
  list: '{items} un {last}',
  noteAbove: 'vidu not {note}',
  plainForms: {
    honorifics: [],
    office: { salutation: 'Salu,', ...FORM },
    person: {
      f: {
        envelope: 'Dona {name}',
        salutation: 'Salu dona,',
        familySalutation: 'Salu dona {family},',
        courtesyTitles: ['Dona'],
        withHonorific: undefined,
        ...FORM,
      },
      m: {
        envelope: 'Don {name}',
        salutation: 'Salu don,',
        familySalutation: 'Salu don {family},',
        courtesyTitles: ['Don'],
        withHonorific: undefined,
        ...FORM,
      },
      unknown: {
        envelope: '{name}',
        salutation: 'Salu {name},',
        familySalutation: undefined,
        courtesyTitles: [],
        withHonorific: undefined,
        ...FORM,
      },
    },
  },
  linkDescription: 'Ligu al {url}',
  markDescription: 'Retro al not {note}',
  quotationMarks: { open: '‹', close: '›' },
  writingDirection: 'ltr',
  thinSpaces: { before: ['!'], after: [], noSpaceAfter: [] },
  noBreakSpaces: undefined,
  raisedEndings: undefined,
  keptTogether: { beforeWords: ['ni'], beforeNumbers: ['kap.'], beforeNames: [], notCounted: [], conjunctions: [] },
  hyphenation: undefined,
  workingNotes: { openChoices: ['dona/don'], requests: [] },
  paper: 'a4',
  sources: { pageOf: 'invented' },
  lists: {
    names: 'qx, inventu',
    genders: { f: 'dona', m: 'don', unknown: '' },
    genderLetters: [],
    honorifics: '',
    columns: { family: 'familu' },
  },
};
