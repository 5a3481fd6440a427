import type { LabelledReference } from '../model/letter.ts';
import type { Inline } from '../model/tree.ts';
import type { Conventions } from './conventions.ts';

/**
 * Returns a reference as letters print it, after its label and a colon: "Our reference: WV/2026/3". In a language that
 * has a space before a colon, the label has it too: a no-break space, wide or thin as the language has it.
 */
export function referenceLine(
  { label, value }: LabelledReference,
  { thinSpaces, noBreakSpaces }: Pick<Conventions, 'thinSpaces' | 'noBreakSpaces'>,
): readonly Inline[] {
  const wideSpace = noBreakSpaces?.before.includes(':') === true ? '\u00A0' : '';
  const space = thinSpaces?.before.includes(':') === true ? '\u202F' : wideSpace;
  return [{ type: 'text', value: `${label}${space}: ` }, value];
}
