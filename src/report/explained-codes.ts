import type { DiagnosticCode } from '../model/diagnostic.ts';
import { CAMPAIGN_CODES } from './codes/campaign.ts';
import { DATA_CODES } from './codes/data.ts';
import { ENCLOSURE_CODES } from './codes/enclosures.ts';
import type { ExplainedCode } from './codes/explained-code.ts';
import { FILE_CODES } from './codes/files.ts';
import { FONT_CODES } from './codes/fonts.ts';
import { LANGUAGE_CODES } from './codes/languages.ts';
import { PAGE_CODES } from './codes/pages.ts';
import { PICTURE_CODES } from './codes/pictures.ts';
import { TABLE_CODES } from './codes/tables.ts';
import { TEMPLATE_CODES } from './codes/templates.ts';
import { TEXT_CODES } from './codes/texts.ts';

/** The explanation of every diagnostic code. A code without an explanation is a compile error. */
export const EXPLAINED_CODES: Readonly<Record<DiagnosticCode, ExplainedCode>> = {
  ...FILE_CODES,
  ...TABLE_CODES,
  ...DATA_CODES,
  ...CAMPAIGN_CODES,
  ...LANGUAGE_CODES,
  ...TEMPLATE_CODES,
  ...TEXT_CODES,
  ...PICTURE_CODES,
  ...ENCLOSURE_CODES,
  ...FONT_CODES,
  ...PAGE_CODES,
};
