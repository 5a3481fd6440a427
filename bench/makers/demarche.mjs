import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectGarbageSooner, delayOptimisation } from '../../src/cli/engine.ts';
import { createNodeWorld } from '../../src/cli/node-world.ts';
import { loadExternalProfiles } from '../../src/load/load-recipients.ts';
import { makeLetter, prepare, selectTargets } from '../../src/pipeline.ts';
import { timed } from '../timed.mjs';

// The settings of the command line.
delayOptimisation();
collectGarbageSooner();
void main();

async function main() {
  // Written by bench/run.mjs before the measurement.
  const campaign = process.env['BENCH_CAMPAIGN'];
  const world = createNodeWorld(campaign, { folder: join(tmpdir(), 'unused'), name: 'unused', isNamedByUser: true });
  const plan = await prepare(world, { letter: 'archives', formats: ['md', 'pdf'], attachSource: false });
  if (!plan.ok) throw new Error(JSON.stringify(plan.diagnostics, null, 1));
  const profiles = loadExternalProfiles({
    name: 'recipients.ndjson',
    open: async function* () {
      for await (const bytes of createReadStream(join(campaign, 'recipients.ndjson'))) yield { ok: true, value: bytes };
    },
  })[Symbol.asyncIterator]();

  await timed('demarche', async () => {
    const { value: profile } = await profiles.next();
    const [target] = selectTargets(plan.value, profile.value);
    const made = await makeLetter(plan.value, target.value.selection);
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics, null, 1));
    // The pictures that the Markdown names come between the two.
    const bytesIn = (format) => made.value.find((file) => file.format === format && !file.isPicture).bytes;
    return { id: target.value.selection.recipient.id, markdown: bytesIn('md'), pdf: bytesIn('pdf') };
  });
}
