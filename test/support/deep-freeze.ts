/** Freezes a value and all that it holds, maps included, so that whoever changes any of it throws. */
export function deepFreeze<T>(value: T, seen: Set<unknown> = new Set()): T {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  seen.add(value);
  const held: readonly unknown[] = value instanceof Map ? [...value.keys(), ...value.values()] : Object.values(value);
  held.forEach((inner) => deepFreeze(inner, seen));
  return Object.freeze(value);
}
