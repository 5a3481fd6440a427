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

test('reads a preset and the measures that override it', async () => {
  const page = '{ preset: din-5008, stylesheet: { measure: 400.5, text: { size: 10, leading: 14 } } }';
  expect(valueOf(await validateWithPage(page)).letter.page).toEqual({
    preset: 'din-5008',
    stylesheet: { measure: 400.5, text: { size: 10, leading: 14 } },
  });
});

describe('refuses', () => {
  test.each([
    ['another unit', 'measure: 13.5cm', /^measure must be a number of points from 300 to 428 .*, not 13\.5cm/],
    ['a measure above the maximum', 'measure: 429', /^measure must be a number of points from 300 to 428/],
    ['a measure below the minimum', 'left: 39.9', /^left must be a number of points from 40 to 127/],
    ['a negative measure', 'paragraphs: -1', /^paragraphs must be a number of points from 0 to 20/],
    ['a size without its leading', 'text: { size: 10 }', /^the key leading is missing/],
    [
      'a leading at which lines would touch',
      'text: { size: 13, leading: 13 }',
      /^text must be a leading of at least 1\.15 times/,
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

  test('an unknown preset, with a hint at the nearest name', async () => {
    expect(await messagesFor('{ preset: din-5080 }')).toEqual([expect.stringContaining('did you mean din-5008?')]);
  });
});
