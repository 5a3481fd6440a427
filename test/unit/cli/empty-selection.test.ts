import { describe, expect, test } from 'vitest';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { folderWith, inProcess } from '../../support/in-process.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

const NO_PROFILES = aCampaign({ 'recipients/chair.yaml': undefined, 'recipients/ministers.yaml': undefined });
const TO_CHAIR = aCampaignWith('templates/appeal/letter.yaml', 'to: [chair, minister]', 'to: [chair]');
const ONLY_MINISTERS = { ...TO_CHAIR, 'recipients/chair.yaml': '[]\n' };
const HEADER = 'id,roles.1,languages.1,office.title.en,office.rank,address.lines.1,source\n';
const ROW = 'kim,minister,en,Minister of Tides,minister,BRUSSELS,the ministry\n';

/** The first line and the hint that a command prints. */
async function messageOf(files: Record<string, string>, args: readonly string[], input = '') {
  const { code, out, err } = await runInMemory(args, memoryWorld(files).world, {}, input);
  expect([code, out]).toEqual([2, '']);
  return err;
}

describe('a selection without recipients names its cause:', () => {
  test.each([
    [
      'there are no profiles',
      NO_PROFILES,
      ['list'],
      '',
      'there are no profiles in recipients/\n',
      '--recipients people.csv',
    ],
    [
      'a table is empty',
      NO_PROFILES,
      ['list', '--recipients', '-'],
      HEADER,
      'there is no recipient in “(standard input)”, nor in recipients/\n',
      'each further row is a recipient',
    ],
    [
      'the letter goes to other roles',
      ONLY_MINISTERS,
      ['generate', '--to', 'md'],
      '',
      'the letter goes to “chair”, and the recipients have the role “minister”\n',
      'to: in letter.yaml',
    ],
    [
      'the letter goes to other roles than a table has',
      { ...TO_CHAIR, 'recipients/chair.yaml': '[]\n', 'recipients/ministers.yaml': '[]\n' },
      ['list', '--recipients', '-'],
      HEADER + ROW,
      'the letter goes to “chair”, and the recipients have the role “minister”\n',
      'to: in letter.yaml',
    ],
    [
      'a condition holds for none',
      aCampaignWith('templates/appeal/letter.yaml', 'to: [chair, minister]', 'to: { all: [chair, { state: [BE] }] }'),
      ['validate'],
      '',
      'to: in letter.yaml holds for none of 2 recipients\n',
      'demarche explain ID',
    ],
    [
      'a recipient who is named does not get the letter',
      TO_CHAIR,
      ['generate', 'be-minister', '--to', 'md'],
      '',
      'the letter does not go to “be-minister”\n',
      'demarche explain ID',
    ],
    [
      'no recipient fits an option',
      aCampaignWith('recipients/chair.yaml', 'roles: [chair]', 'roles: [minister]'),
      ['matrix', '--role', 'chair'],
      '',
      'no recipient of the letter fits --role “chair”\n',
      'demarche list shows all',
    ],
    [
      'no recipient fits all options',
      aCampaign(),
      ['list', 'be-minister', '--role', 'chair', '--state', 'BE'],
      '',
      'no recipient of the letter fits “be-minister” and --role “chair” and --state “BE”\n',
      'has to fit all of them',
    ],
    [
      'no recipient from standard input fits an option',
      NO_PROFILES,
      ['list', '--recipients', '-', '--role', 'chair'],
      HEADER + ROW,
      'no recipient of the letter fits --role “chair”\n',
      'demarche list shows all',
    ],
  ])('%s', async (_, files, args, input, reason, hint) => {
    const message = await messageOf(files, args, input);
    expect(message).toContain(`demarche: no recipient is selected: ${reason}`);
    expect(message).toContain(hint);
  });

  test('letters of recipients from a file are checked without the file', async () => {
    const output = new Map<string, Uint8Array>();
    const { world } = memoryWorld(NO_PROFILES, output);
    const table = ['--recipients', '-'];
    expect((await runInMemory(['generate', '--to', 'md', ...table], world, {}, HEADER + ROW)).code).toBe(0);
    for (const command of ['check', 'list', 'diff', 'dispatch']) {
      const { code, err } = await runInMemory([command], world);
      expect([code, err]).toEqual([
        2,
        expect.stringContaining('“out” has a letter to “kim”, who is not in recipients/'),
      ]);
      expect(err).toContain('name it again: --recipients people.csv');
    }
    expect((await runInMemory(['check', ...table], world, {}, HEADER + ROW)).code).toBe(0);
  });

  test('all recipients from standard input are skipped', async () => {
    const table = `${HEADER.trim()},skip.reason\n${ROW.trim()},on leave\n`;
    const output = new Map<string, Uint8Array>();
    const { world } = memoryWorld(NO_PROFILES, output);
    await runInMemory(['generate', '--to', 'md', '--recipients', '-'], world, {}, HEADER + ROW.replace('kim', 'bo'));
    const { code, err } = await runInMemory(['check', '--recipients', '-'], world, {}, table);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('no recipient is selected: the only recipient is skipped'),
    ]);
  });
});

describe('an id without a recipient', () => {
  test.each([
    [
      'is misspelt',
      aCampaign(),
      ['generate', 'be-ministre'],
      '',
      '“be-ministre”\n',
      'did you mean “be-minister”? demarche',
    ],
    ['is like no other', aCampaign(), ['explain', 'kim'], '', '“kim”\n', 'hint: demarche list shows all recipients'],
    ['is one of two', aCampaign(), ['list', 'be-ministre', 'kim'], '', '“be-ministre”, “kim”\n', 'hint: demarche list'],
    ['cannot be found: no profiles', NO_PROFILES, ['list', 'kim'], '', '“kim”: there are no profiles in', 'people.csv'],
    [
      'cannot be found: an empty table',
      NO_PROFILES,
      ['list', 'kim', '--recipients', '-'],
      HEADER,
      '“kim”: there is no recipient in “(standard input)”, nor in recipients/\n',
      'each further row is a recipient',
    ],
    [
      'is not in a table',
      aCampaign(),
      ['list', 'kimm', '--recipients', '-'],
      HEADER + ROW,
      '“kimm”\n',
      'hint: demarche list',
    ],
  ])('%s', async (_, files, args, input, reason, hint) => {
    const message = await messageOf(files, args, input);
    expect(message).toContain(`demarche: there is no recipient ${reason}`);
    expect(message).toContain(hint);
  });

  test('was in a file when its letter was written', async () => {
    const { world } = memoryWorld(aCampaign(), new Map());
    const table = ['--recipients', '-'];
    expect((await runInMemory(['generate', '--to', 'md', ...table], world, {}, HEADER + ROW)).code).toBe(0);
    for (const command of ['check', 'explain', 'generate']) {
      const { code, err } = await runInMemory([command, 'kim'], world);
      expect([code, err]).toEqual([
        2,
        'demarche: there is no recipient “kim” in recipients/, but “out” has a letter to that recipient\n' +
          '  hint: if they were in a file, name it again: --recipients people.csv\n',
      ]);
    }
    expect((await runInMemory(['check', 'kim', ...table], world, {}, HEADER + ROW)).code).toBe(0);
  });
});

test.each([
  ['x.csv', HEADER, 'each further row is a recipient'],
  ['x.ndjson', '', 'each line is a recipient, as a JSON object'],
  ['x.YAML', '[]', 'each item of its list is a recipient'],
])('the hint about a file without recipients says what %s contains', async (file, text, hint) => {
  const campaign = folderWith({ ...NO_PROFILES, [file]: text });
  const { code, err } = await inProcess(campaign, ['list', '--recipients', file]);
  expect([code, err]).toEqual([2, expect.stringContaining(hint)]);
});
