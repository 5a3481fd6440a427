import { expect, test } from 'vitest';
import * as api from '../src/index.ts';

test('the public API exports exactly these names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'ALL_RECIPIENTS',
    'RUNTIME',
    'TOOL_VERSION',
    'closeRun',
    'explain',
    'generate',
    'listLetters',
    'listRecipient',
    'loadProfiles',
    'makeLetter',
    'nodeWorld',
    'openRun',
    'plainMessage',
    'prepare',
    'selectTargets',
  ]);
});
