import type { LocaleData } from './locale-data.ts';

/** The sources of the plain forms. */
const FRENCH_SOURCES =
  'Office québécois de la langue française, Banque de dépannage linguistique, Appel (Madame; Monsieur; Madame ou Monsieur where the gender is not known; never followed by the family name); Bureau de la traduction, Clefs du français pratique (Madame, Monsieur where the name is not known; no abbreviation in the salutation); Portail linguistique du Canada, Formules d’appel et de salutation (agréer … salutations distinguées)';

/**
 * A colon has a no-break space before it, and a semicolon a narrow no-break space, as the Imprimerie nationale
 * requires.
 */
export const french: LocaleData = {
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  date: '{day} {month} {year}',
  // Only the first day of a month is an ordinal number.
  firstDay: '1er',
  numbers: { groupSeparator: '\u202F', minGrouped: 4, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  // The condition of "many" is whole millions, which "de" links to the noun: "un million d’euros".
  plural: { one: 'i = 0,1', many: 'e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5' },
  attachedPrefixes: [],
  pageOf: 'Page {page} sur {pages}',
  enclosures: { singular: 'Pièce jointe', dual: undefined, plural: 'Pièces jointes' },
  copies: 'Copie à',
  notice: {
    specimen:
      'Spécimen\u00A0: paraphrase, non approuvée par les organisations nommées\u202F; ne doit pas être envoyée.',
    draft: 'Projet\u00A0: non approuvé\u202F; ne doit pas être envoyé.',
  },
  translation: {
    ofEnglish: 'Traduction de courtoisie\u202F; le texte signé est le texte anglais.',
    ofAnother: 'Traduction de courtoisie\u202F; le texte signé est le texte original.',
  },
  unsignedAuthor: { specimen: 'Spécimen', draft: 'Projet' },
  demandNumbers: {
    number: '{number}',
    singular: '{published}, demande {numbers}',
    dual: undefined,
    plural: '{published}, demandes {numbers}',
  },
  comma: ', ',
  list: '{items} et {last}',
  // The abbreviation of "précité" that Quebec's legal citing uses: it agrees with names of either gender.
  noteAbove: 'préc., note {note}',
  // The close repeats the salutation, and speaks for an organisation, as signatures do.
  plainForms: {
    honorifics: [],
    office: {
      salutation: 'Madame, Monsieur,',
      inText: 'vous',
      close: 'Veuillez agréer, Madame, Monsieur, nos salutations distinguées.',
      source: FRENCH_SOURCES,
    },
    person: {
      f: {
        envelope: 'Mme {name}',
        salutation: 'Madame,',
        familySalutation: undefined,
        inText: 'vous',
        close: 'Veuillez agréer, Madame, nos salutations distinguées.',
        source: FRENCH_SOURCES,
        courtesyTitles: ['Mme', 'Madame'],
        withHonorific: undefined,
      },
      m: {
        envelope: 'M. {name}',
        salutation: 'Monsieur,',
        familySalutation: undefined,
        inText: 'vous',
        close: 'Veuillez agréer, Monsieur, nos salutations distinguées.',
        source: FRENCH_SOURCES,
        courtesyTitles: ['M', 'Monsieur'],
        withHonorific: undefined,
      },
      unknown: {
        envelope: '{name}',
        salutation: 'Madame ou Monsieur,',
        familySalutation: undefined,
        inText: 'vous',
        close: 'Veuillez agréer, Madame ou Monsieur, nos salutations distinguées.',
        source: FRENCH_SOURCES,
        courtesyTitles: [],
        withHonorific: undefined,
      },
    },
  },
  genderWords: {
    f: ['femme', 'féminin', 'madame', 'mme', 'mlle'],
    m: ['h', 'homme', 'masculin', 'monsieur'],
    unknown: ['inconnu'],
  },
  linkDescription: 'Lien vers {url}',
  markDescription: 'Retour à l’appel de la note {note}',
  quotesInGuillemets: false,
  writingDirection: 'ltr',
  thinSpaces: { before: [';', '!', '?', '»', ':'], after: ['«'], noSpaceAfter: [';', '!', '?', ':', '«'] },
  keptTogether: {
    beforeNumbers: [
      'Article',
      'Articles',
      'article',
      'articles',
      'art.',
      'arts.',
      'no',
      'nos',
      'n°',
      'n°s',
      'No',
      'Nos',
      'N°',
      'N°s',
      'p.',
      'pp.',
      'par.',
      'paragraphe',
      'paragraphes',
      'point',
      'points',
      'règle',
      'règles',
      'chapitre',
      'chapitres',
      'demande',
      'demandes',
      'note',
      'notes',
      'vol.',
      'recommandation',
      'recommandations',
      'Recommandation',
      'Recommandations',
      'Order)',
    ],
    beforeNames: ['M.', 'MM.', 'Mme', 'Mmes', 'Mlle', 'Mlles', 'Dr', 'Me', 'Pr', 'S.E.'],
    notCounted: ['et', 'ou', 'de', 'du', 'des', 'à', 'au', 'en', 'est', 'sont'],
    conjunctions: ['et', 'ou'],
  },
  hyphenation: { patterns: () => import('hyphen/patterns/fr.js'), dividesCapitalised: false },
  workingNotes: {
    openChoices: ['il/elle', 'm./mme', 'monsieur/madame'],
    requests: ['à vérifier', 'vérifier'],
  },
};
