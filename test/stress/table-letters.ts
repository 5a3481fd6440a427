import type { Letter } from '../../src/model/letter.ts';
import { fileStart } from '../../src/model/span.ts';
import type { Block, Inline, RowOfTable, Table } from '../../src/model/tree.ts';
import { stressLetter } from './stress-letters.ts';

/** The words of a letter with tables. */
interface TableWords {
  readonly introduction: string;
  readonly head: readonly [string, string, string, string];
  /** What happens on the days of the table, by turns. */
  readonly events: readonly string[];
  readonly day: (number: number) => string;
  readonly other: string;
}

const WORDS = {
  en: {
    introduction: 'The office is open on these days:',
    head: ['No.', 'Day', 'What is done on that day, and by whom', 'Copies'],
    events: [
      'Receipts are sent',
      'Letters that were not acknowledged are listed | and the list is published, with the number of each letter and the office that will reply',
      'Μουσείο Τυπογραφίας, Музей книгопечатания, Łódź, Győr',
    ],
    day: (number) => `${number} March 2026`,
    other: 'What follows is another matter.',
  },
  ar: {
    introduction: 'يعمل المكتب في هذه الأيام:',
    head: ['الرقم', 'اليوم', 'ما يُنجز في ذلك اليوم ومن يقوم به', 'النسخ'],
    events: [
      'تُرسل الإيصالات',
      'تُعدّ قائمة بالرسائل التي لم يُقرّ باستلامها | وتُنشر القائمة مع رقم كل رسالة والمكتب الذي سيرد عليها',
      'Rules of Correspondence, 3rd ed., are printed by the office, and sent to everyone who asks for them',
    ],
    day: (number) => `${number} آذار 2026`,
    other: 'وما يلي مسألة أخرى.',
  },
} as const satisfies Readonly<Record<string, TableWords>>;

/** The languages that have such a letter. */
export const TABLE_LANGUAGES = ['en', 'ar'] as const;

/** Builds the letter with tables of a language: one of several pages, one within a list, and a rule line. */
export function tableLetter(language: (typeof TABLE_LANGUAGES)[number]): Letter {
  const stress = stressLetter(language);
  const { introduction, head, events, day, other }: TableWords = WORDS[language];
  const dayRows = Array.from({ length: 31 }, (_, index) =>
    rowOf([
      [text(`${index + 1}`)],
      [text(day(index + 1))],
      contentOf(events[index % events.length] ?? '', index),
      [text(`${index * 1000}`)],
    ]),
  );
  const headRow = rowOf(head.map((words, index) => (index === 2 ? [text(words), mark(1)] : [text(words)])));
  const long: Table = { type: 'table', align: ['right', null, 'left', 'right'], children: [headRow, ...dayRows] };
  const short: Table = {
    type: 'table',
    align: [null, 'center'],
    children: [headRow, ...dayRows.slice(0, 2)].map(({ children }) =>
      rowOf(children.slice(0, 2).map((cell) => cell.children)),
    ),
  };
  const introduced = (shown: Table): readonly Block[] => [{ type: 'paragraph', children: [text(introduction)] }, shown];
  return {
    ...stress,
    id: 'tables',
    body: [
      ...introduced(long),
      { type: 'thematicBreak' },
      { type: 'paragraph', children: [text(other)] },
      { type: 'list', ordered: true, start: 1, children: [{ type: 'listItem', children: introduced(short) }] },
    ],
    notes: stress.notes.slice(0, 2),
  };
}

/** Returns the words of a row: a link in the first one, a note in the twentieth, emphasis in the others. */
function contentOf(words: string, index: number): readonly Inline[] {
  if (index === 0) return [{ type: 'link', url: 'https://example.org/days', children: [text(words)] }];
  if (index === 19) return [text(words), mark(2)];
  return [{ type: index % 2 === 0 ? 'emphasis' : 'strong', children: [text(words)] }];
}

function rowOf(cells: readonly (readonly Inline[])[]): RowOfTable {
  return {
    type: 'tableRow',
    origin: { text: 'body/tables', span: fileStart('tables.md') },
    children: cells.map((children) => ({ type: 'tableCell', children })),
  };
}

function text(value: string): Inline {
  return { type: 'text', value };
}

function mark(number: number): Inline {
  return { type: 'footnoteReference', identifier: String(number) };
}
