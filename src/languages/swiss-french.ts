import type { LocaleData } from '../model/locale-data.ts';
import { french } from './french.ts';

/**
 * What differs from the French of the other countries: guillemets have no space inside, and the colon has the same thin
 * space before it as the other marks, as the Guide du typographe of the Swiss typographers has it.
 */
export const swissFrench: LocaleData = {
  ...french,
  thinSpaces: { before: [';', '!', '?', ':'], after: [], noSpaceAfter: [';', '!', '?', ':'] },
};
