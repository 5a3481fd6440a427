import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/run/sha256.ts';
import type { World } from '../../src/world.ts';
import { aBilingualCampaign } from './a-bilingual-campaign.ts';
import { encodePng, resolutionChunk } from './encode-png.ts';
import { type MemoryFile, memoryWorld } from './memory-world.ts';
import { type FaultyCampaign, applyEdit } from './one-edit.ts';
import { runInMemory } from './run-in-memory.ts';

const GOLDEN = join(import.meta.dirname, '../golden');
/** The folder with a folder for each faulty campaign. */
export const FAULTS: string = join(GOLDEN, 'faults');
const MANIFEST = 'appeal/manifest.ndjson';
const BILINGUAL = 'bilingual\n';
const WITH_TABLE = 'table\n';
const WITH_PICTURES = 'pictures\n';

/** The files of the campaign without a fault: path → text. */
export const GOOD_CAMPAIGN: Readonly<Record<string, string>> = textsBelow(join(GOLDEN, 'good-campaign'));

/** The same campaign with a table of recipients, and the file that describes its columns. */
const CAMPAIGN_WITH_TABLE = { ...GOOD_CAMPAIGN, ...textsBelow(join(GOLDEN, 'good-table')) };

/** Pictures in the letter's folder, which no file names before the edit. */
const PICTURES: Readonly<Record<string, MemoryFile>> = {
  'templates/appeal/seal.png': encodePng({ width: 600, height: 600, chunks: [resolutionChunk(300)] }),
  'templates/appeal/small-seal.png': encodePng({ width: 200, height: 200 }),
  'templates/appeal/seal.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n',
};

function textsBelow(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

/** The names of the folders of faulty campaigns. */
export const FAULT_FOLDERS: readonly string[] = readdirSync(FAULTS).sort();

/** Returns a faulty campaign. Faults in translations and tables need a campaign that has some. */
export function faultyCampaign(folder: string): FaultyCampaign & { readonly isBilingual: boolean } {
  const wholeEdit = readFileSync(join(FAULTS, folder, 'edit.txt'), 'utf8');
  const hasPictures = wholeEdit.startsWith(WITH_PICTURES);
  const edit = hasPictures ? wholeEdit.slice(WITH_PICTURES.length) : wholeEdit;
  const isBilingual = edit.startsWith(BILINGUAL);
  const faulty = isBilingual
    ? applyEdit(aBilingualCampaign('unchecked'), edit.slice(BILINGUAL.length))
    : edit.startsWith(WITH_TABLE)
      ? applyEdit(CAMPAIGN_WITH_TABLE, edit.slice(WITH_TABLE.length))
      : applyEdit(GOOD_CAMPAIGN, edit);
  return { ...faulty, files: hasPictures ? { ...PICTURES, ...faulty.files } : faulty.files, isBilingual };
}

/**
 * Creates the world that an edit describes. For `check` and `drafts`, an earlier run of the good campaign wrote the output folder.
 */
export async function worldOf({ args, files, output, heldBy, unwritable }: FaultyCampaign): Promise<World> {
  const written = new Map<string, Uint8Array>();
  if (args[0] === 'check' || args[0] === 'drafts')
    await runInMemory(['generate', '--to', 'md'], memoryWorld(GOOD_CAMPAIGN, written).world);
  for (const [path, state] of output) {
    if (state === 'missing') written.delete(path);
    else if (state !== 'in-the-way') {
      const hash = sha256(written.get(path) ?? new Uint8Array());
      written.set(path, new TextEncoder().encode(state.text));
      const manifest = new TextDecoder().decode(written.get(MANIFEST)).replace(hash, sha256(state.text));
      if (state.isRecorded) written.set(MANIFEST, new TextEncoder().encode(manifest));
    }
  }
  const { world } = memoryWorld(files, written);
  const refused = (): Promise<{ ok: false; reason: string }> =>
    Promise.resolve({ ok: false, reason: unwritable ?? '' });
  return {
    ...world,
    output: {
      ...world.output,
      read: (path) => (output.get(path) === 'in-the-way' ? Promise.resolve('in-the-way') : world.output.read(path)),
      ...(heldBy === undefined ? {} : { lock: () => Promise.resolve({ ok: false, holder: heldBy }) }),
      ...(unwritable === undefined ? {} : { write: refused, append: refused }),
    },
  };
}
