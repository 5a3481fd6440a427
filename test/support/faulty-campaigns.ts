import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/run/sha256.ts';
import type { World } from '../../src/world.ts';
import { aBilingualCampaign } from './a-bilingual-campaign.ts';
import { aPdf } from './a-pdf.ts';
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
const WITH_ANNEXES = 'annexes\n';

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

/** Files in the letter's folder, which the letter does not enclose before the edit. */
const ANNEXES: Readonly<Record<string, MemoryFile>> = {
  'templates/appeal/annexes/survey.pdf': aPdf(),
  'templates/appeal/annexes/fr/survey.pdf': aPdf({ language: 'fr' }),
  'templates/appeal/annexes/scan.pdf': aPdf({ isTagged: false }),
  'templates/appeal/annexes/no-language.pdf': aPdf({ language: undefined }),
  'templates/appeal/annexes/locked.pdf': aPdf({ isEncrypted: true }),
  'templates/appeal/annexes/torn.pdf': aPdf().subarray(0, 300),
  'templates/appeal/annexes/page.pdf': '<!DOCTYPE html><title>Not found</title>\n',
  'templates/appeal/annexes/table.csv': Uint8Array.of(0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68),
  'templates/appeal/annexes/empty.txt': '',
  'templates/appeal/annexes/setup.exe': 'MZ',
  'templates/appeal/annexes/plan.dwg': 'AC1032',
  'templates/appeal/annexes/atlas.txt': new Uint8Array(20_500_000).fill(0x61),
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
  const others = [
    { heading: WITH_PICTURES, files: PICTURES },
    { heading: WITH_ANNEXES, files: ANNEXES },
  ].find(({ heading }) => wholeEdit.startsWith(heading));
  const edit = wholeEdit.slice(others?.heading.length ?? 0);
  const isBilingual = edit.startsWith(BILINGUAL);
  const faulty = isBilingual
    ? applyEdit(aBilingualCampaign('unchecked'), edit.slice(BILINGUAL.length))
    : edit.startsWith(WITH_TABLE)
      ? applyEdit(CAMPAIGN_WITH_TABLE, edit.slice(WITH_TABLE.length))
      : applyEdit(GOOD_CAMPAIGN, edit);
  return { ...faulty, files: { ...others?.files, ...faulty.files }, isBilingual };
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
