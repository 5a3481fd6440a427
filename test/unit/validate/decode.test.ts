import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { decode } from '../../../src/validate/decode.ts';
import { lineOfText, listOf, strictMapping } from '../../../src/validate/value-schemas.ts';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { placedFaultsOf, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign, validatedProfile } from '../../support/validated.ts';

const PROFILE = aCampaign()['recipients/chair.yaml'] ?? '';
const campaign = valueOf(await validatedCampaign());
const faultsWith = (original: string, replacement: string): readonly string[] => {
  expect(PROFILE).toContain(original);
  return placedFaultsOf(validatedProfile(PROFILE.replace(original, replacement), campaign));
};

describe('a comment after unquoted text', () => {
  test.each([
    ['\nsource: the assembly', '\nsource: the assembly #400', 'p.yaml:10:22'],
    ['copies: [{ en: The secretariat }]', 'copies:\n  - en: The secretariat # or the clerk?', 'p.yaml:10:25'],
    [
      'address: { lines: [1 Assembly Square, 1000 SOMEWHERE] }',
      'address:\n  lines:\n    - Plaza #400\n    - SOMEWHERE',
      'p.yaml:9:13',
    ],
  ])('is a fault: %s', (original, replacement, location) => {
    expect(faultsWith(original, replacement)).toEqual([`yaml/comment-in-text ${location}`]);
  });

  test('is a fault in a shared file too', async () => {
    const files = aCampaignWith('templates/appeal/letter.yaml', 'reference: A/1', 'reference: A/1 #2');
    expect(placedFaultsOf(await validatedCampaign(files))).toEqual([
      'yaml/comment-in-text templates/appeal/letter.yaml:6:16',
    ]);
  });
});

describe('a comment is allowed', () => {
  test.each([
    ['after an id', 'id: the-chair', 'id: the-chair # names the output'],
    ['after a list', 'languages: [en]', 'languages: [en] # in order of preference'],
    ['after a value from a fixed set', 'verified: 2025-11-30', 'verified: false # not yet'],
    ['after quoted text', '\nsource: the assembly', '\nsource: "the assembly" # asked on Monday'],
    ['on a line of its own', '\nsource: the assembly', '\n# asked on Monday\nsource: the assembly'],
  ])('%s', (_, original, replacement) => {
    expect(faultsWith(original, replacement)).toEqual([]);
  });

  test('after a condition', async () => {
    const files = aCampaignWith('templates/appeal/letter.yaml', 'to: [chair, minister]', 'to: minister # only');
    expect(placedFaultsOf(await validatedCampaign(files))).toEqual([]);
  });

  test('a # without a space before it belongs to the text', () => {
    expect(faultsWith('\nsource: the assembly', '\nsource: the assembly#400')).toEqual([]);
  });
});

test.each([
  ['- Attn: The Registrar', 'data/wrong-type', 'if it is text, write "Attn: The Registrar": a colon'],
  ['- {x}', 'data/wrong-type', 'if it is text, write "{x}": braces'],
  ['- [x]', 'data/wrong-type', 'if it is text, write "[x]": brackets'],
  ['- - x', 'data/wrong-type', 'if it is text, write "- x": a hyphen'],
  ['- ? x', 'data/wrong-type', 'if it is text, write "? x": a question mark'],
  ['- say: "so"', 'data/wrong-type', `if it is text, write 'say: "so"': a colon`],
  ['- #5 Mill Lane', 'data/wrong-type', 'if # begins the text, write "#5 Mill Lane"'],
  ['- Room # 5', 'yaml/comment-in-text', 'if it is part of the text, write "Room # 5"'],
  ['- *x', 'yaml/unsupported', 'write the text out, or put it in quotes if it begins so: "*x"'],
  ['- &x y', 'yaml/unsupported', ': "&x y"'],
  ['- !x y', 'yaml/unsupported', ': "!x y"'],
  ['- @x', 'yaml/syntax', ': "@x"'],
  ['- %', 'yaml/syntax', ': "%"'],
  ['- `x', 'yaml/syntax', ': "`x"'],
  ['- [x] y', 'yaml/syntax', 'put the whole text in quotation marks: "[x] y"'],
  ['- {x} y', 'yaml/syntax', 'put the whole text in quotation marks: "{x} y"'],
  ['- "x" y', 'yaml/syntax', `put the whole text in quotation marks: '"x" y'`],
  ['- > x', 'yaml/syntax', 'put the whole text in quotation marks: "> x"'],
  ['- | x', 'yaml/syntax', 'put the whole text in quotation marks: "| x"'],
  ['- Attn: Mr: X', 'yaml/syntax', 'put the whole text in "…": "Attn: Mr: X"'],
  ['|\n  1 Square\n  2', 'data/wrong-type', 'begin each line with a hyphen, as in - 1 Square'],
])('the hint for %j in a list of lines shows what to write', (yaml, code, hint) => {
  const outcome = readYaml('f.yaml', `lines:${yaml.startsWith('-') ? '\n  ' : ' '}${yaml}\n`);
  const schema = strictMapping({ lines: listOf(lineOfText) });
  const faults = outcome.ok ? decode(schema, outcome.value).faults : outcome.diagnostics;
  expect(faults.map((fault) => [fault.code, plainMessage(fault.hint ?? [])])).toEqual([
    [code, expect.stringContaining(hint)],
  ]);
});

test.each([
  'Room #5 x',
  'yes',
  'NO',
  '012',
  '1e3',
  '2025-12-01',
  'a:b',
  'c/o x',
  'x - y',
  "O'Neil",
  '5" pipe',
  '<x>',
  '(x)',
])('%s is text, or is reported', (typed) => {
  const outcome = readYaml('f.yaml', `- ${typed}\n`);
  if (!outcome.ok) throw new Error('unexpected');
  const { value, faults } = decode(listOf(lineOfText), outcome.value);
  if (typed.includes(' #')) expect(faults.map(({ code }) => code)).toEqual(['yaml/comment-in-text']);
  else expect(value).toEqual([typed]);
});
