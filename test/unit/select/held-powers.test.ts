import { describe, expect, test } from 'vitest';
import { aCampaignWithPowers } from '../../support/a-campaign-with-powers.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { type SaidInMemory, runInMemory } from '../../support/run-in-memory.ts';

interface FaultRecord {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

function run(files: Record<string, string>, ...args: readonly string[]): Promise<SaidInMemory> {
  return runInMemory(args, memoryWorld(files).world);
}

/** Returns the diagnostics of the letters, each as its code, place and message. */
async function diagnosticsOf(files: Record<string, string>, ...args: readonly string[]): Promise<readonly string[]> {
  const { out } = await run(files, 'list', '--json', ...args);
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly FaultRecord[] };
  return diagnostics.map(({ code, file, line, message }) => `${code} ${file.replace(/^.*\//u, '')}:${line} ${message}`);
}

/** The powers of the small campaign, with these holders of `publish-it`. */
const publishHeldBy = (holders: string): string => `publish-it:
  meaning: Publishes the Charter
  source: Rules, rule 4
  held-by: ${holders}
run-schools: { meaning: Decides what is taught, source: "Charter, art. 7(2)", held-by: [{ for: [chair, minister] }] }
`;

const ask = (power: string, rest = ''): string => `      - { use: ask, power: ${power}${rest} }\n`;

describe('a demand of an office that has the power', () => {
  test('is no fault, and neither is one that needs none', async () => {
    expect(await diagnosticsOf(aCampaignWithPowers())).toEqual([]);
    const { code, err } = await run(aCampaignWithPowers(), 'validate');
    expect([code, err]).toEqual([0, expect.not.stringContaining('warning[')]);
  });

  test.each([
    ['that one of several entries gives', '[{ for: minister }, { for: { state: FR } }]'],
    ['that it has on this day alone', '[{ for: chair, since: 2025-12-01, until: 2025-12-01 }]'],
    ['that it has again', '[{ for: chair, until: 2010-12-31 }, { for: chair, since: 2020-01-01 }]'],
    ['of a group', '[{ for: { group: council } }]'],
    ['of a fact', '[{ for: { fact: signed-charter } }]'],
    ['beside an entry of which nothing is known', '[{ for: { not: { fact: unsure } } }, { for: chair }]'],
  ])('%s', async (_, holders) => {
    const files = aCampaignWithPowers(publishHeldBy(holders));
    const groups = files['recipients/groups.yaml'] ?? '';
    const unsure = 'facts:\n  unsure: { type: yes-no, complete: false, meaning: x }\n';
    expect(await diagnosticsOf({ ...files, 'recipients/groups.yaml': groups.replace('facts:\n', unsure) })).toEqual([]);
  });
});

describe('a demand beyond the power of the office', () => {
  test('is a fault of that letter at the power, with the office, the meaning and the article', async () => {
    const files = aCampaignWithPowers(publishHeldBy('[{ for: minister }]'));
    const result = await run(files, 'generate', '--to', 'md');
    expect(result.code).toBe(1);
    expect(result.err).toContain('1 failed');
    expect(await diagnosticsOf(files)).toEqual([
      'demand/beyond-power letter.yaml:22 “the-chair” (“Chair of the Assembly”) is asked for “publish”, but does not have the power “publish-it” on “2025-12-01”: Publishes the Charter (Rules, rule 4)',
    ]);
  });

  test.each([
    ['that ended the day before', '[{ for: chair, until: 2025-11-30 }]', 'it had the power until “2025-11-30”'],
    ['that begins the day after', '[{ for: chair, since: 2025-12-02 }]', 'it has the power since “2025-12-02”'],
  ])('%s names the day', async (_, holders, words) => {
    const { err } = await run(aCampaignWithPowers(publishHeldBy(holders)), 'validate');
    expect(err).toContain('error[demand/beyond-power]');
    expect(err).toContain(words);
  });

  test('depends on the date of the letter, also if the command line states it', async () => {
    const files = aCampaignWithPowers(publishHeldBy('[{ for: chair, until: 2025-11-30 }]'));
    expect(await diagnosticsOf(files, '--date', '2025-11-30')).toEqual([]);
  });

  test('that a wording carries is a fault at its own power', async () => {
    const rules = ask('{ publish: publish-it, teach: run-schools }', ', with: [teach]');
    const powers = publishHeldBy('[{ for: [chair, minister] }]').replace('[chair, minister] }] }', 'chair }] }');
    expect(
      await diagnosticsOf(aCampaignWithPowers(powers, rules.replace('ask,', 'ask, for: [chair, minister],'))),
    ).toEqual([
      expect.stringContaining('letter.yaml:19 “be-minister” (“Minister of Charters”) is asked for “teach”, but'),
    ]);
  });

  test('of which it is not known whether the office has it is the fault of the condition', async () => {
    const files = aCampaignWithPowers(publishHeldBy('[{ for: { not: { fact: signed-charter } } }]'));
    const groups = (files['recipients/groups.yaml'] ?? '').replace('complete: true', 'complete: false');
    const unknown = (files['recipients/states.yaml'] ?? '').replace(
      / {6}- .*\n {6}- .*\n/u,
      '      - { value: true, since: 2030-01-01, source: x }\n',
    );
    const changed = { ...files, 'recipients/groups.yaml': groups, 'recipients/states.yaml': unknown };
    expect(await diagnosticsOf(changed, 'the-chair')).toEqual([
      expect.stringMatching(/^select\/fact-not-recorded powers\.yaml:4 /u),
    ]);
  });

  test('is reported with the whole of the source, however long', async () => {
    const source = `Rules, rule 4, as amended ${'on the third of May '.repeat(10)}(not seen)`;
    const powers = publishHeldBy('[{ for: minister }]').replace('source: Rules, rule 4', `source: "${source}"`);
    const { err } = await run(aCampaignWithPowers(powers), 'validate');
    expect(err).toContain(source);
  });

  test('withholds the title of the office where logs are public', async () => {
    const files = aCampaignWithPowers(publishHeldBy('[{ for: minister }]'));
    const { err } = await runInMemory(['validate'], memoryWorld(files).world, { CI: 'true' });
    expect(err).toContain('error[demand/beyond-power]');
    expect(err).toContain('Rules, rule 4');
    expect(err).not.toContain('Chair of the Assembly');
  });
});

describe('a power that is not declared', () => {
  test('is a fault of the letters that need it, and of no other', async () => {
    const files = aCampaignWithPowers(
      'run-schools: { meaning: m, source: s, held-by: [{ for: [chair, minister] }] }\n',
    );
    const generated = await run(files, 'generate', '--to', 'md');
    expect(generated.code).toBe(1);
    expect(generated.err).toContain('1 file written');
    expect(await diagnosticsOf(files)).toEqual(['letter/unknown-name letter.yaml:22 “publish-it” is not a power']);
  });

  test('is reported by validate once, and also if no letter needs it', async () => {
    const rules = ask('none', ', because: x, for: [chair, minister]') + ask('publish');
    const { err } = await run(aCampaignWithPowers(undefined, rules), 'validate');
    expect(err.split('“publish” is not a power')).toHaveLength(2);
    const needed = await run(aCampaignWithPowers(undefined, ask('publishing-it')), 'validate');
    expect(needed.err.split('“publishing-it” is not a power')).toHaveLength(2);
    expect(needed.err).toContain('publishing-it: { meaning: …, source: …, held-by: [{ for: … }] }');
  });

  test('is a fault without powers.yaml too', async () => {
    expect(await diagnosticsOf(aCampaignWithPowers(''), 'the-chair')).toHaveLength(2);
  });
});
