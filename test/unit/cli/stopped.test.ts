import { expect, test } from 'vitest';
import type { World } from '../../../src/world.ts';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
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

test.each([
  ['list', ['list'], 'recipients/ministers.yaml'],
  ['list for a program', ['list', '--json'], 'recipients/ministers.yaml'],
  ['matrix', ['matrix', '--csv'], 'recipients/ministers.yaml'],
  ['validate', ['validate'], 'recipients/ministers.yaml'],
  ['check', ['check', '--verbose'], 'appeal/be-minister.en.md'],
  ['check for a program', ['check', '--json'], 'appeal/be-minister.en.md'],
  ['diff', ['diff'], 'appeal/be-minister.en.md'],
  ['dispatch', ['dispatch'], 'appeal/be-minister.en.md'],
])('a command that is stopped in the middle prints no partial result: %s', async (_, args, lastFile) => {
  const output = new Map<string, Uint8Array>();
  await runInMemory(['generate', '--to', 'md'], memoryWorld(aCampaign(), output).world);
  // A changed text, so that hashes alone do not decide that all letters are current.
  const files = aCampaignWith('templates/appeal/en/body/minister.md', 'We write', 'We turn');
  const { world } = memoryWorld(files, output);
  const controller = new AbortController();
  const stopAt = (path: string): string => {
    if (path === lastFile) controller.abort();
    return path;
  };
  const stopping: World = {
    ...world,
    readText: (path) => world.readText(stopAt(path)),
    output: { ...world.output, read: (path) => world.output.read(stopAt(path)) },
  };
  const openWorld = () => Promise.resolve(stopping);
  const openOutput = () => Promise.resolve(stopping.output);
  const result = await runIn({ cwd: '/', env: {}, openWorld, openOutput, stop: controller.signal }, args);
  expect(result).toEqual({ code: 1, out: '', err: 'demarche: stopped before the end\n' });
});
