import { COMPRESSED, partOf, streamOf, type CompressedStream, type Part } from './compression.ts';

/** Objects that travel together in one compressed stream (ISO 32000-1, 7.5.7), ready to be put into a file. */
export interface Container {
  /** Their numbers, in the order of the stream. */
  readonly objects: readonly number[];
  /** What the dictionary of the stream holds besides its length. */
  readonly entries: string;
  readonly stream: CompressedStream;
}

/** Objects that are compressed together. */
const OBJECTS = 64;

/** Puts objects that are no streams into a container. `compress` may know some of the text from before. */
export function containerOf(
  objects: Iterable<readonly [number: number, body: string]>,
  compress: (text: string) => Part = partOf,
): Container {
  const numbers: number[] = [];
  const contents: string[] = [];
  let [index, content, length] = ['', '', 0];
  for (const [number, body] of objects) {
    numbers.push(number);
    index += `${number} ${length} `;
    content += `${body}\n`;
    length += body.length + 1;
    if (numbers.length % OBJECTS === 0) {
      contents.push(content);
      content = '';
    }
  }
  const entries = `/Type/ObjStm/N ${numbers.length}/First ${index.length}${COMPRESSED}`;
  return { objects: numbers, entries, stream: streamOf([index, ...contents, content].map((text) => compress(text))) };
}
