/** Does one after the other, so that a campaign of thousands of files never has them all open. */
export async function inTurn<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<readonly U[]> {
  const results: U[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
