import { describe, expect, test } from 'vitest';
import { aCampaign } from '../../support/a-campaign.ts';
import { ALL_FIELDS, aCampaignWithFields } from '../../support/a-campaign-with-fields.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

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

describe('a letter', () => {
  test('prints each field as its type and language write it, and never as markup', async () => {
    const body = (await letter()).split('Excellency,\n')[1]?.split('\nPlease accept')[0] ?? '';
    expect(body).toMatchInlineSnapshot(`
      "
      In \\*North\\* & 1. Co, 412 households have no water. We met on 2 November 2025. The grant was EUR 1,500.00. You are one of the Greens.

      1\\. one\\
      \\# two

      We thank your Government for signing it.

      1. **Support the Charter** wherever you can[^1].
      "
    `);
  });

  test('has the words for those who have no value', async () => {
    expect(await letter(aCampaignWithFields('{ ward: North, party: green }'))).toContain(
      'In North, there is no water.',
    );
  });

  test('has the form of a plural that its number takes', async () => {
    const words = await letter(aCampaignWithFields('{ ward: North, households: 1, party: green }'));
    expect(words).toContain('1 household has no water');
  });
});

test('an optional field used bare is a fault that names who lacks it', async () => {
  const files = aCampaignWithFields(ALL_FIELDS, 'minister', {
    'templates/appeal/en/passages/thanks/signatory.md': 'We met on {{fields.meeting}}.\n',
  });
  const { code, err } = await run(['validate'], files);
  expect(code).toBe(1);
  expect(err).toContain('some recipients have no “fields.meeting”');
  expect(err).toContain('“the-chair” has no “fields.meeting”');
});

test.each([
  ['{{fields.member}}', 'yes or no, which a text neither prints nor tests'],
  ['{{#if fields.member}}a{{/if}}', 'yes or no, which a text neither prints nor tests'],
  ['{{#if fields.ward}}a{{/if}}', 'is always present'],
  ['{{fields.wrad}}', 'Did you mean “fields.ward”?'],
  ['a {{#if fields.points}}{{fields.points}}{{/if}}', 'has several lines, and cannot stand among words'],
  [
    '| a |\n| - |\n| {{#if fields.points}}{{fields.points}}{{else}}–{{/if}} |',
    'has several lines, and cannot stand among words',
  ],
  ['**{{#if fields.points}}{{fields.points}}{{/if}}**', 'has several lines, and cannot stand among words'],
  ['{{plural fields.ward one="a" other="b"}}', 'is no number'],
  ['{{plural fields.households one="a" other="b"}}', 'some recipients have no “fields.households”'],
  ['{{#if fields.households}}{{plural fields.households one="a"}}{{/if}}', 'has no form other'],
  ['{{#if fields.households}}{{plural fields.households one="a" few="c" other="b"}}{{/if}}', 'takes the form few'],
  ['{{#if fields.households}}{{plural fields.households on="a" other="b"}}{{/if}}', 'is no form of a plural'],
  ['{{#if fields.households}}{{plural fields.households one=" a" other="b"}}{{/if}}', 'without spaces around'],
  ['{{plural fields.households}}', 'plural needs the path of a number'],
  ['{{#if fields.households}}{{plural fields.households one="TODO" other="b"}}{{/if}}', 'is a working note'],
])('a text with %s is refused', async (words, message) => {
  const files = aCampaignWithFields(ALL_FIELDS, 'minister', {
    'templates/appeal/en/passages/thanks/signatory.md': `${words}\n`,
  });
  const { code, err } = await run(['validate'], files);
  expect(code).toBe(1);
  expect(err.replaceAll('\n', ' ')).toContain(message);
});

test('a field can be given to a partial, which can make a plural of it', async () => {
  const files = aCampaignWithFields(ALL_FIELDS, 'minister', {
    'templates/appeal/en/passages/thanks/signatory.md': '{{> count n=fields.households}}\n',
    'templates/appeal/en/partials/count.md':
      'Of {{#if n}}{{n}} {{plural n one="home" other="homes"}}{{else}}none{{/if}}.\n',
  });
  expect(await letter(files)).toContain('Of 412 homes.');
});

describe('a condition', () => {
  test.each([
    ['{ field: { party: green } }', true],
    ['{ field: { party: [red] } }', false],
    ['{ field: { households: { from: 100, to: 500 } } }', true],
    ['{ field: { households: { from: 413 } } }', false],
    ['{ field: { meeting: { to: 2025-11-02 } } }', true],
    ['{ field: { grant: { from: 1500, to: 1500 EUR } } }', true],
    ['{ field: member }', true],
    ['{ field: { member: no } }', false],
    ['{ not: { field: { party: red } } }', true],
  ])('%s gives the passage: %s', async (condition, isGiven) => {
    expect((await letter(aCampaignWithFields(ALL_FIELDS, condition))).includes('We thank')).toBe(isGiven);
  });

  test('that negates an empty field is a fault', async () => {
    const { code, err } = await run(
      ['validate'],
      aCampaignWithFields('{ ward: North }', '{ all: [minister, { not: { field: { party: red } } }] }'),
    );
    expect(code).toBe(1);
    expect(err).toContain('error[select/field-empty]: this negates the field “party”, which has no value');
  });
});

describe('--field', () => {
  test.each([
    [['--field', 'party=green'], ['be-minister']],
    [['--field', 'ward=South'], ['the-chair']],
    [
      ['--field', 'ward=South', '--field', 'ward=*North* & 1. Co'],
      ['the-chair', 'be-minister'],
    ],
    [['--field', 'grant=1500 EUR', '--field', 'member=true'], ['be-minister']],
  ])('%j selects %j', async (options, ids) => {
    const { out } = await run(['list', '--json', ...options]);
    const { recipients } = JSON.parse(out) as { readonly recipients: readonly { readonly id: string }[] };
    expect(recipients.map(({ id }) => id)).toEqual(ids);
  });

  test.each([
    [['--field', 'prty=green'], 'there is no field “prty”'],
    [['--field', 'party=gren'], 'there is: green, red'],
    [['--field', 'households=many'], 'a number, as in 412'],
    [['--field', 'party'], 'name=value'],
    [['--field', '__proto__=x'], 'there is no field “__proto__”'],
    [['--field', 'party=red'], 'no recipient of the letter fits --field “party=red”'],
  ])('%j is a wrong command line', async (options, message) => {
    const { code, err } = await run(['list', ...options]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('the hint says so if the campaign has no fields', async () => {
    const { code, err } = await run(['list', '--field', 'party=green'], aCampaign());
    expect([code, err]).toEqual([2, expect.stringContaining('there is none\n')]);
  });
});

test('explain shows the fields, and which of them the rules tested', async () => {
  const { out } = await run(['explain', 'be-minister']);
  expect(out).toContain('for party is green');
  expect(out).toContain('* party: green (The party)\n');
  expect(out).toContain('  households: 412 (Households without water)\n');
});

test('list --csv loses no field that profiles have in different forms', async () => {
  const files = aCampaignWithFields('{ ward: { en: North, fr: Nord }, points: [one, two] }');
  const chair = (files['recipients/chair.yaml'] ?? '').replace('ward: South', 'ward: South, points: three');
  const { out } = await run(['list', '--csv'], { ...files, 'recipients/chair.yaml': chair });
  expect(out.split('\r\n')[0]).toContain('fields.ward.en,fields.ward.fr,fields.points.1,fields.points.2');
  expect(out).toContain('South,South,three,,');
  const { 'recipients/ministers.yaml': _, 'recipients/chair.yaml': __, ...others } = files;
  const again = await run(['list', '--csv', '--recipients', '-'], others, out);
  expect([again.err, again.out]).toEqual(['', out]);
});

test('values of fields are withheld under CI', async () => {
  const files = aCampaignWithFields(ALL_FIELDS.replace('412', 'secretive'));
  const { err } = await runInMemory(['validate'], memoryWorld(files).world, { CI: 'true' });
  expect(err).toContain('must be a number');
  expect(err).not.toContain('secretive');
});
