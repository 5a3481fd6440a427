import { warning, type Diagnostic } from '../model/diagnostic.ts';
import { fragmentsText } from '../model/fragments-text.ts';
import type { Letter } from '../model/letter.ts';
import { profileEcho, say } from '../model/message.ts';
import type { SetLine } from './galley.ts';
import { pageOfLetter } from './page-warnings.ts';
import type { PageRows } from './pages/stack-page.ts';

/**
 * The scripts without spaces between words, in which only a dictionary tells where a line may end (Unicode Standard
 * Annex 14, class SA), by their names in messages.
 */
const UNSPACED_SCRIPTS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\p{Script=Thai}$/u, 'Thai'],
  [/\p{Script=Lao}$/u, 'Lao'],
  [/\p{Script=Khmer}$/u, 'Khmer'],
  [/\p{Script=Myanmar}$/u, 'Burmese'],
  [/[\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}]$/u, 'Tai'],
];

/** U+0E00, before which no letter of these scripts is. */
const FIRST_OF_THEM = '\u0E00';

/** Returns a warning for each line that ends between two letters of a script without spaces between words. */
export function dividedWordWarnings(pages: readonly PageRows[], letter: Letter): readonly Diagnostic[] {
  const warnings: Diagnostic[] = [];
  pages.forEach(({ rows, noteRows }, pageIndex) => {
    for (const line of [...rows, ...noteRows].flatMap(({ lines }) => lines)) {
      const script = dividedScriptOf(line);
      if (script === undefined) continue;
      const message = say`the line ${profileEcho(fragmentsText(line.fragments))} on ${pageOfLetter(pageIndex + 1, letter)} may end inside a word, as ${[script]} has no spaces between words and demarche has no dictionary of them`;
      const hint = say`shorten the phrase, or put a space where the language allows one, and look at the page`;
      warnings.push(warning('page/divided-word', letter.span, message, { hint }));
    }
  });
  return warnings;
}

function dividedScriptOf({ fragments, hasForcedEnd }: SetLine): string | undefined {
  if (hasForcedEnd) return undefined;
  const lastText = fragments.at(-1)?.glyphs.at(-1)?.text ?? '';
  if (lastText !== '' && lastText < FIRST_OF_THEM) return undefined;
  const text = fragmentsText(fragments);
  return UNSPACED_SCRIPTS.find(([pattern]) => pattern.test(text))?.[1];
}
