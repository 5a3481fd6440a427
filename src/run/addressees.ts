import type { Data } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Target, recipientOf } from '../model/selection.ts';
import type { Span } from '../model/span.ts';
import { type Plan, targetsOf } from '../pipeline.ts';
import { profileId } from '../validate/validate-recipient.ts';
import { type Filter, matchesFilter } from './filter.ts';
import { isInShard } from './shards/shard.ts';

/** A profile with what it gets in one language, or with the faults that keep it from getting anything. */
export type Addressee =
  | {
      readonly kind: 'target';
      readonly profile: Data;
      readonly target: Target;
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly kind: 'failed'; readonly id: string | undefined; readonly faults: readonly Diagnostic[] };

/**
 * Who is meant by the filter, one after the other, each with what the letter holds for it, edition by edition. A
 * profile that is broken cannot be filtered except by its id, so it is reported rather than left out in silence. The
 * second profile with an id fails.
 */
export async function* addressees(
  plan: Pick<Plan, 'campaign'>,
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
): AsyncGenerator<Addressee, void, undefined> {
  const firstUses = openFirstUses();
  for await (const profile of profiles) {
    await otherWork();
    const id = profile.ok ? profileId(profile.value) : undefined;
    if (filter.shard !== undefined && !isInShard(filter.shard, id)) continue;
    if (!profile.ok) {
      yield { kind: 'failed', id, faults: profile.diagnostics };
      continue;
    }
    if (id !== undefined && filter.ids.length > 0 && !filter.ids.includes(id)) continue;
    const first = id === undefined ? undefined : firstUses.find(id);
    if (id !== undefined && first !== undefined) {
      yield { kind: 'failed', id, faults: [doubledId(id, first, profile.value.span)] };
      continue;
    }
    if (id !== undefined) firstUses.note(id, profile.value.span);
    for (const target of targetsOf(plan, profile.value)) {
      if (!target.ok) yield { kind: 'failed', id, faults: target.diagnostics };
      else if (matchesFilter(filter, recipientOf(target.value), plan.campaign)) {
        yield { kind: 'target', profile: profile.value, target: target.value, warnings: target.diagnostics };
      }
    }
  }
}

function doubledId(id: string, first: Span, second: Span): Diagnostic {
  return fault('profile/duplicate-id', second, say`the id ${id} is taken: another recipient has it`, {
    hint: say`ids name the files that are written; give this recipient one of its own`,
    related: [{ span: first, message: say`first used here` }],
  });
}

/** Returns to the event loop: where only promises are awaited, signals and timers are never handled. */
function otherWork(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** A place is packed into one number if its line and its column are less than these. */
const [LINES, COLUMNS] = [2 ** 24, 2 ** 12];

/**
 * The ids that were read, each with the place of its first use; none at first. A place is kept as a number, except that
 * of a table's cell: for a hundred thousand letters this takes 12 MB less than keeping the places themselves, 190 instead
 * of 202 in the whole.
 */
export function openFirstUses() {
  const places = new Map<string, number | Span>();
  const files: string[] = [];
  const numbers = new Map<string, number>();

  function numberOf(file: string): number {
    const number = numbers.get(file) ?? files.push(file) - 1;
    numbers.set(file, number);
    return number;
  }

  return {
    find: (id: string): Span | undefined => {
      const place = places.get(id);
      if (typeof place !== 'number') return place;
      const line = Math.floor(place / COLUMNS);
      return { file: files[Math.floor(line / LINES)] ?? '', line: line % LINES, column: place % COLUMNS };
    },
    note: (id: string, span: Span): void => {
      const { file, line, column, cell } = span;
      const fits = cell === undefined && line < LINES && column < COLUMNS;
      places.set(id, fits ? (numberOf(file) * LINES + line) * COLUMNS + column : span);
    },
  };
}
