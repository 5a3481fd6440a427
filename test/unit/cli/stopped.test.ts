import { expect, test } from 'vitest';
import { aCampaign } from '../../support/a-campaign.ts';
import { runIn } from '../../support/in-process.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

test.each([
  ['generate while it applies filters', ['generate', '--to', 'md', '--role', 'minister', '--group', 'council']],
  ['generate while it looks for a recipient', ['generate', '--to', 'md', 'nobody']],
  ['dispatch, whose sheet would be incomplete', ['dispatch']],
  ['list', ['list']],
  ['list for a spreadsheet', ['list', '--csv']],
  ['list for a program', ['list', '--json']],
  ['list of recipients from standard input', ['list', '--recipients', '-']],
  ['matrix', ['matrix']],
  ['check', ['check', '--verbose']],
  ['check of approvals', ['check', '--approved']],
  ['diff', ['diff']],
  ['diff of two recipients', ['diff', '--between', 'the-chair', 'be-minister']],
  ['validate', ['validate']],
  ['validate of recipients from standard input', ['validate', '--recipients', '-']],
  ['explain', ['explain', 'the-chair']],
  ['review', ['review', '--to', 'md']],
])('a stopped command writes no files and prints no partial result: %s', async (_, args) => {
  const output = new Map<string, Uint8Array>();
  await runInMemory(['generate', '--to', 'md'], memoryWorld(aCampaign(), output).world);
  const pathsBefore = [...output.keys()];
  const { world } = memoryWorld(aCampaign(), output);
  const result = await runIn(
    {
      cwd: '/',
      env: {},
      openWorld: () => Promise.resolve(world),
      openOutput: () => Promise.resolve(world.output),
      stop: AbortSignal.abort(),
    },
    args,
  );
  expect(result).toEqual({ code: 1, out: '', err: 'demarche: stopped before the end\n' });
  expect([...output.keys()]).toEqual(pathsBefore);
});
