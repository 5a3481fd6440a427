import type { DiagnosticCode } from '../model/diagnostic.ts';
import { CAMPAIGN } from './codes/campaign.ts';
import { DATA } from './codes/data.ts';
import type { ExplainedCode } from './codes/explained-code.ts';
import { FILES } from './codes/files.ts';
import { PAGES } from './codes/pages.ts';
import { TABLES } from './codes/tables.ts';
import { TEMPLATES } from './codes/templates.ts';
import { TEXTS } from './codes/texts.ts';

/** The explanation of every code. A code without one is a compile error. */
export const EXPLAINED_CODES: Readonly<Record<DiagnosticCode, ExplainedCode>> = {
  ...FILES,
  ...TABLES,
  ...DATA,
  ...CAMPAIGN,
  ...TEMPLATES,
  ...TEXTS,
  ...PAGES,
};
