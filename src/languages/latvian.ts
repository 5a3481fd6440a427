import type { LocaleData } from '../model/locale-data.ts';

/**
 * What the plain forms have in common. A name in a salutation is in the genitive or the vocative, so that no salutation
 * has one. An envelope has the name as the profile has it, which the campaign may write in the dative.
 */
const LATVIAN_FORM = { inText: 'Jūs', close: 'Ar cieņu' } as const;

/** The sources of the plain forms for a woman and a man. */
const LATVIAN_SOURCES =
  'valoda.ailab.lv, Darījumu vēstule, Uzruna (Godātais … kungs! Cienījamā … kundze! here without the name). No source was found for the close, and no native speaker has read the forms';

/** An ordinal number (a number and a full stop) is before the noun: "5. pants". */
export const latvian: LocaleData = {
  months: [
    'janvāris',
    'februāris',
    'marts',
    'aprīlis',
    'maijs',
    'jūnijs',
    'jūlijs',
    'augusts',
    'septembris',
    'oktobris',
    'novembris',
    'decembris',
  ],
  date: '{year}. gada {day}. {month}',
  firstDay: undefined,
  numbers: { groupSeparator: '\u00A0', minGrouped: 5, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  plural: {
    zero: 'n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19',
    one: 'n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1',
  },
  attachedPrefixes: [],
  placeAndDate: '{place}, {date}',
  pageOf: '{page}. lappuse no {pages}',
  enclosures: { singular: 'Pielikums', dual: undefined, plural: 'Pielikumi' },
  copies: 'Kopija',
  attachedLetter: 'Pielikumā nosūtām savu vēstuli ({date}).',
  labels: { ours: 'Mūsu atsauce', yours: 'Jūsu atsauce', date: 'Datums' },
  onBehalfOf: '{principal} vārdā',
  andOthers: { other: '{name} un vēl {count}' },
  notice: {
    specimen: 'Paraugs: pārfrāze, ko minētās organizācijas nav apstiprinājušas; nenosūtīt.',
    draft: 'Projekts: nav apstiprināts; nenosūtīt.',
  },
  translation: {
    ofEnglish: 'Neoficiāls tulkojums; parakstīts ir teksts angļu valodā.',
    ofAnother: 'Neoficiāls tulkojums; parakstīts ir oriģinālteksts.',
  },
  unsignedAuthor: { specimen: 'Paraugs', draft: 'Projekts' },
  // The noun after ordinal numbers is in the singular.
  demandNumbers: {
    heading: 'Prasības',
    number: '{number}.',
    singular: '{published}, {numbers} prasība',
    dual: undefined,
    plural: '{published}, {numbers} prasība',
  },
  comma: ', ',
  list: '{items} un {last}',
  // Latvian texts of the EU refer to notes with "Sk."; no native speaker has read the form.
  noteAbove: 'sk. {note}.\u00A0zemsvītras piezīmi',
  plainForms: {
    honorifics: [],
    office: {
      salutation: 'Cienījamās dāmas un godātie kungi!',
      source:
        'No style guide was found for the form, which is usual for an unknown addressee; no native speaker has read it',
      ...LATVIAN_FORM,
    },
    person: {
      f: {
        envelope: '{name}',
        salutation: 'Cienījamā kundze!',
        familySalutation: undefined,
        courtesyTitles: ['kundze', 'Kundze', 'kdze', 'jaunkundze'],
        withHonorific: undefined,
        source: LATVIAN_SOURCES,
        ...LATVIAN_FORM,
      },
      m: {
        envelope: '{name}',
        salutation: 'Godātais kungs!',
        familySalutation: undefined,
        courtesyTitles: ['kungs', 'Kungs', 'kgs'],
        withHonorific: undefined,
        source: LATVIAN_SOURCES,
        ...LATVIAN_FORM,
      },
      unknown: {
        envelope: '{name}',
        salutation: 'Labdien!',
        familySalutation: undefined,
        courtesyTitles: [],
        withHonorific: undefined,
        source:
          'No style guide was found for a person whose gender is not known: "godātais" has a gender, so that a greeting without one is used; no native speaker has read the form',
        ...LATVIAN_FORM,
      },
    },
  },
  linkDescription: 'Saite uz {url}',
  markDescription: 'Atpakaļ pie {note}. zemsvītras piezīmes norādes',
  quotationMarks: { open: '“', close: '”' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  noBreakSpaces: undefined,
  raisedEndings: undefined,
  keptTogether: {
    beforeWords: [],
    beforeNumbers: ['Nr.', 'nr.'],
    beforeNames: ['Dr.', 'dr.', 'Prof.', 'prof.'],
    notCounted: ['un', 'vai', 'ir', 'nav', 'no', 'ar', 'uz', 'par', 'līdz', 'kā'],
    conjunctions: ['un', 'vai'],
  },
  // The licence of the Latvian patterns does not allow redistribution with the program: see docs/typography.md.
  hyphenation: undefined,
  workingNotes: { openChoices: ['viņš/viņa', 'kungs/kundze'], requests: ['pārbaudīt', 'jāpārbauda'] },
  paper: 'a4',
  sources: {
    pageOf: 'LibreOffice 7.4, wizards/resources_lv.properties',
    onBehalfOf: 'Interinstitutional Style Guide of the EU (lv), 2.5: Komisijas vārdā',
  },
  lists: {
    names:
      'lv, lav, Latvian, latviešu, latviešu valoda, letton, Lettisch, letón, łotewski, lett, латышский, λετονικά, اللاتفية',
    genders: { f: 'kundze, kdze, jaunkundze, sieviete', m: 'kungs, kgs, vīrietis', unknown: 'cits, nezināms' },
    genderLetters: [{ f: 's', m: 'v' }],
    honorifics: 'doktors, doktore, profesors, profesore',
    columns: {
      id: 'identifikators, biedra numurs, klienta numurs, atsauce',
      number: 'numurs, npk, rinda',
      given: 'vārds, vārdi',
      middle: 'otrais vārds',
      family: 'uzvārds',
      'full-name': 'vārds un uzvārds, vārds uzvārds, uzvārds vārds, pilns vārds, kontaktpersona, adresāts, saņēmējs',
      sex: 'dzimums, uzruna',
      title: 'tituls',
      honorific: 'zinātniskais grāds, akadēmiskais grāds',
      function: 'amats, ieņemamais amats, loma, funkcija',
      organisation: 'organizācija, iestāde, uzņēmums, biedrība, firma, iestādes nosaukums, uzņēmuma nosaukums',
      department: 'nodaļa, departaments, daļa',
      street: 'iela, adrese, pasta adrese, iela un numurs',
      house: 'mājas numurs',
      line: 'papildu adrese, ēka, stāvs, dzīvoklis, pastkastīte',
      postcode: 'pasta indekss, indekss',
      town: 'pilsēta, apdzīvota vieta, pagasts',
      locality: 'pasta indekss un pilsēta, pilsēta un pasta indekss',
      region: 'novads, reģions',
      country: 'valsts',
      email: 'e-pasts, e-pasta adrese',
      language: 'valoda, saziņas valoda',
    },
  },
};
