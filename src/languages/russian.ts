import { joinNumbers, type Conventions } from './conventions.ts';

/** In a date, the abbreviation of "year" (г.) follows the year after a narrow no-break space. */
export const russian: Conventions = {
  months: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  date: (day, month, year) => `${day} ${month} ${year}\u202Fг.`,
  dateConnectors: { ordinalSuffix: undefined, wordBeforeMonth: undefined },
  attachedPrefixes: [],
  pageOf: (page, pages) => `Страница ${page} из ${pages}`,
  enclosures: (count) => (count === 1 ? 'Приложение' : 'Приложения'),
  copies: 'Копия',
  notice: {
    specimen: 'Образец: пересказ, не утверждённый названными организациями; не для отправки.',
    draft: 'Проект: не утверждён; не для отправки.',
  },
  translation: {
    ofEnglish: 'Неофициальный перевод; подписан английский текст.',
    ofAnother: 'Неофициальный перевод; подписан текст оригинала.',
  },
  unsignedAuthor: { specimen: 'Образец', draft: 'Проект' },
  demandNumbers: (published, numbers) =>
    `${published}, ${numbers.length === 1 ? 'требование' : 'требования'} ${joinNumbers(numbers, ' и ')}`,
  comma: ', ',
  // From memory of documents of the United Nations; no native speaker has read the form.
  noteAbove: (note) => `см. сноску\u00A0${note}`,
  linkDescription: (url) => `Ссылка на ${url}`,
  markDescription: (note) => `Назад к знаку сноски ${note}`,
  quotesInGuillemets: true,
  writingDirection: 'ltr',
  thinSpaces: undefined,
  // No words have been collected for Russian, because the sample campaign has no Russian letter.
  keptTogether: undefined,
  // The licence of the Russian patterns does not allow redistribution with the program: see docs/typography.md.
  hyphenation: undefined,
  // No patterns have been collected for Russian, for the same reason.
  draftMarks: { openChoices: undefined, requests: [] },
};
