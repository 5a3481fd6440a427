import type { Reading } from '../world.ts';
import { withoutByteOrderMark } from './character-policy.ts';

/** A stream of bytes as UTF-8 text, piece by piece. What cannot be read ends it, with the line where that happened. */
export async function* decodeText(bytes: AsyncIterable<Reading<Uint8Array>>): AsyncGenerator<Reading<string>> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 1;
  let isFirst = true;
  for await (const piece of bytes) {
    if (!piece.ok) return yield piece;
    let text: string;
    try {
      text = decoder.decode(piece.value, { stream: true });
    } catch {
      return yield { ok: false, why: 'not-utf8', line: line + goodLines(piece.value), column: 1 };
    }
    if (text === '') continue;
    yield { ok: true, value: isFirst ? withoutByteOrderMark(text) : text };
    isFirst = false;
    line += text.split('\n').length - 1;
  }
  try {
    decoder.decode();
  } catch {
    yield { ok: false, why: 'not-utf8', line, column: 1 };
  }
}

/** How many whole lines stand before the first wrong byte. */
function goodLines(bytes: Uint8Array): number {
  const [good = ''] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\uFFFD');
  return good.split('\n').length - 1;
}
