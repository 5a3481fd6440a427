import { expect, test } from 'vitest';
import { runOnSmallest } from '../support/smallest-campaign.ts';

/** The commands that read a campaign, with their arguments, in the order in which they are run. */
const COMMANDS: readonly (readonly [command: string, code: number])[] = [
  ['validate', 0],
  ['validate --strict', 0],
  ['generate', 0],
  ['check', 0],
  ['list', 0],
  ['list --csv', 0],
  ['explain anna', 0],
  ['explain town-hall', 0],
  ['explain bo', 0],
  ['matrix', 0],
  ['diff', 0],
  ['diff --between anna bo', 1],
  ['review', 0],
  ['dispatch', 0],
  ['translations', 0],
];

test('a campaign of three files can be used with every command that reads letters', async () => {
  const { results } = await runOnSmallest(...COMMANDS.map(([command]) => command));
  expect([...results].map(([command, { code }]) => [command, code])).toEqual(COMMANDS);
});
