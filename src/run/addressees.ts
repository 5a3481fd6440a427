import type { Data } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { nameKey } from '../model/name.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Target, recipientOf } from '../model/selection.ts';
import type { Span } from '../model/span.ts';
import { selectTargets } from '../pipeline.ts';
import type { Plan } from '../plan.ts';
import { profileId } from '../validate/validate-recipient.ts';
import { createFilterMatch, type Filter } from './filter.ts';
import { isInShard } from './shards/shard.ts';

/**
 * A profile with its target in one language (the letter, or the reason why there is none), or the faults that prevent a
 * target.
 */
export type Addressee =
  | {
      readonly kind: 'target';
      readonly profile: Data;
      readonly target: Target;
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly kind: 'failed'; readonly id: string | undefined; readonly faults: readonly Diagnostic[] };

/**
 * Yields the profiles that the filter selects, in their order, once for each edition (letter in one language). A
 * profile with faults cannot be filtered by role, group or State. It is therefore yielded as failed, unless its id can
 * be read and the filter excludes it. If several profiles have the same id, all but the first fail.
 */
export async function* selectAddressees(
  plan: Pick<Plan, 'campaign'>,
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
): AsyncGenerator<Addressee, void, undefined> {
  const firstUses = createFirstUseIndex();
  const matches = createFilterMatch(filter, plan.campaign);
  for await (const profile of profiles) {
    await yieldToEventLoop();
    const id = profile.ok ? profileId(profile.value) : undefined;
    if (filter.shard !== undefined && !isInShard(filter.shard, id)) continue;
    if (!profile.ok) {
      yield { kind: 'failed', id, faults: profile.diagnostics };
      continue;
    }
    if (id !== undefined && filter.ids.length > 0 && !filter.ids.includes(id)) continue;
    const firstUse = id === undefined ? undefined : firstUses.find(id);
    if (id !== undefined && firstUse !== undefined) {
      yield { kind: 'failed', id, faults: [duplicateIdFault(firstUse, { id, span: profile.value.span })] };
      continue;
    }
    if (id !== undefined) firstUses.add(id, profile.value.span);
    for (const target of selectTargets(plan, profile.value)) {
      if (!target.ok) yield { kind: 'failed', id, faults: target.diagnostics };
      else if (matches(recipientOf(target.value))) {
        yield { kind: 'target', profile: profile.value, target: target.value, warnings: target.diagnostics };
      }
    }
  }
}

/** The use of an id: the id as it is written, and the location of its profile. */
interface IdUse {
  readonly id: string;
  readonly span: Span;
}

function duplicateIdFault(first: IdUse, second: IdUse): Diagnostic {
  const message =
    first.id === second.id
      ? say`the id ${second.id} is taken: another recipient has it`
      : say`the id ${second.id} differs from the id ${first.id} only in capitals, width or the composition of its letters`;
  return fault('profile/duplicate-id', second.span, message, {
    hint: say`ids name the files that are written; give this recipient one of its own`,
    related: [{ span: first.span, message: say`first used here` }],
  });
}

/** Lets the event loop handle signals and timers. Awaiting promises that are already settled would never let it. */
function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** The exclusive upper bounds of lines and columns that can be packed into one number with the number of the file. */
const [LINE_LIMIT, COLUMN_LIMIT] = [2 ** 24, 2 ** 12];

/**
 * Returns an empty index from the ids of profiles to their first use. Ids that a file system may take for the same have
 * one first use. A location is packed into one number, which saves 12 of 202 MB for 100,000 letters. A location in a
 * table keeps its `Span`, because it also has a cell.
 */
export function createFirstUseIndex() {
  const locations = new Map<string, number | Span>();
  /** The ids that are not their own key, by key. */
  const writtenIds = new Map<string, string>();
  const files: string[] = [];
  const indexOfFile = new Map<string, number>();

  function fileIndex(file: string): number {
    const index = indexOfFile.get(file) ?? files.push(file) - 1;
    indexOfFile.set(file, index);
    return index;
  }

  return {
    /** Returns the first use of an id; undefined if there is none. */
    find: (id: string): IdUse | undefined => {
      const key = nameKey(id);
      const packed = locations.get(key);
      if (packed === undefined) return undefined;
      const firstId = writtenIds.get(key) ?? key;
      if (typeof packed !== 'number') return { id: firstId, span: packed };
      const fileAndLine = Math.floor(packed / COLUMN_LIMIT);
      const file = files[Math.floor(fileAndLine / LINE_LIMIT)] ?? '';
      return { id: firstId, span: { file, line: fileAndLine % LINE_LIMIT, column: packed % COLUMN_LIMIT } };
    },
    /** Adds the first use of an id. */
    add: (id: string, span: Span): void => {
      const key = nameKey(id);
      if (key !== id) writtenIds.set(key, id);
      const { file, line, column, cell } = span;
      const canBePacked = cell === undefined && line < LINE_LIMIT && column < COLUMN_LIMIT;
      locations.set(key, canBePacked ? (fileIndex(file) * LINE_LIMIT + line) * COLUMN_LIMIT + column : span);
    },
  };
}
