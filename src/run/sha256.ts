import { hash } from 'node:crypto';

/** Returns the SHA-256 hash (FIPS 180-4) in lower-case hexadecimal. Text is hashed as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}
