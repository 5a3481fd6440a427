import type { Data } from '../../model/data.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Letter } from '../../model/letter.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Selection } from '../../model/selection.ts';
import { type Plan, composeLetter } from '../../pipeline.ts';
import { addressees } from '../../run/addressees.ts';
import type { Filter } from '../../run/filter.ts';

/** A letter of a group, and what chose it. */
export interface ReviewedLetter {
  readonly selection: Selection;
  readonly letter: Letter;
}

/** The letters that share a body in a language. The first is read whole, the others by what differs. */
export interface ReviewGroup {
  /** `minister.en`: the wording of the body, and the language. */
  readonly name: string;
  readonly letters: readonly [ReviewedLetter, ...ReviewedLetter[]];
}

/** All letters that are meant, merged but not set, by body and language; and the faults of those that cannot be. */
export async function reviewGroups(
  plan: Plan,
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
): Promise<{ readonly groups: readonly ReviewGroup[]; readonly diagnostics: readonly Diagnostic[] }> {
  const unset: Plan = { ...plan, job: { ...plan.job, formats: [] } };
  const groups = new Map<string, [ReviewedLetter, ...ReviewedLetter[]]>();
  const diagnostics: Diagnostic[] = [];
  for await (const addressee of addressees(plan, profiles, filter)) {
    if (addressee.kind === 'failed') diagnostics.push(...addressee.faults);
    else if (addressee.target.kind === 'letter') {
      const { selection } = addressee.target;
      const composed = await composeLetter(unset, selection);
      diagnostics.push(...composed.diagnostics);
      if (!composed.ok) continue;
      const reviewed = { selection, letter: composed.value.letter };
      const name = `${selection.body.wording}.${selection.language}`;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [reviewed]);
      else group.push(reviewed);
    }
  }
  return { groups: [...groups].map(([name, letters]) => ({ name, letters })), diagnostics };
}
