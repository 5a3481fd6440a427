import type { Language } from '../model/language.ts';
import { arabic } from './arabic.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { greek } from './greek.ts';
import { hungarian } from './hungarian.ts';
import type { LocaleData } from '../model/locale-data.ts';
import { polish } from './polish.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

/**
 * The locale data of all languages, by ISO 639-1 code. A new language is a file of its own, with an import and a row
 * here.
 */
export const LOCALE_DATA: ReadonlyMap<Language, LocaleData> = new Map([
  ['en', english],
  ['fr', french],
  ['es', spanish],
  ['ar', arabic],
  ['de', german],
  ['el', greek],
  ['hu', hungarian],
  ['pl', polish],
  ['ru', russian],
]);
