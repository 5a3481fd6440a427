import type { LocaleData } from '../model/locale-data.ts';

/**
 * Returns the data that a language begins with that the product lacks: what may be left out has its default, and the
 * other words are empty. The campaign has to state them (`PRINTED_WORDS`).
 */
export function blankLocaleData(direction: LocaleData['writingDirection']): LocaleData {
  const status = { specimen: '', draft: '' };
  const noun = { singular: '', dual: undefined, plural: '' };
  return {
    months: [],
    date: '',
    firstDay: undefined,
    numbers: { groupSeparator: '', minGrouped: 4, decimalSign: '', amount: '' },
    plural: {},
    attachedPrefixes: [],
    placeAndDate: '',
    pageOf: '',
    enclosures: noun,
    copies: '',
    attachedLetter: undefined,
    labels: { ours: '', yours: '', date: '' },
    onBehalfOf: '',
    andOthers: { other: '' },
    notice: status,
    translation: { ofEnglish: '', ofAnother: '' },
    unsignedAuthor: status,
    demandNumbers: { ...noun, number: '{number}', heading: undefined },
    comma: '',
    list: '',
    noteAbove: '',
    plainForms: undefined,
    linkDescription: '',
    markDescription: '',
    quotationMarks: { open: '', close: '' },
    writingDirection: direction,
    thinSpaces: undefined,
    noBreakSpaces: undefined,
    raisedEndings: undefined,
    keptTogether: undefined,
    hyphenation: undefined,
    workingNotes: { openChoices: [], requests: [] },
    paper: 'a4',
    sources: {},
    // No table is read by words of a campaign.
    lists: {
      names: '',
      genders: { f: '', m: '', unknown: '' },
      genderLetters: [],
      honorifics: '',
      columns: {},
    },
  };
}
