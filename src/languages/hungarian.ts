import type { LocaleData } from '../model/locale-data.ts';

/** What the plain forms have in common. An exclamation mark follows the salutation. */
const HUNGARIAN_FORM = { inText: 'Ön', close: 'Tisztelettel:' } as const;

/** The sources of the plain forms. */
const HUNGARIAN_SOURCES =
  'A magyar helyesírás szabályai, 12th ed., 147 (Mélyen tisztelt Asszonyom és Uram!) and 254 (the exclamation mark); anyanyelvapolo.hu, Minek nevezzelek? (Asszonyom or Uram where the gender is not known). No source was found for the close, and no native speaker has read the forms';

/**
 * Dates begin with the year. The numbers of demands are ordinals (a number and a full stop) before a noun in the
 * singular.
 */
export const hungarian: LocaleData = {
  months: [
    'január',
    'február',
    'március',
    'április',
    'május',
    'június',
    'július',
    'augusztus',
    'szeptember',
    'október',
    'november',
    'december',
  ],
  date: '{year}. {month} {day}.',
  firstDay: undefined,
  // A magyar helyesírás szabályai, 12th ed., 289: digits are grouped from five on.
  numbers: { groupSeparator: '\u00A0', minGrouped: 5, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  plural: { one: 'n = 1' },
  attachedPrefixes: [],
  placeAndDate: '{place}, {date}',
  pageOf: '{page}. oldal, összesen {pages}',
  enclosures: { singular: 'Melléklet', dual: undefined, plural: 'Mellékletek' },
  copies: 'Másolatot kap',
  attachedLetter: 'Mellékelten megküldjük levelünket ({date}).',
  labels: { ours: 'Hivatkozási számunk', yours: 'Az Önök hivatkozási száma', date: 'Dátum' },
  onBehalfOf: '{principal} nevében',
  andOthers: { other: '{name} és további {count} aláíró' },
  notice: {
    specimen: 'Minta: átfogalmazás, a megnevezett szervezetek nem hagyták jóvá; nem küldhető el.',
    draft: 'Tervezet: nem jóváhagyott szöveg; nem küldhető el.',
  },
  translation: {
    ofEnglish: 'Tájékoztató jellegű fordítás; az aláírt szöveg az angol.',
    ofAnother: 'Tájékoztató jellegű fordítás; az aláírt szöveg az eredeti.',
  },
  unsignedAuthor: { specimen: 'Minta', draft: 'Tervezet' },
  demandNumbers: {
    heading: 'Kérések',
    number: '{number}.',
    singular: '{published}, {numbers} kérés',
    dual: undefined,
    plural: '{published}, {numbers} kérés',
  },
  comma: ', ',
  list: '{items} és {last}',
  // The colon avoids the article, whose form depends on the number. No native speaker has read the form.
  noteAbove: 'lásd: {note}.\u00A0lábjegyzet',
  plainForms: {
    honorifics: [],
    office: {
      salutation: 'Tisztelt Asszonyom vagy Uram!',
      ...HUNGARIAN_FORM,
      source: HUNGARIAN_SOURCES,
    },
    person: {
      f: {
        envelope: '{name}',
        salutation: 'Tisztelt Asszonyom!',
        familySalutation: undefined,
        ...HUNGARIAN_FORM,
        source: HUNGARIAN_SOURCES,
        courtesyTitles: [],
        withHonorific: undefined,
      },
      m: {
        envelope: '{name}',
        salutation: 'Tisztelt Uram!',
        familySalutation: undefined,
        ...HUNGARIAN_FORM,
        source: HUNGARIAN_SOURCES,
        courtesyTitles: [],
        withHonorific: undefined,
      },
      unknown: {
        envelope: '{name}',
        salutation: 'Tisztelt {name}!',
        familySalutation: undefined,
        ...HUNGARIAN_FORM,
        source:
          'A magyar helyesírás szabályai, 12th ed., 254 (Tisztelt Kovács Béla!). No source was found for the close, and no native speaker has read the form',
        courtesyTitles: [],
        withHonorific: undefined,
      },
    },
  },
  linkDescription: 'Hivatkozás: {url}',
  markDescription: 'Vissza a jelhez: {note}. lábjegyzet',
  quotationMarks: { open: '„', close: '”' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  noBreakSpaces: undefined,
  raisedEndings: undefined,
  keptTogether: {
    beforeWords: [],
    // Most numbers are before their nouns: "70. cikk".
    beforeNumbers: ['kb.', 'Nr.', 'tel.', 'Tel.', 'Pf.', 'pf.'],
    // Words such as "úr" are after the name.
    beforeNames: ['dr.', 'Dr.', 'prof.', 'Prof.', 'id.', 'ifj.', 'özv.', 'Szt.'],
    notCounted: ['és', 'vagy', 'meg', 'a', 'az', 'de', 'is', 'van', 'vannak'],
    conjunctions: ['és', 'vagy'],
  },
  // The licence of the Hungarian patterns does not allow redistribution with the program: see docs/typography.md.
  hyphenation: undefined,
  // No patterns have been collected for Hungarian, for the same reason.
  workingNotes: { openChoices: [], requests: [] },
  paper: 'a4',
  sources: { onBehalfOf: 'Interinstitutional Style Guide of the EU (hu), 2.5: az elnök nevében' },
  lists: {
    names: 'hu, hun, Hungarian, magyar, hongrois, Ungarisch, húngaro, węgierski, венгерский, ουγγρικά, المجرية',
    genders: { f: 'nő, asszony, hölgy, kisasszony', m: 'férfi, úr', unknown: '' },
    genderLetters: [{ f: 'n', m: 'f' }],
    honorifics: '',
    columns: {
      id: 'azonosító, tagsági szám, hivatkozás',
      number: 'sorszám, szám',
      given: 'keresztnév, utónév',
      middle: 'második keresztnév',
      family: 'vezetéknév, családnév, családi név',
      name: 'név',
      'full-name': 'teljes név, kapcsolattartó, címzett',
      sex: 'nem, megszólítás, neme',
      title: 'cím (titulus), titulus',
      honorific: 'tudományos fokozat',
      function: 'beosztás, tisztség, funkció, pozíció, szerep, munkakör',
      organisation: 'szervezet, cég, cégnév, intézmény, egyesület, hatóság, vállalat',
      department: 'osztály, részleg, főosztály',
      street: 'utca, cím, postacím, utca házszám, utca és házszám, lakcím',
      house: 'házszám',
      line: 'emelet, épület, ajtó, postafiók, pf, kiegészítő cím',
      postcode: 'irányítószám, irsz, ir. szám',
      town: 'város, település, helység, község',
      locality: 'irányítószám és település, irányítószám és város',
      region: 'megye, régió, tartomány',
      country: 'ország',
      email: 'e-mail, e-mail cím, email cím, villámposta',
      language: 'nyelv, levelezés nyelve',
    },
  },
};
