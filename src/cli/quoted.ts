import { echoed } from '../report/neutralise.ts';

/** Input, made safe and quoted for a sentence. */
export function quoted(text: string): string {
  return `“${echoed(text)}”`;
}
