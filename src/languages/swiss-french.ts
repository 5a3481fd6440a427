import type { LocaleData } from '../model/locale-data.ts';
import { french } from './french.ts';

/**
 * What differs from the French of the other countries: guillemets have no space inside, and the colon has the same thin
 * space before it as the other marks. That is Swiss usage as a guide for designers has it; no rules of the Swiss
 * typographers or of the Federal Chancellery were found.
 */
export const swissFrench: LocaleData = {
  ...french,
  thinSpaces: { before: [';', '!', '?', ':'], after: [], noSpaceAfter: [';', '!', '?', ':'] },
  noBreakSpaces: undefined,
  notice: {
    specimen: thinColon(french.notice.specimen),
    draft: thinColon(french.notice.draft),
  },
};

/** Returns a sentence with a narrow no-break space before its colon. */
function thinColon(sentence: string): string {
  return sentence.replace('\u00A0:', '\u202F:');
}
