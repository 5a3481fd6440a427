import { type Diagnostic, isFault } from './diagnostic.ts';

/** The result of a step that can fail: a value with any warnings, or the faults (and warnings) if there is no value. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Returns an outcome with a value. The diagnostics must be warnings. */
export function success<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, diagnostics };
}

/** Returns an outcome with faults instead of a value. */
export function failure(...diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { ok: false, diagnostics };
}

/** Returns an outcome with the value if none of the diagnostics is a fault, else a failure. */
export function settle<T>(value: T, diagnostics: readonly Diagnostic[]): Outcome<T> {
  return diagnostics.some(isFault) ? { ok: false, diagnostics } : { ok: true, value, diagnostics };
}

/** Applies the next step to the value, and joins the diagnostics of both steps. A failure is returned unchanged. */
export function andThen<T, U>(outcome: Outcome<T>, nextStep: (value: T) => Outcome<U>): Outcome<U> {
  if (!outcome.ok) return outcome;
  const result = nextStep(outcome.value);
  return { ...result, diagnostics: [...outcome.diagnostics, ...result.diagnostics] };
}

/** Returns the values of all outcomes, or a failure if one of them has failed. All diagnostics are kept. */
export function collect<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]> {
  const values = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  return values.length === outcomes.length ? success(values, diagnostics) : { ok: false, diagnostics };
}

/** Works as {@link collect}, for outcomes that have names. */
export function collectFields<T extends object>(outcomes: { readonly [Key in keyof T]: Outcome<T[Key]> }): Outcome<T> {
  const named = Object.entries<Outcome<unknown>>(outcomes).map(([key, outcome]) =>
    mapOutcome(outcome, (value) => [key, value] as const),
  );
  // Each name has the value of its outcome, so that the object has the type of the values.
  return mapOutcome(collect(named), (entries) => Object.fromEntries(entries) as T);
}

/** Returns the second outcome, or a failure if the first has failed. The diagnostics of both are kept. */
export function requireBoth<T>(first: Outcome<unknown>, second: Outcome<T>): Outcome<T> {
  const diagnostics = [...first.diagnostics, ...second.diagnostics];
  return first.ok && second.ok ? success(second.value, diagnostics) : { ok: false, diagnostics };
}

/** Works as {@link andThen}, for an asynchronous step. */
export async function andThenAsync<T, U>(
  outcome: Outcome<T>,
  nextStep: (value: T) => Promise<Outcome<U>>,
): Promise<Outcome<U>> {
  if (!outcome.ok) return outcome;
  const result = await nextStep(outcome.value);
  return { ...result, diagnostics: [...outcome.diagnostics, ...result.diagnostics] };
}

/** Transforms the value and keeps the diagnostics. A failure is returned unchanged. */
export function mapOutcome<T, U>(outcome: Outcome<T>, transform: (value: T) => U): Outcome<U> {
  return outcome.ok ? { ...outcome, value: transform(outcome.value) } : outcome;
}
