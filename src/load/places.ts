import type { Span } from '../model/span.ts';

/** Turns offsets into a text into the places that editors show. `firstLine`: where the text begins in its file. */
export function placesIn(file: string, text: string, firstLine = 1): (offset: number) => Span {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { file, line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 };
  };
}
