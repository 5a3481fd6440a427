import { type Diagnostic, isFault } from './diagnostic.ts';

/** A value with the warnings met on the way to it, or the faults that stood in the way: all of them, not the first. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A value, with its warnings if there are any. */
export function success<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, diagnostics };
}

/** One fault or several instead of a value. */
export function failure(...diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { ok: false, diagnostics };
}

/** The value if none of the diagnostics is a fault. */
export function settle<T>(value: T, diagnostics: readonly Diagnostic[]): Outcome<T> {
  return diagnostics.some(isFault) ? { ok: false, diagnostics } : { ok: true, value, diagnostics };
}

/** Goes on with the value; keeps the warnings of both steps. */
export function andThen<T, U>(outcome: Outcome<T>, next: (value: T) => Outcome<U>): Outcome<U> {
  if (!outcome.ok) return outcome;
  const result = next(outcome.value);
  return { ...result, diagnostics: [...outcome.diagnostics, ...result.diagnostics] };
}

/** All values, or all the faults of those that failed. */
export function collect<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]> {
  const values = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  return values.length === outcomes.length ? success(values, diagnostics) : { ok: false, diagnostics };
}

/** {@link andThen} for a step that has to wait. */
export async function andThenLater<T, U>(
  outcome: Outcome<T>,
  next: (value: T) => Promise<Outcome<U>>,
): Promise<Outcome<U>> {
  if (!outcome.ok) return outcome;
  const result = await next(outcome.value);
  return { ...result, diagnostics: [...outcome.diagnostics, ...result.diagnostics] };
}

/** The value turned into another; faults and warnings stay. */
export function mapOutcome<T, U>(outcome: Outcome<T>, change: (value: T) => U): Outcome<U> {
  return outcome.ok ? { ...outcome, value: change(outcome.value) } : outcome;
}
