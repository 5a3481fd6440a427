import { createHash } from 'node:crypto';

/** Returns the SHA-256 of a value as JSON, in lower-case hexadecimal. */
export function sha256Of(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Returns the SHA-256 of all parts, by name: the version that an approval is bound to. */
export function contentHash(parts: ReadonlyMap<string, string>): string {
  return sha256Of([...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The number of hexadecimal digits of a part's hash that `approvals.yaml` has, only to name the parts that changed. */
const DIGITS = 8;

/** Returns the digits by which `approvals.yaml` recognises each part. */
export function shortHashes(parts: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...parts].map(([name, hash]) => [name, hash.slice(0, DIGITS)]));
}
