import type { Language } from '../model/language.ts';
import type { LocaleData } from '../model/locale-data.ts';
import { arabic } from './arabic.ts';
import { danish } from './danish.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { greek } from './greek.ts';
import { hungarian } from './hungarian.ts';
import { italian } from './italian.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { romanian } from './romanian.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import { swedish } from './swedish.ts';

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
  ['da', danish],
  ['it', italian],
  ['nl', dutch],
  ['pt', portuguese],
  ['ro', romanian],
  ['sv', swedish],
]);
