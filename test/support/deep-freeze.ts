/**
 * Freezes a value and, recursively, its properties and the entries of maps, so that assigning to any of them throws.
 */
export function deepFreeze<T>(value: T, seen: Set<unknown> = new Set()): T {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  seen.add(value);
  const children: readonly unknown[] =
    value instanceof Map ? [...value.keys(), ...value.values()] : Object.values(value);
  children.forEach((child) => deepFreeze(child, seen));
  return Object.freeze(value);
}
