import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import { aCampaignWith } from '../../support/a-campaign.ts';
import { valueOf } from '../../support/outcomes.ts';
import { validatedCampaign } from '../../support/validated.ts';

/** Validates the small campaign with other page settings. */
function validateWithPage(page: string): ReturnType<typeof validatedCampaign> {
  return validatedCampaign(aCampaignWith('templates/appeal/letter.yaml', '{ preset: international }', page));
}

async function messagesFor(page: string): Promise<readonly string[]> {
  const { diagnostics } = await validateWithPage(page);
  return diagnostics.map(({ message, hint }) => [plainMessage(message), plainMessage(hint ?? [])].join('; '));
}

test('has the preset international unless it names one', async () => {
  const preset = 'international';
  expect(valueOf(await validateWithPage('{ justify: true }')).letter.page).toEqual({ preset, justify: true });
});

test('reads a preset, of which din-5008 is form B, and the measures that override it', async () => {
  const page = '{ preset: din-5008, stylesheet: { measure: 400.5, text: { size: 10, leading: 14 } } }';
  expect(valueOf(await validateWithPage(page)).letter.page).toEqual({
    preset: 'din-5008-b',
    stylesheet: { measure: 400.5, text: { size: 10, leading: 14 } },
  });
});

test.each([
  ['left: 18mm', { left: 51.024 }],
  ['left: 1.5cm', { left: 42.52 }],
  ['left: 1in', { left: 72 }],
  ["left: '60'", { left: 60 }],
  ['paragraphs: 0mm', { paragraphs: 0 }],
  ['text: { size: 11pt, leading: 5.3mm }', { text: { size: 11, leading: 15.024 } }],
])('reads lengths with units: %s', async (measures, stylesheet) => {
  const page = `{ preset: international, stylesheet: { ${measures} } }`;
  expect(valueOf(await validateWithPage(page)).letter.page.stylesheet).toEqual(stylesheet);
});

test('accepts the bounds as a message has them', async () => {
  const bounds = ['14.2mm', '44.8mm', '1.42cm', '4.48cm', '0.56in', '1.76in', '40pt', '127pt', '40', '127'];
  for (const bound of bounds) expect(await messagesFor(`{ stylesheet: { left: ${bound} } }`), bound).toEqual([]);
});

describe('refuses', () => {
  test.each([
    ['a measure above the maximum', 'measure: 429', /^measure must be a number of points from 300 to 428, or a length/],
    ['a measure below the minimum', 'left: 39.9', /^left must be a number of points from 40 to 127, .*, not 39\.9/],
    ['one below it in its unit', 'left: 14.1mm', /^left must be a length from 14\.2mm to 44\.8mm, not 14\.1mm/],
    ['one above it in its unit', 'left: 1.77in', /^left must be a length from 0\.56in to 1\.76in, not 1\.77in/],
    ['one above it in centimetres', 'signature: 4cm', /^signature must be a length from 0\.85cm to 3\.17cm, not 4cm/],
    ['one above it in points', 'bottom: 900pt', /^bottom must be a length from 600pt to 785pt, not 900pt/],
    ['a negative measure', 'paragraphs: -1', /^paragraphs must be a length .*, not -1; no length here is less than 0$/],
    ['a negative one with a unit', 'paragraphs: -3mm', /^paragraphs must be .*, not -3mm; no length here is less/],
    ['another unit', 'left: 18 m', /^left must be a length in points, or with one of the units .*, not 18 m; $/],
    ['a unit without a size of its own', 'left: 40px', /^left must be a length in points, or .*, not 40px; $/],
    ['a space', 'left: 18 mm', /^left must be .*, not 18 mm; write 18mm$/],
    ['a comma', "left: '1,5cm'", /^left must be .*, not 1,5cm; write 1\.5cm$/],
    ['a decimal comma without a unit', "left: '40,5'", /; write 40\.5$/],
    ['capitals', 'left: 18MM', /; write 18mm$/],
    ['a sign for a unit', `left: '1"'`, /; write 1in$/],
    ['a unit in words', 'left: 1 inch', /; write 1in$/],
    ['no digit before the point', 'left: .6in', /; write 0\.6in$/],
    ['more decimals than count', 'left: 18.12345mm', /; write 18\.123mm$/],
    ['a sum', 'left: 1cm + 1mm', /, not 1cm \+ 1mm; $/],
    ['a size without its leading', 'text: { size: 10 }', /^the key leading is missing/],
    [
      'a leading at which lines would touch',
      'text: { size: 13, leading: 13 }',
      /^text must be a mapping whose leading is at least 1\.15 times its size/,
    ],
  ])('%s', async (_, stylesheet, expectedMessage) => {
    expect(await messagesFor(`{ preset: international, stylesheet: { ${stylesheet} } }`)).toEqual([
      expect.stringMatching(expectedMessage),
    ]);
  });

  test('an unknown measure, with a hint at the nearest name', async () => {
    expect(await messagesFor('{ preset: international, stylesheet: { mesure: 400 } }')).toEqual([
      'the key mesure is not known here; did you mean measure?',
    ]);
  });

  test.each([
    ['{ paper: A4 }', 'a4'],
    ['{ paper: US Letter }', 'us-letter'],
    ['{ preset: DIN 5008 A }', 'din-5008-a'],
  ])('the name of %s, which has other capitals or hyphens', async (page, name) => {
    expect(await messagesFor(page)).toEqual([expect.stringContaining(`did you mean ${name}?`)]);
  });

  test('an unknown preset, with a hint at the nearest name', async () => {
    expect(await messagesFor('{ preset: din-5080 }')).toEqual([expect.stringContaining('did you mean din-5008?')]);
  });
});

describe('what does not go together is refused', () => {
  test.each([
    [
      '{ preset: us-10, paper: a4 }',
      /^the preset us-10 is made for the paper us-letter, not for a4; leave paper out, or name a preset for a4: international, .* and ch$/,
    ],
    ['{ preset: din-5008-b, paper: us-letter }', /; leave paper out, .* for us-letter: international and us-10$/],
    ['{ preset: din-5008, paper: us-letter }', /^the preset din-5008-b is made for the paper a4/],
    [
      '{ window: right }',
      /^the preset international is for envelopes without a window; leave window out, .* on the right: fr and ch$/,
    ],
    ['{ preset: fr, window: left }', /^the envelopes of the preset fr have their window on the right; leave .* din-/],
    ['{ preset: din-5008-a, window: right }', /^the envelopes of the preset din-5008-a have .* on the left/],
    [
      '{ paper: us-letter, stylesheet: { bottom: 770 } }',
      /^bottom must be a number of points from 600 to 735, .* on the paper us-letter, not 770; $/,
    ],
    [
      '{ preset: us-10, stylesheet: { bottom: 270mm } }',
      /^bottom must be a length from 211\.7mm to 259\.2mm on the paper us-letter, not 270mm/,
    ],
  ])('%s', async (page, expected) => {
    expect(await messagesFor(page)).toEqual([expect.stringMatching(expected)]);
  });

  test.each([
    '{ paper: us-letter }',
    '{ preset: us-10, paper: us-letter, window: left, stylesheet: { bottom: 735 } }',
    '{ preset: din-5008, paper: a4, window: left }',
    '{ preset: ch, window: left }',
    '{ preset: ch, window: right }',
    '{ preset: fr, window: right, stylesheet: { bottom: 785 } }',
  ])('but not %s', async (page) => {
    expect(await messagesFor(page)).toEqual([]);
  });

  test('at the value that is wrong', async () => {
    const { diagnostics } = await validateWithPage('{ preset: us-10, paper: a4, window: right }');
    expect(diagnostics.map(({ code, span }) => [code, span.column])).toEqual([
      ['page/not-of-preset', 31],
      ['page/not-of-preset', 43],
    ]);
  });
});
