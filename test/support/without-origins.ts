/** The properties that say where the words of a letter come from. */
const ORIGINS: ReadonlySet<string> = new Set(['origin', 'subjectOrigin', 'values']);

/** Returns parts of a letter without their origins and without the ranges of their values, for tests of their words. */
export function withoutOrigins<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutOrigins) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !ORIGINS.has(name));
  return Object.fromEntries(entries.map(([name, part]) => [name, withoutOrigins(part)])) as T;
}
