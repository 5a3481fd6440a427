import type { Direction } from '../model/page.ts';
import type { Memo, Values } from '../model/values.ts';
import type { SetBlock } from './blocks/galley.ts';
import type { TextLines } from './blocks/set-lines.ts';
import type { Hyphenate } from './paragraph/hyphenation.ts';
import type { ShapingContext } from './paragraph/segments.ts';
import type { Stylesheet } from './stylesheet.ts';

/** What every step of setting one letter needs: measures, fonts, its language, what earlier letters left behind. */
export interface TypesettingContext extends ShapingContext, SettingMemory {
  /** Where the letter's language is written to. */
  readonly direction: Direction;
  readonly hyphenate: Hyphenate;
  readonly stylesheet: Stylesheet;
  /** What is said of a link that only shows an address. */
  readonly linkTo: (url: string) => string;
}

/** What was set before in a language. */
export interface SettingMemory {
  readonly values: Values;
  /** Text and blocks as they were set, by what they say and where they stand. */
  readonly texts: Memo<TextLines>;
  readonly blocks: Memo<SetBlock>;
}

/** Nothing was set yet. */
export function openSettingMemory(values: Values): SettingMemory {
  return { values, texts: values.memo(), blocks: values.memo() };
}
