import type { Language } from '../model/language.ts';
import type { LocaleData } from '../model/locale-data.ts';
import { arabic } from './arabic.ts';
import { austrianGerman } from './austrian-german.ts';
import { brazilianPortuguese } from './brazilian-portuguese.ts';
import { bulgarian } from './bulgarian.ts';
import { croatian } from './croatian.ts';
import { czech } from './czech.ts';
import { danish } from './danish.ts';
import { dutch } from './dutch.ts';
import { egyptianArabic } from './egyptian-arabic.ts';
import { english } from './english.ts';
import { estonian } from './estonian.ts';
import { finnish } from './finnish.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { greek } from './greek.ts';
import { hungarian } from './hungarian.ts';
import { irish } from './irish.ts';
import { italian } from './italian.ts';
import { latvian } from './latvian.ts';
import { lithuanian } from './lithuanian.ts';
import { maltese } from './maltese.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { romanian } from './romanian.ts';
import { russian } from './russian.ts';
import { slovak } from './slovak.ts';
import { slovenian } from './slovenian.ts';
import { spanish } from './spanish.ts';
import { swedish } from './swedish.ts';
import { swissFrench } from './swiss-french.ts';
import { turkish } from './turkish.ts';
import { ukrainian } from './ukrainian.ts';
import { usEnglish } from './us-english.ts';

/**
 * The locale data of all languages, by tag, and of variants that differ from their language: "en-US" from "en", which is
 * also that of "en-GB". A new language is a file of its own, with an import and a row here.
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
  ['bg', bulgarian],
  ['cs', czech],
  ['da', danish],
  ['et', estonian],
  ['fi', finnish],
  ['ga', irish],
  ['hr', croatian],
  ['it', italian],
  ['lt', lithuanian],
  ['lv', latvian],
  ['mt', maltese],
  ['nl', dutch],
  ['pt', portuguese],
  ['ro', romanian],
  ['sk', slovak],
  ['sl', slovenian],
  ['sv', swedish],
  ['tr', turkish],
  ['uk', ukrainian],
  ['ar-EG', egyptianArabic],
  ['de-AT', austrianGerman],
  ['en-US', usEnglish],
  ['fr-CH', swissFrench],
  ['pt-BR', brazilianPortuguese],
]);
