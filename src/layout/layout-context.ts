import type { WordShaper } from '../fonts/fonts.ts';
import type { Conventions } from '../languages/conventions.ts';
import { conventionsOf } from '../languages/languages.ts';
import type { Language } from '../model/language.ts';
import type { Memo, Values } from '../model/values.ts';
import type { SetBlock } from './galley.ts';
import type { Hyphenate } from './paragraph/hyphenation.ts';
import { openKeptSpaces, type KeptSpaces } from './paragraph/line-breaks.ts';
import type { Stylesheet } from './stylesheet.ts';

/** What every step of setting letters in a language needs; it is the same for all of a run. */
export interface LayoutContext {
  readonly language: Language;
  readonly conventions: Conventions;
  readonly keptSpaces: KeptSpaces;
  readonly stylesheet: Stylesheet;
  readonly shaper: WordShaper;
  readonly hyphenate: Hyphenate;
  readonly values: Values;
  /** Set texts and blocks, memoised by the part of a letter that they are set from. */
  readonly blocks: Memo<SetBlock>;
}

/** Opens the setting of letters in a language. */
export function openLayoutContext(tools: Omit<LayoutContext, 'conventions' | 'keptSpaces' | 'blocks'>): LayoutContext {
  const { language, values } = tools;
  const conventions = conventionsOf(language);
  return { ...tools, conventions, keptSpaces: openKeptSpaces(conventions), blocks: values.memo() };
}
