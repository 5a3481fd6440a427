/** Room for bytes that are put one behind the other; it grows as it has to. */
export interface Space {
  readonly length: () => number;
  readonly write: (bytes: Uint8Array) => void;
  /** Text of one byte a character. */
  readonly writeText: (text: string) => void;
  /** What was written: a view of it. */
  readonly written: () => Uint8Array;
  /** All the room, until more is written; what was written stands at its beginning. */
  readonly room: () => Uint8Array;
}

/** In bytes: calling for help takes longer than writing so few. */
const SHORT = 32;

/** Opens an empty space, with room for so many bytes at first. */
export function openSpace(size: number): Space {
  let bytes = Buffer.allocUnsafe(size);
  let length = 0;

  function reserve(count: number): void {
    if (length + count <= bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (length + count));
    larger.set(bytes.subarray(0, length));
    bytes = larger;
  }

  return {
    length: () => length,
    write: (added) => {
      reserve(added.length);
      bytes.set(added, length);
      length += added.length;
    },
    writeText: (text) => {
      reserve(text.length);
      if (text.length > SHORT) {
        length += bytes.write(text, length, 'latin1');
      } else {
        for (let place = 0; place < text.length; place += 1) bytes[length + place] = text.charCodeAt(place);
        length += text.length;
      }
    },
    written: () => new Uint8Array(bytes.buffer, bytes.byteOffset, length),
    room: () => bytes,
  };
}
