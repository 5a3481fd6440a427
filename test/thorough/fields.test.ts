import { describe, expect, test } from 'vitest';
import { ALL_FIELDS, aCampaignWithFields } from '../support/a-campaign-with-fields.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { runInMemory } from '../support/run-in-memory.ts';

async function run(args: readonly string[], files = aCampaignWithFields(), input = '') {
  return runInMemory(args, memoryWorld(files).world, {}, input);
}

/** The letter to the minister, in Markdown. */
async function letter(files = aCampaignWithFields()): Promise<string> {
  const { out, err } = await run(['generate', 'be-minister', '--to', 'md', '-o', '-'], files);
  expect(err).toBe('');
  // A letter on standard output is bytes, of which the test sees one character each.
  return Buffer.from(out, 'latin1').toString('utf8');
}

test('a form of address can print a field, and lists who lacks it', async () => {
  const form = (text: string): Record<string, string> => {
    const files = aCampaignWithFields();
    return {
      ...files,
      'recipients/forms/en.yaml': (files['recipients/forms/en.yaml'] ?? '').replace(
        'in-text: Your Excellency',
        `in-text: '${text}'`,
      ),
    };
  };
  const inText = { 'templates/appeal/en/passages/thanks/signatory.md': 'Thanks to {{recipient.inText}}.\n' };
  expect(await letter({ ...form('the friend of {{fields.party}}'), ...inText })).toContain('the friend of Greens');
  const lacking = form('{{fields.party}} of {{fields.meeting}}');
  const { err } = await run(['validate'], {
    ...lacking,
    'recipients/ministers.yaml': (lacking['recipients/ministers.yaml'] ?? '').replace('meeting: 2025-11-02, ', ''),
  });
  expect(err).toContain('“fields.meeting” has no value for “be-minister”');
  expect((await run(['validate'], form('{{fields.points}}'))).err).toContain('has one line, and this value several');
});

test('list --csv has the fields in columns from which --recipients reads them', async () => {
  const { out } = await run(['list', 'be-minister', '--csv']);
  expect(out.split('\r\n')[0]).toContain('fields.ward');
  const files = aCampaignWithFields();
  const { 'recipients/ministers.yaml': _, ...others } = files;
  const again = await run(['list', 'be-minister', '--csv', '--recipients', '-'], others, out);
  expect([again.err, again.out]).toEqual(['', out]);
});

describe('check finds a letter stale', () => {
  test.each([
    ['after a change of a value', aCampaignWithFields(ALL_FIELDS.replace('412', '413'))],
    [
      'after a change of a declaration',
      Object.fromEntries(
        Object.entries(aCampaignWithFields()).map(([path, text]) => [path, text.replace('Greens', 'The Greens')]),
      ),
    ],
  ])('%s', async (_, changed) => {
    const files = aCampaignWithFields();
    const { world, output } = memoryWorld(files);
    await runInMemory(['generate', '--to', 'md'], world);
    const after = memoryWorld(changed);
    for (const [path, content] of output) after.output.set(path, content);
    const { code, err } = await runInMemory(['check', 'be-minister', '--to', 'md'], after.world);
    expect(code).toBe(1);
    expect(err).toContain('output/stale');
  });
});
