import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { FontFile } from '../model/font-settings.ts';
import { type Message, say } from '../model/message.ts';

/** Returns the fault for a damaged font file. `what`: what is wrong with it. */
export function damagedFault({ file, span }: Pick<FontFile, 'file' | 'span'>, what: Message): Diagnostic {
  const message = say`${file}: this font file is damaged: ${what}`;
  const hint = say`put a fresh copy of the file in its place, or name another font`;
  return fault('font/damaged', span, message, { hint });
}

/**
 * Thrown where HarfBuzz ends in a trap while it shapes a word in a font of the campaign. It is an error and no outcome,
 * because words are shaped deep inside the layout, and no font that has passed the checks is known to cause one.
 */
export class FontTrap extends Error {
  override readonly name = 'FontTrap';
  /** The fault that names the file. */
  readonly diagnostic: Diagnostic;

  constructor(font: FontFile, cause: unknown) {
    super(`HarfBuzz cannot shape a word in ${font.file}`, { cause });
    this.diagnostic = damagedFault(font, say`a word cannot be set in it`);
  }
}

/** Whether an error is a trap of WebAssembly, whose class is not among the types of the language. */
export function isTrap(error: unknown): boolean {
  return error instanceof Error && error.name === 'RuntimeError';
}
