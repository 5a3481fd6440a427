import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepMemoryFlat, optimiseLate } from '../../src/cli/engine.ts';
import { openNodeWorld } from '../../src/cli/node-world.ts';
import { loadRecipients } from '../../src/load/load-recipients.ts';
import { makeLetter, prepare, targetsOf } from '../../src/pipeline.ts';
import { timed } from '../timed.mjs';

// As the command line does.
optimiseLate();
keepMemoryFlat();
void main();

async function main() {
  // The campaign lies where the variable says: it was written before, and is no part of what is timed.
  const campaign = process.env['BENCH_CAMPAIGN'];
  const world = openNodeWorld(campaign, { folder: join(tmpdir(), 'unused'), name: 'unused', named: true });
  const plan = await prepare(world, { letter: 'archives', formats: ['md', 'pdf'], attachSource: false });
  if (!plan.ok) throw new Error(JSON.stringify(plan.diagnostics, null, 1));
  const profiles = loadRecipients({
    name: 'recipients.ndjson',
    open: async function* () {
      for await (const bytes of createReadStream(join(campaign, 'recipients.ndjson'))) yield { ok: true, value: bytes };
    },
  })[Symbol.asyncIterator]();

  await timed('demarche', async () => {
    const { value: profile } = await profiles.next();
    const [target] = targetsOf(plan.value, profile.value);
    const made = await makeLetter(plan.value, target.value.selection);
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics, null, 1));
    const [markdown, pdf] = made.value;
    return { id: target.value.selection.recipient.id, markdown: markdown.bytes, pdf: pdf.bytes };
  });
}
