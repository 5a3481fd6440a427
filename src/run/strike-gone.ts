import type { OutputFolder } from '../world.ts';
import type { ManifestWriter } from './manifest-writer.ts';

/** Takes letters out of the manifest that nobody gets any more, as soon as none of their files is there. */
export async function strikeGone(output: OutputFolder, letter: string, manifest: ManifestWriter): Promise<void> {
  for (const key of manifest.unsettled()) {
    const records = await manifest.recordsOf(key);
    if (!records.ok) return;
    const names = new Set(records.value.flatMap(({ files }) => files.map(({ name }) => name)));
    const present = await Promise.all([...names].map((name) => output.read(`${letter}/${name}`)));
    if (present.every((bytes) => bytes === undefined)) manifest.strike(key);
  }
}
