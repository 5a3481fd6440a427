import type { LocaleData } from './locale-data.ts';

/** What the plain forms have in common. The colon is the mark after a salutation. */
const SPANISH_FORM = {
  inText: 'usted',
  close: 'Atentamente,',
  source:
    'Diccionario panhispánico de dudas, dos puntos (the colon after a salutation); protocolo.org, Estimados señores y otras fórmulas de cortesía (Estimada señora); Wikilengua, Carta (señor with the family name); Universitat de Barcelona, Llibre d’estil, Salutacions (both forms in full where one addressee is not known); hispanoteca.eu, Correspondencia epistolar (Atentamente)',
} as const;

export const spanish: LocaleData = {
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  date: '{day} de {month} de {year}',
  firstDay: undefined,
  // Diccionario panhispánico de dudas, números: numbers of four digits are not grouped.
  numbers: { groupSeparator: '.', minGrouped: 5, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  // The condition of "many" is whole millions, which "de" links to the noun: "un millón de euros".
  plural: { one: 'n = 1', many: 'e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5' },
  attachedPrefixes: [],
  pageOf: 'Página {page} de {pages}',
  enclosures: { singular: 'Anexo', dual: undefined, plural: 'Anexos' },
  copies: 'Con copia a',
  notice: {
    specimen: 'Muestra: paráfrasis no aprobada por las organizaciones mencionadas; no debe enviarse.',
    draft: 'Borrador: no aprobado; no debe enviarse.',
  },
  translation: {
    ofEnglish: 'Traducción de cortesía; el texto firmado es el inglés.',
    ofAnother: 'Traducción de cortesía; el texto firmado es el original.',
  },
  unsignedAuthor: { specimen: 'Muestra', draft: 'Borrador' },
  demandNumbers: {
    number: '{number}',
    singular: '{published}, petición {numbers}',
    dual: undefined,
    plural: '{published}, peticiones {numbers}',
  },
  comma: ', ',
  list: '{items} y {last}',
  // The form of the judgments of the Inter-American Court of Human Rights; it agrees with names of either gender.
  noteAbove: 'supra nota {note}',
  plainForms: {
    honorifics: [],
    office: { salutation: 'Estimada señora, estimado señor:', ...SPANISH_FORM },
    person: {
      f: {
        envelope: 'Sra. {name}',
        salutation: 'Estimada señora:',
        familySalutation: 'Estimada señora {family}:',
        courtesyTitles: ['Sra', 'Señora'],
        withHonorific: undefined,
        ...SPANISH_FORM,
      },
      m: {
        envelope: 'Sr. {name}',
        salutation: 'Estimado señor:',
        familySalutation: 'Estimado señor {family}:',
        courtesyTitles: ['Sr', 'Señor'],
        withHonorific: undefined,
        ...SPANISH_FORM,
      },
      unknown: {
        envelope: '{name}',
        salutation: 'Estimada señora, estimado señor:',
        familySalutation: undefined,
        courtesyTitles: [],
        withHonorific: undefined,
        ...SPANISH_FORM,
      },
    },
  },
  linkDescription: 'Enlace a {url}',
  markDescription: 'Volver a la llamada de la nota {note}',
  quotesInGuillemets: true,
  writingDirection: 'ltr',
  thinSpaces: undefined,
  keptTogether: {
    beforeNumbers: [
      'Artículos?',
      'artículos?',
      'arts?\\.',
      'núms?\\.',
      'n\\.[oº]',
      'pp?\\.',
      'págs?\\.',
      'párrs?\\.',
      'párrafos?',
      'reglas?',
      'capítulos?',
      'demandas?',
      'notas?',
      'peticiones',
      'petición',
      'vol\\.',
      '[Rr]ecomendaci(?:ón|ones)',
      'Orden Ejecutiva',
    ],
    beforeNames: ['Sr(?:es|as?)?\\.', 'Dra?s?\\.', 'D\\.ª?', 'Dña\\.', 'Excm[oa]\\.', 'S\\.E\\.'],
    notCounted: ['y', 'o', 'de', 'del', 'a', 'al', 'en', 'es', 'son'],
    conjunctions: ['y', 'e', 'o', 'u'],
  },
  hyphenation: { patterns: () => import('hyphen/patterns/es.js'), dividesCapitalised: false },
  draftMarks: {
    openChoices: /(?<!\p{L})(?:él\/ella|ella\/él|sr\.\/sra\.|sra\.\/sr\.|señor\/señora|señora\/señor)(?!\p{L})/giu,
    requests: ['verificar', 'por verificar'],
  },
};
