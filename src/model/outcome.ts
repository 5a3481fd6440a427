import { type Diagnostic, isFault } from './diagnostic.ts';

/** A value with warnings, or all the faults (and warnings) because of which there is no value. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Returns an outcome with a value, and its warnings if there are any. */
export function success<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, diagnostics };
}

/** Returns an outcome with faults instead of a value. */
export function failure(...diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { ok: false, diagnostics };
}

/** Returns the value if none of the diagnostics is a fault, else a failure. */
export function settle<T>(value: T, diagnostics: readonly Diagnostic[]): Outcome<T> {
  return diagnostics.some(isFault) ? { ok: false, diagnostics } : { ok: true, value, diagnostics };
}

/** Applies the next step to the value, and keeps the diagnostics of both steps. A failure is returned unchanged. */
export function andThen<T, U>(outcome: Outcome<T>, next: (value: T) => Outcome<U>): Outcome<U> {
  if (!outcome.ok) return outcome;
  const result = next(outcome.value);
  return { ...result, diagnostics: [...outcome.diagnostics, ...result.diagnostics] };
}

/** Returns all values if every outcome has one, else a failure; the diagnostics of all outcomes are kept. */
export function collect<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]> {
  const values = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  return values.length === outcomes.length ? success(values, diagnostics) : { ok: false, diagnostics };
}

/** {@link andThen} for an asynchronous step. */
export async function andThenAsync<T, U>(
  outcome: Outcome<T>,
  next: (value: T) => Promise<Outcome<U>>,
): Promise<Outcome<U>> {
  if (!outcome.ok) return outcome;
  const result = await next(outcome.value);
  return { ...result, diagnostics: [...outcome.diagnostics, ...result.diagnostics] };
}

/** Transforms the value, and keeps the diagnostics. */
export function mapOutcome<T, U>(outcome: Outcome<T>, change: (value: T) => U): Outcome<U> {
  return outcome.ok ? { ...outcome, value: change(outcome.value) } : outcome;
}
