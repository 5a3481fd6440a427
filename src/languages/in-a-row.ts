/** Numbers in a row, the last after a word: "6, 2 and 4". The word has its spaces with it. */
export function inARow(numbers: readonly number[], and: string): string {
  if (numbers.length < 2) return numbers.join('');
  return `${numbers.slice(0, -1).join(', ')}${and}${numbers.at(-1)}`;
}
