import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/languages/languages.ts';
import { findFullNotes, noteEnding } from '../../../src/languages/note-forms.ts';
import type { Note } from '../../../src/model/letter.ts';
import { plainText } from '../../../src/model/tree.ts';
import { aLetter, aNote } from '../../support/a-letter.ts';
import { noteContent, notesOnOnePage } from '../../support/product-languages.ts';

const full = aNote(7, 'Statute, in full, art. 70.');
const named: Note = { ...full, shortName: { type: 'text', value: 'Statute' }, pinpoint: 'art. 70' };

describe('a note whose source is given in full above it on the page', () => {
  test.each([
    ['en', 'Statute, as note 2, art. 70.', 'As note 2, art. 70.'],
    ['fr', 'Statute, préc., note 2, art. 70.', 'Préc., note 2, art. 70.'],
    ['es', 'Statute, supra nota 2, art. 70.', 'Supra nota 2, art. 70.'],
    ['ar', 'Statute، الحاشية 2 أعلاه، art. 70.', 'الحاشية 2 أعلاه، art. 70.'],
    ['de', 'Statute, siehe Fußnote 2, art. 70.', 'Siehe Fußnote 2, art. 70.'],
    ['el', 'Statute, βλ. υποσημείωση 2, art. 70.', 'Βλ. υποσημείωση 2, art. 70.'],
    ['hu', 'Statute, lásd: 2. lábjegyzet, art. 70.', 'Lásd: 2. lábjegyzet, art. 70.'],
    ['pl', 'Statute, zob. przypis 2, art. 70.', 'Zob. przypis 2, art. 70.'],
    ['ru', 'Statute, см. сноску 2, art. 70.', 'См. сноску 2, art. 70.'],
    ['da', 'Statute, se fodnote 2, art. 70.', 'Se fodnote 2, art. 70.'],
    ['et', 'Statute, vt viidet 2, art. 70.', 'Vt viidet 2, art. 70.'],
    ['fi', 'Statute, ks. alaviite 2, art. 70.', 'Ks. alaviite 2, art. 70.'],
    ['ga', 'Statute, féach fonóta 2, art. 70.', 'Féach fonóta 2, art. 70.'],
    ['it', 'Statute, cfr. nota 2, art. 70.', 'Cfr. nota 2, art. 70.'],
    ['lt', 'Statute, žr. 2 išnašą, art. 70.', 'Žr. 2 išnašą, art. 70.'],
    ['lv', 'Statute, sk. 2. zemsvītras piezīmi, art. 70.', 'Sk. 2. zemsvītras piezīmi, art. 70.'],
    ['mt', 'Statute, ara nota 2, art. 70.', 'Ara nota 2, art. 70.'],
    ['nl', 'Statute, zie voetnoot 2, art. 70.', 'Zie voetnoot 2, art. 70.'],
    ['pt', 'Statute, ver nota 2, art. 70.', 'Ver nota 2, art. 70.'],
    ['ro', 'Statute, a se vedea nota 2, art. 70.', 'A se vedea nota 2, art. 70.'],
    ['sv', 'Statute, se not 2, art. 70.', 'Se not 2, art. 70.'],
    ['tr', 'Statute, bkz. dipnot 2, art. 70.', 'Bkz. dipnot 2, art. 70.'],
    ['bg', 'Statute, вж. бележка 2, art. 70.', 'Вж. бележка 2, art. 70.'],
    ['cs', 'Statute, viz pozn. 2, art. 70.', 'Viz pozn. 2, art. 70.'],
    ['hr', 'Statute, vidi bilješku 2, art. 70.', 'Vidi bilješku 2, art. 70.'],
    ['sk', 'Statute, pozri pozn. 2, art. 70.', 'Pozri pozn. 2, art. 70.'],
    ['sl', 'Statute, glej opombo 2, art. 70.', 'Glej opombo 2, art. 70.'],
    ['uk', 'Statute, див. виноску 2, art. 70.', 'Див. виноску 2, art. 70.'],
  ])('names that note in %s, after the short name of the source if it has one', (language, withName, withoutName) => {
    const { shortName: _, ...nameless } = named;
    const words = [named, nameless].map((note) => plainText(noteContent(note, 2, language)).replaceAll('\u00A0', ' '));
    expect(words).toEqual([withName, withoutName]);
  });

  test('is tested in every language', () => {
    expect(LANGUAGES).toHaveLength(28);
  });

  test('has no pinpoint if the citation has none', () => {
    expect(plainText(noteContent(full, 2, 'en'))).toBe('As note 2.');
  });

  test('keeps the language and the isolate of a name in another language', () => {
    const shortName = { type: 'text', value: 'نظام', language: 'ar', isolates: [{ start: 0, end: 4 }] } as const;
    expect(noteContent({ ...named, shortName }, 2, 'en')).toEqual([
      shortName,
      { type: 'text', value: ', as note 2, art. 70.' },
    ]);
  });
});

test('a note above which no other gives its source is in full', () => {
  expect(noteContent(named, undefined, 'en')).toBe(named.content);
});

test.each([
  [undefined, '.'],
  ['art. 70', ', art. 70.'],
  ['pp. 3 ff.', ', pp. 3 ff.'],
])('a note with the pinpoint %j ends in one full stop', (pinpoint, expected) => {
  expect(noteEnding(pinpoint, { comma: ', ' })).toBe(expected);
});

test('later notes name the first of their source on the page, not the nearest', () => {
  const sources = ['a', 'b', 'a', 'a', 'b', 'c'];
  const notes = sources.map((source, index) => ({ number: index + 5, source }));
  expect(findFullNotes(notes)).toEqual([undefined, undefined, 5, 5, 6, undefined]);
});

test('a letter without pages gives each source in full once', () => {
  const notes = [1, 2, 3].map((number) => ({ ...aNote(number, `In full ${number}.`), source: number < 3 ? 'a' : 'b' }));
  expect(notesOnOnePage(aLetter({ notes })).map(({ number, content }) => `${number} ${plainText(content)}`)).toEqual([
    '1 In full 1.',
    '2 As note 1.',
    '3 In full 3.',
  ]);
});
