import { readFileSync, writeFileSync } from 'node:fs';
import { outputOf } from './tools.ts';

/**
 * Writes a copy of a PDF with one defect, which a check must detect. `change` gets the file in the form that qpdf
 * writes for editing (QDF): streams are uncompressed, and objects follow each other.
 */
export async function alterPdf(original: string, file: string, change: (text: string) => string): Promise<void> {
  const open = `${file}.open`;
  await outputOf('qpdf', ['--qdf', '--object-streams=disable', '--newline-before-endstream', original, open]);
  const changed = change(readFileSync(open, 'latin1'));
  writeFileSync(open, changed, 'latin1');
  writeFileSync(file, await outputOf('fix-qdf', [open], 'latin1'), 'latin1');
}

/** Returns the text with the first match replaced. Throws an Error if the pattern does not match. */
export function replaceIn(text: string, pattern: RegExp, replacement: (...match: string[]) => string): string {
  if (!pattern.test(text)) throw new Error(`nothing to alter: ${pattern}`);
  return text.replace(pattern, (...match: string[]) => replacement(...match));
}
