import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import { aCampaignWith } from '../../support/a-campaign.ts';
import { valueOf } from '../../support/outcomes.ts';
import { validatedCampaign } from '../../support/validated.ts';

/** The small campaign with other settings of its page. */
function withPage(page: string): ReturnType<typeof validatedCampaign> {
  return validatedCampaign(aCampaignWith('templates/appeal/letter.yaml', '{ preset: international }', page));
}

async function complaintsAbout(page: string): Promise<readonly string[]> {
  const { diagnostics } = await withPage(page);
  return diagnostics.map(({ message, hint }) => [plainMessage(message), plainMessage(hint ?? [])].join('; '));
}

test('a preset and measures of a campaign’s own are read', async () => {
  const page = '{ preset: din-5008, stylesheet: { measure: 400.5, text: { size: 10, leading: 14 } } }';
  expect(valueOf(await withPage(page)).letter.page).toEqual({
    preset: 'din-5008',
    stylesheet: { measure: 400.5, text: { size: 10, leading: 14 } },
  });
});

describe('what cannot be a measure is refused', () => {
  test.each([
    ['another unit', 'measure: 13.5cm', /^measure must be a number of points from 300 to 428 .*, not 13\.5cm/],
    ['too much', 'measure: 429', /^measure must be a number of points from 300 to 428/],
    ['too little', 'left: 39.9', /^left must be a number of points from 40 to 127/],
    ['less than nothing', 'paragraphs: -1', /^paragraphs must be a number of points from 0 to 20/],
    ['a size without its leading', 'text: { size: 10 }', /^the key leading is missing/],
    ['lines that would touch', 'text: { size: 13, leading: 13 }', /^text must be a leading of at least 1\.15 times/],
  ])('%s', async (_, stylesheet, complaint) => {
    expect(await complaintsAbout(`{ preset: international, stylesheet: { ${stylesheet} } }`)).toEqual([
      expect.stringMatching(complaint),
    ]);
  });

  test('a measure that is not known, with the name that was probably meant', async () => {
    expect(await complaintsAbout('{ preset: international, stylesheet: { mesure: 400 } }')).toEqual([
      'the key mesure is not known here; did you mean measure?',
    ]);
  });

  test('a preset that is not known', async () => {
    expect(await complaintsAbout('{ preset: din-5080 }')).toEqual([expect.stringContaining('did you mean din-5008?')]);
  });
});
