/** The functions of languages for a campaign that brings none of its own, by the code of the language. */
import type { Conventions } from '../../src/languages/conventions.ts';
import * as languages from '../../src/languages/languages.ts';
import * as letters from '../../src/languages/letter-words.ts';
import * as notes from '../../src/languages/note-forms.ts';
import * as numbers from '../../src/languages/numbers.ts';
import * as plurals from '../../src/languages/plurals.ts';
import * as hyphenation from '../../src/layout/paragraph/hyphenation.ts';
import type { Amount } from '../../src/model/field.ts';
import type { Language } from '../../src/model/language.ts';
import type { Letter, Note } from '../../src/model/letter.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';
import type { PluralCategory } from '../../src/model/plural-category.ts';
import type { Inline } from '../../src/model/tree.ts';

export function conventionsOf(language: Language): Conventions {
  return languages.conventionsOf(language, NO_LOCALES);
}

export function formatLongDate(day: string, language: Language): string {
  return languages.formatLongDate(day, conventionsOf(language));
}

export function formatNumber(number: string, language: Language): string {
  return numbers.formatNumber(number, conventionsOf(language));
}

export function formatAmount(amount: Amount, language: Language): string {
  return numbers.formatAmount(amount, conventionsOf(language));
}

export function pluralCategory(number: string, language: Language): PluralCategory {
  return plurals.pluralCategory(number, conventionsOf(language));
}

export function pluralCategoriesOf(language: Language): readonly PluralCategory[] {
  return conventionsOf(language).plural.categories;
}

export function letterWords(letter: Letter, printed?: readonly notes.PrintedNote[]): string {
  return letters.letterWords(letter, conventionsOf(letter.language), printed);
}

export function noteContent(note: Note, fullNote: number | undefined, language: Language): readonly Inline[] {
  return notes.noteContent(note, fullNote, conventionsOf(language));
}

export function notesOnOnePage(letter: Pick<Letter, 'notes' | 'language'>): readonly notes.PrintedNote[] {
  return notes.notesOnOnePage(letter, conventionsOf(letter.language));
}

export function loadHyphenation(language: Language): Promise<hyphenation.Hyphenate> {
  return hyphenation.loadHyphenation(conventionsOf(language).hyphenation);
}
