import type { Direction } from '../model/page.ts';
import type { TextLines } from './set-lines.ts';
import type { Hyphenate } from './hyphenation.ts';
import type { ShapingContext } from './segments.ts';
import type { SettingMemory } from './setting-memory.ts';
import type { Stylesheet } from './stylesheet.ts';

/** What every step of setting one letter needs: measures, fonts, its language, what earlier letters left behind. */
export interface TypesettingContext extends ShapingContext {
  /** Where the letter's language is written to. */
  readonly direction: Direction;
  readonly hyphenate: Hyphenate;
  readonly stylesheet: Stylesheet;
  /** What is said of a link that only shows an address. */
  readonly linkTo: (url: string) => string;
  readonly memory: SettingMemory;
  /** Paragraphs of this letter: each stands in it once, so that its text has one place in the structure. */
  readonly inLetter: Set<TextLines>;
}
