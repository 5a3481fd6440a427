import { templateOriginKey, type TemplateOrigin } from './template-origin.ts';
import type { Inline } from './tree.ts';

/** The parts of a letter that are no blocks of its body or its post-scriptum. */
export type LetterPart =
  | 'notice'
  | 'letterhead'
  | 'sender line'
  | 'return line'
  | 'date'
  | 'reference'
  | 'marking'
  | 'delivery'
  | 'inside address'
  | 'subject'
  | 'salutation'
  | 'close'
  | 'signature'
  | 'enclosure'
  | 'copy'
  | 'note'
  | 'running head'
  | 'page number';

/** A part of a letter, with its place among those of its kind: the second line of the address has the index 1. */
export interface PartOrigin {
  readonly part: LetterPart;
  readonly index: number;
}

/** Where a paragraph on a page comes from: a block of a text, or another part of the letter. */
export type BlockOrigin = TemplateOrigin | PartOrigin;

/** Where the words of a line come from. All lines of a paragraph share one object. */
export interface LineOrigin {
  readonly block: BlockOrigin;
  /** The content of the paragraph, in which the ranges of its values are. Empty if it is no content of the letter. */
  readonly content: readonly Inline[];
}

/** Returns the origin of a part of the letter. `index` is its place among those of its kind. */
export function originOfPart(part: LetterPart, index: number = 0): PartOrigin {
  return { part, index };
}

/** Returns a text that equal origins alone have; an empty one if there is no origin. */
export function blockOriginKey(origin: BlockOrigin | undefined): string {
  return origin !== undefined && 'part' in origin ? `${origin.part} ${origin.index}` : templateOriginKey(origin);
}
