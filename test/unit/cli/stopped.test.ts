import { expect, test } from 'vitest';
import { aCampaign } from '../../support/a-campaign.ts';
import { runIn } from '../../support/in-process.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

test.each([
  ['generate while it looks who is meant', ['generate', '--to', 'md', '--role', 'minister', '--group', 'council']],
  ['generate while it looks for somebody', ['generate', '--to', 'md', 'nobody']],
  ['dispatch, whose sheet would be a part', ['dispatch']],
])('%s: nothing is done, and nothing is told as if it were all', async (_, args) => {
  const output = new Map<string, Uint8Array>();
  await runInMemory(['generate', '--to', 'md'], memoryWorld(aCampaign(), output).world);
  const before = [...output.keys()];
  const { world } = memoryWorld(aCampaign(), output);
  const said = await runIn(
    {
      cwd: '/',
      env: {},
      openWorld: () => Promise.resolve(world),
      openOutput: () => Promise.resolve(world.output),
      stop: AbortSignal.abort(),
    },
    args,
  );
  expect(said).toEqual({ code: 1, out: '', err: 'demarche: stopped before the end\n' });
  expect([...output.keys()]).toEqual(before);
});
