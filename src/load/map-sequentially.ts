/**
 * Applies an asynchronous function to each item, one after the other, so that the thousands of files of a large
 * campaign are not all open at once.
 */
export async function mapSequentially<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<readonly U[]> {
  const results: U[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
