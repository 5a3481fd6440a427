import type { LabelledReference } from '../model/letter.ts';
import type { Inline } from '../model/tree.ts';
import type { Conventions } from './conventions.ts';

/**
 * Returns a reference as letters print it, after its label and a colon: "Our reference: WV/2026/3". In a language that
 * has a space before a colon, the label has a no-break space there.
 */
export function referenceLine(
  { label, value }: LabelledReference,
  { thinSpaces }: Pick<Conventions, 'thinSpaces'>,
): readonly Inline[] {
  const space = thinSpaces?.before.includes(':') === true ? '\u00A0' : '';
  return [{ type: 'text', value: `${label}${space}: ` }, value];
}
