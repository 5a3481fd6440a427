/** Room for so many bytes, which are put one behind the other. */
export interface Space {
  readonly length: () => number;
  readonly write: (bytes: Uint8Array) => void;
  /** Text of one byte a character. */
  readonly writeText: (text: string) => void;
  /** What was written: a view of it. */
  readonly written: () => Uint8Array;
}

/** In bytes: for so few, a call of `Buffer.write` takes longer than the loop. */
const SHORT = 32;

/** Opens an empty space of so many bytes. */
export function openSpace(size: number): Space {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  return {
    length: () => length,
    write: (added) => {
      bytes.set(added, length);
      length += added.length;
    },
    writeText: (text) => {
      if (text.length > SHORT) {
        length += bytes.write(text, length, 'latin1');
      } else {
        for (let place = 0; place < text.length; place += 1) bytes[length + place] = text.charCodeAt(place);
        length += text.length;
      }
    },
    written: () => new Uint8Array(bytes.buffer, bytes.byteOffset, length),
  };
}
