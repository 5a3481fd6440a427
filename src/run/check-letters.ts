import type { Data } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Plan, composeLetter } from '../pipeline.ts';
import { addressees } from './addressees.ts';
import type { Filter } from './filter.ts';
import { uncheckedTexts, unverified } from './strict-faults.ts';

/** What a check of a run's letters found, besides how many it looked at. */
export interface Checked {
  readonly letters: number;
  readonly skipped: number;
  readonly failed: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes every letter up to its pages and keeps only the faults and warnings: what passes here can be written. With
 * `strict`, texts and profiles that nobody checked are faults too. Ends early when asked to stop.
 */
export async function checkLetters(
  plan: Plan,
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
  { stop, strict }: { readonly stop: AbortSignal; readonly strict: boolean },
): Promise<Checked> {
  const counts = { letters: 0, skipped: 0, failed: 0 };
  const diagnostics: Diagnostic[] = strict ? [...uncheckedTexts(plan)] : [];
  for await (const addressee of addressees(plan, profiles, filter)) {
    if (stop.aborted) break;
    if (addressee.kind === 'failed') {
      counts.failed += 1;
      diagnostics.push(...addressee.faults);
      continue;
    }
    diagnostics.push(...addressee.warnings);
    if (addressee.target.kind === 'skipped') counts.skipped += 1;
    if (addressee.target.kind !== 'letter') continue;
    if (strict) diagnostics.push(...unverified(addressee.target.selection.recipient));
    const composed = await composeLetter(plan, addressee.target.selection);
    diagnostics.push(...composed.diagnostics);
    if (composed.ok) counts.letters += 1;
    else counts.failed += 1;
  }
  return { ...counts, diagnostics };
}
