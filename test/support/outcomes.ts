import type { Data } from '../../src/model/data.ts';
import { plainMessage } from '../../src/model/message.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { sortByLocation } from '../../src/model/diagnostic.ts';
import type { Outcome } from '../../src/model/outcome.ts';

/** Returns the value of an outcome. Throws an Error if it has diagnostics, be they warnings. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok && outcome.diagnostics.length === 0) return outcome.value;
  throw new Error(`unexpected: ${outcome.diagnostics.map(inFull).join('\n')}`);
}

/** Returns the value of an outcome that may have warnings, as pages do that look wrong. Throws an Error if it failed. */
export function valueDespiteWarnings<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`unexpected: ${outcome.diagnostics.map(inFull).join('\n')}`);
}

/** The code, line and column of every diagnostic, sorted by location: `yaml/syntax 2:1`. */
export function faultsOf(outcome: Outcome<unknown>): readonly string[] {
  return sortByLocation(outcome.diagnostics).map(({ code, span }) => `${code} ${span.line}:${span.column}`);
}

/** The code, file, line and column of every diagnostic, sorted by location: `yaml/syntax recipients/a.yaml:2:1`. */
export function placedFaultsOf(outcome: Outcome<unknown>): readonly string[] {
  return sortByLocation(outcome.diagnostics).map(
    ({ code, span }) => `${code} ${span.file}:${span.line}:${span.column}`,
  );
}

/** Formats a diagnostic as one line, with the values of profiles that it quotes. */
export function inFull({ code, span, message, hint }: Diagnostic): string {
  const advice = hint === undefined ? '' : ` (${plainMessage(hint)})`;
  return `${span.file}:${span.line}:${span.column} ${code} ${plainMessage(message)}${advice}`;
}

/** Data as plain values, without their spans. */
export function plain(data: Data): unknown {
  if (data.kind === 'scalar') return data.text;
  if (data.kind === 'list') return data.items.map(plain);
  return Object.fromEntries(data.entries.map(({ key, value }) => [key, plain(value)]));
}
