import type { LocaleData } from '../model/locale-data.ts';

/** What the plain forms have in common. */
const MALTESE_FORM = { inText: 'inti', close: 'Tislijiet,' } as const;

/** The sources of the plain forms for a woman and a man. */
const MALTESE_SOURCES =
  'Istitut tal-Ġurnalisti Maltin, letter of 28 October 2016 (Għażiża Dr Spiteri; is-Sur with the name). No style guide was found for "Għażiża Sinjura", "Għażiż Sur" and the close, and no native speaker has read the forms';

/**
 * The word for two things is that of the plural, but for few nouns. The article is joined by a hyphen (il-paġna), at
 * which a line may end.
 */
export const maltese: LocaleData = {
  months: [
    'Jannar',
    'Frar',
    'Marzu',
    'April',
    'Mejju',
    'Ġunju',
    'Lulju',
    'Awwissu',
    'Settembru',
    'Ottubru',
    'Novembru',
    'Diċembru',
  ],
  date: '{day} ta’ {month} {year}',
  firstDay: undefined,
  numbers: { groupSeparator: ',', minGrouped: 4, decimalSign: '.', amount: '{minus}{currency}\u00A0{digits}' },
  plural: { one: 'n = 1', two: 'n = 2', few: 'n = 0 or n % 100 = 3..10', many: 'n % 100 = 11..19' },
  attachedPrefixes: [],
  placeAndDate: '{place}, {date}',
  pageOf: 'Paġna {page} minn {pages}',
  enclosures: { singular: 'Anness', dual: undefined, plural: 'Annessi' },
  copies: 'Kopja lil',
  attachedLetter: 'Mehmuża ssibu l-ittra tagħna ({date}).',
  labels: { ours: 'Ir-referenza tagħna', yours: 'Ir-referenza tiegħek', date: 'Data' },
  onBehalfOf: 'f’isem {principal}',
  andOthers: { other: '{name} u {count} oħra' },
  notice: {
    specimen: 'Kampjun: parafrażi mhux approvata mill-organizzazzjonijiet imsemmija; ma għandhiex tintbagħat.',
    draft: 'Abbozz: mhux approvat; ma għandux jintbagħat.',
  },
  translation: {
    ofEnglish: 'Traduzzjoni mhux uffiċjali; it-test iffirmat huwa dak bl-Ingliż.',
    ofAnother: 'Traduzzjoni mhux uffiċjali; it-test iffirmat huwa dak oriġinali.',
  },
  unsignedAuthor: { specimen: 'Kampjun', draft: 'Abbozz' },
  demandNumbers: {
    heading: 'Talbiet',
    number: '{number}',
    singular: '{published}, talba {numbers}',
    dual: undefined,
    plural: '{published}, talbiet {numbers}',
  },
  comma: ', ',
  list: '{items} u {last}',
  // The EU's Interinstitutional Style Guide, 8.2, has "ara nota x"; no native speaker has read the form.
  noteAbove: 'ara nota\u00A0{note}',
  plainForms: {
    honorifics: ['Dr', 'Prof'],
    office: {
      salutation: 'Għażiż Sinjur jew Għażiża Sinjura,',
      source:
        'No style guide was found; both forms in full are for an unknown addressee, and no native speaker has read them',
      ...MALTESE_FORM,
    },
    person: {
      f: {
        envelope: '{name}',
        salutation: 'Għażiża Sinjura,',
        familySalutation: 'Għażiża Sinjura {family},',
        courtesyTitles: ['Sra', 'Sinjura', 'is-Sinjura'],
        withHonorific: {
          envelope: '{honorific} {name}',
          salutation: 'Għażiża {honorific} {name},',
          familySalutation: 'Għażiża {honorific} {family},',
        },
        source: MALTESE_SOURCES,
        ...MALTESE_FORM,
      },
      m: {
        envelope: '{name}',
        salutation: 'Għażiż Sinjur,',
        familySalutation: 'Għażiż Sur {family},',
        courtesyTitles: ['Sur', 'Sinjur', 'is-Sur'],
        withHonorific: {
          envelope: '{honorific} {name}',
          salutation: 'Għażiż {honorific} {name},',
          familySalutation: 'Għażiż {honorific} {family},',
        },
        source: MALTESE_SOURCES,
        ...MALTESE_FORM,
      },
      unknown: {
        envelope: '{name}',
        salutation: 'Għażiż Sinjur jew Għażiża Sinjura,',
        familySalutation: undefined,
        courtesyTitles: [],
        withHonorific: undefined,
        source:
          'No style guide was found for a person whose gender is not known: both forms in full, as for an office; no native speaker has read the form',
        ...MALTESE_FORM,
      },
    },
  },
  linkDescription: 'Ħolqa għal {url}',
  markDescription: 'Lura għall-marka tan-nota {note}',
  quotationMarks: { open: '“', close: '”' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  noBreakSpaces: undefined,
  raisedEndings: undefined,
  keptTogether: {
    beforeWords: [],
    beforeNumbers: [
      'Artikolu',
      'artikolu',
      'Artikoli',
      'artikoli',
      'Art.',
      'art.',
      'Nru',
      'nru',
      'p.',
      'pp.',
      'paġna',
      'paragrafu',
      'Regola',
      'regola',
      'kapitolu',
      'nota',
      'talba',
      'talbiet',
      'rakkomandazzjoni',
    ],
    beforeNames: ['Sur', 'Sinjura', 'Sra', 'Dr', 'Prof.', 'San', 'Santa'],
    notCounted: ['u', 'jew', 'ta’', 'tal', 'minn', 'ma’', 'huwa', 'hija', 'huma'],
    conjunctions: ['u', 'jew'],
  },
  // No patterns for Maltese come with the library.
  hyphenation: undefined,
  workingNotes: {
    openChoices: ['huwa/hija', 'sinjur/sinjura'],
    requests: ['iċċekkja', 'ivverifika', 'għandu jiġi vverifikat'],
  },
  paper: 'a4',
  sources: {},
  lists: {
    names: 'mt, mlt, Maltese, Malti, maltais, Maltesisch, maltés, maltański, máltai, мальтийский, μαλτέζικα, المالطية',
    genders: { f: 'Sinjura, Sra, mara', m: 'Sur, Sinjur, raġel', unknown: 'ieħor, mhux magħruf' },
    genderLetters: [{ f: 'm', m: 'r' }],
    honorifics: 'Dott, Perit, Avukat, Professur',
    columns: {
      id: 'identifikatur, numru ta’ sħubija, referenza',
      number: 'nru, numru, ringiela',
      given: 'isem, l-isem, isem proprju',
      middle: 'it-tieni isem',
      family: 'kunjom, il-kunjom',
      'full-name': 'isem u kunjom, isem sħiħ, persuna ta’ kuntatt, destinatarju',
      sex: 'sess, ġeneru, kif tindirizza',
      title: 'titlu',
      honorific: 'titlu akkademiku',
      function: 'kariga, funzjoni, rwol, pożizzjoni',
      organisation: 'organizzazzjoni, kumpanija, istituzzjoni, assoċjazzjoni, għaqda, awtorità',
      department: 'dipartiment, taqsima, direttorat',
      street: 'triq, indirizz, indirizz postali',
      house: 'numru tad-dar',
      line: 'bini, sular, kaxxa postali',
      postcode: 'kodiċi postali',
      town: 'belt, raħal, lokalità',
      locality: 'kodiċi postali u belt, belt u kodiċi postali',
      region: 'reġjun, provinċja',
      country: 'pajjiż',
      email: 'posta elettronika, indirizz elettroniku',
      language: 'lingwa, lingwa tal-korrispondenza',
    },
  },
};
