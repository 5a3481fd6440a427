import type { Data } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Target, recipientOf } from '../model/selection.ts';
import type { Span } from '../model/span.ts';
import { type Plan, selectTargets } from '../pipeline.ts';
import { profileId } from '../validate/validate-recipient.ts';
import { type Filter, matchesFilter } from './filter.ts';
import { isInShard } from './shards/shard.ts';

/** A profile with its target in one language (the letter, or why there is none), or the faults that prevent it. */
export type Addressee =
  | {
      readonly kind: 'target';
      readonly profile: Data;
      readonly target: Target;
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly kind: 'failed'; readonly id: string | undefined; readonly faults: readonly Diagnostic[] };

/**
 * Yields the profiles that the filter selects, in their order, once for each edition. A profile with faults cannot be
 * filtered by role, group or State, so it is reported unless its id is readable and not selected. If profiles have the
 * same id, all but the first fail.
 */
export async function* addressees(
  plan: Pick<Plan, 'campaign'>,
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
): AsyncGenerator<Addressee, void, undefined> {
  const firstUses = openFirstUses();
  for await (const profile of profiles) {
    await yieldToEventLoop();
    const id = profile.ok ? profileId(profile.value) : undefined;
    if (filter.shard !== undefined && !isInShard(filter.shard, id)) continue;
    if (!profile.ok) {
      yield { kind: 'failed', id, faults: profile.diagnostics };
      continue;
    }
    if (id !== undefined && filter.ids.length > 0 && !filter.ids.includes(id)) continue;
    const first = id === undefined ? undefined : firstUses.find(id);
    if (id !== undefined && first !== undefined) {
      yield { kind: 'failed', id, faults: [duplicateId(id, first, profile.value.span)] };
      continue;
    }
    if (id !== undefined) firstUses.note(id, profile.value.span);
    for (const target of selectTargets(plan, profile.value)) {
      if (!target.ok) yield { kind: 'failed', id, faults: target.diagnostics };
      else if (matchesFilter(filter, recipientOf(target.value), plan.campaign)) {
        yield { kind: 'target', profile: profile.value, target: target.value, warnings: target.diagnostics };
      }
    }
  }
}

function duplicateId(id: string, first: Span, second: Span): Diagnostic {
  return fault('profile/duplicate-id', second, say`the id ${id} is taken: another recipient has it`, {
    hint: say`ids name the files that are written; give this recipient one of its own`,
    related: [{ span: first, message: say`first used here` }],
  });
}

/** Lets the event loop handle signals and timers, which it never does while only settled promises are awaited. */
function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** A location is packed into one number if its line and its column are less than these. */
const [LINE_LIMIT, COLUMN_LIMIT] = [2 ** 24, 2 ** 12];

/**
 * Returns an empty map from ids to the location of their first use. A location is packed into one number, unless it is
 * that of a table's cell: for a hundred thousand letters this saves 12 MB of 202 MB in all.
 */
export function openFirstUses() {
  const locations = new Map<string, number | Span>();
  const files: string[] = [];
  const fileNumbers = new Map<string, number>();

  function numberOfFile(file: string): number {
    const number = fileNumbers.get(file) ?? files.push(file) - 1;
    fileNumbers.set(file, number);
    return number;
  }

  return {
    /** Returns the location of the first use of an id; undefined if there is none. */
    find: (id: string): Span | undefined => {
      const location = locations.get(id);
      if (typeof location !== 'number') return location;
      const line = Math.floor(location / COLUMN_LIMIT);
      return {
        file: files[Math.floor(line / LINE_LIMIT)] ?? '',
        line: line % LINE_LIMIT,
        column: location % COLUMN_LIMIT,
      };
    },
    /** Adds the first use of an id. */
    note: (id: string, span: Span): void => {
      const { file, line, column, cell } = span;
      const fits = cell === undefined && line < LINE_LIMIT && column < COLUMN_LIMIT;
      locations.set(id, fits ? (numberOfFile(file) * LINE_LIMIT + line) * COLUMN_LIMIT + column : span);
    },
  };
}
