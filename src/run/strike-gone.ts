import type { OutputFolder } from '../world.ts';
import type { Ledger } from './ledger.ts';

/** Strikes letters that nobody gets any more and whose files somebody has taken away: nothing is left to vouch for. */
export async function strikeGone(output: OutputFolder, letter: string, ledger: Ledger): Promise<void> {
  for (const key of ledger.unsettled()) {
    const records = await ledger.recordsOf(key);
    if (!records.ok) return;
    const names = new Set(records.value.flatMap(({ files }) => files.map(({ name }) => name)));
    const present = await Promise.all([...names].map((name) => output.read(`${letter}/${name}`)));
    if (present.every((bytes) => bytes === undefined)) ledger.strike(key);
  }
}
