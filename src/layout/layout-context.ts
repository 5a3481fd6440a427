import type { WordShaper } from '../fonts/fonts.ts';
import type { Conventions } from '../languages/conventions.ts';
import type { Language } from '../model/language.ts';
import type { Memo, Values } from '../model/values.ts';
import type { SetBlock } from './galley.ts';
import type { Hyphenate } from './paragraph/hyphenation.ts';
import { createUnbreakableSpaceFinder, type FindUnbreakableSpaces } from './paragraph/line-breaks.ts';
import { createGroupFinder, type DividesGroup } from './paragraph/divided-groups.ts';
import { createPunctuationSpaceSetter, type SetPunctuationSpaces } from './paragraph/punctuation-spaces.ts';
import { createEndingRaiser, type RaiseEndings } from './paragraph/raise-endings.ts';
import type { Stylesheet } from './stylesheet.ts';

/**
 * The data and functions for typesetting letters in one language, shared by all letters of a run (one execution of the
 * command).
 */
export interface LayoutContext {
  readonly language: Language;
  readonly conventions: Conventions;
  /** Finds the spaces of a text at which the language allows no line break. */
  readonly findUnbreakableSpaces: FindUnbreakableSpaces;
  /** Whether words that a page break must not divide are divided between two lines. */
  readonly dividesGroup: DividesGroup;
  readonly setPunctuationSpaces: SetPunctuationSpaces;
  readonly raiseEndings: RaiseEndings;
  readonly stylesheet: Stylesheet;
  readonly shaper: WordShaper;
  readonly hyphenate: Hyphenate;
  /** The interned parts of letters, which serve as keys of memos. */
  readonly values: Values;
  /**
   * The memo (cache of results) of typeset paragraphs and blocks, by the interned part of a letter that they were set
   * from.
   */
  readonly blockMemo: Memo<SetBlock>;
}

/** Creates the layout context of a language. */
export function createLayoutContext(
  tools: Omit<
    LayoutContext,
    'findUnbreakableSpaces' | 'dividesGroup' | 'setPunctuationSpaces' | 'raiseEndings' | 'blockMemo'
  >,
): LayoutContext {
  const { conventions, language, shaper, values } = tools;
  return {
    ...tools,
    findUnbreakableSpaces: createUnbreakableSpaceFinder(conventions),
    dividesGroup: createGroupFinder(conventions),
    setPunctuationSpaces: createPunctuationSpaceSetter(conventions),
    raiseEndings: createEndingRaiser(conventions.raisedEndings, shaper, language),
    blockMemo: values.memo(),
  };
}
