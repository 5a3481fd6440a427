import type { Direction } from '../model/page.ts';
import type { Hyphenate } from './hyphenation.ts';
import type { ShapingContext } from './segments.ts';
import type { Wording } from './runs.ts';
import type { Stylesheet } from './stylesheet.ts';

/** What every step of setting one letter needs: measures, fonts, its language, the words that go with links. */
export interface TypesettingContext extends ShapingContext {
  /** Where the letter's language is written to. */
  readonly direction: Direction;
  readonly hyphenate: Hyphenate;
  readonly stylesheet: Stylesheet;
  readonly wording: Wording;
}
