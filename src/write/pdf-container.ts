import { COMPRESSED, partOf, streamOf, type CompressedStream, type Part } from './compression.ts';
import { inContainer, type Run } from './pdf-cross-references.ts';

/** Objects that travel together in one compressed stream (ISO 32000-1, 7.5.7), ready to be put into a file. */
export interface Container {
  /** The number of the stream. */
  readonly object: number;
  /** What its dictionary holds besides its length. */
  readonly entries: string;
  readonly stream: CompressedStream;
  /** Where the objects are found. */
  readonly runs: readonly Run[];
}

/** Puts objects that are no streams into a container of that number. `compress` may know some of the text from before. */
export function containerOf(
  object: number,
  objects: Iterable<readonly [number: number, body: string]>,
  compress: (text: string) => Part = partOf,
): Container {
  const runs: { readonly first: number; count: number; entries: string }[] = [];
  let [count, index, content] = [0, '', ''];
  for (const [number, body] of objects) {
    const last = runs.at(-1);
    const entry = inContainer(object, count);
    if (last === undefined || last.first + last.count !== number) {
      runs.push({ first: number, count: 1, entries: entry });
    } else {
      last.count += 1;
      last.entries += entry;
    }
    count += 1;
    index += `${number} ${content.length} `;
    content += `${body}\n`;
  }
  return {
    object,
    entries: `/Type/ObjStm/N ${count}/First ${index.length}${COMPRESSED}`,
    stream: streamOf([compress(index + content)]),
    runs: runs.map((run) => ({ ...run, entries: compress(run.entries) })),
  };
}
