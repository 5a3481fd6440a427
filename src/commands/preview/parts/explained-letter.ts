import type { Data } from '../../../model/data.ts';
import type { Letter } from '../../../model/letter.ts';
import type { Selection } from '../../../model/selection.ts';
import type { Span } from '../../../model/span.ts';
import type { Plan } from '../../../plan.ts';
import type { Explanation } from '../../explain/explanation.ts';

/** A letter, and what its parts are explained from. */
export interface ExplainedLetter {
  readonly plan: Pick<Plan, 'campaign' | 'templates'>;
  readonly selection: Selection;
  /** The profile from which the recipient was read. */
  readonly profile: Data;
  readonly letter: Letter;
  readonly explanation: Explanation;
  /** Converts the name of a file in the campaign to a path that the user can open. */
  readonly pathOf: (file: string) => string;
}

/** Returns the path of a span's file with the line, as `letter.yaml:12`; null if there is no span. */
export function placeOf(span: Span | undefined, { pathOf }: Pick<ExplainedLetter, 'pathOf'>): string | null {
  return span === undefined ? null : `${pathOf(span.file)}:${span.line}`;
}
