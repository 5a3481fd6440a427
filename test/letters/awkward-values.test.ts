import { expect, test } from 'vitest';
import { composeLetter, loadProfiles, prepare } from '../../src/pipeline.ts';
import { addressees } from '../../src/run/addressees.ts';
import { EVERYBODY } from '../../src/run/filter.ts';
import { writeArtifacts } from '../../src/write/write-artifacts.ts';
import { THE_LETTER, aCampaign, aCampaignWith } from '../support/a-campaign.ts';
import { AWKWARD_VALUES } from '../support/awkward-values.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { valueOf } from '../support/outcomes.ts';
import { squeezed } from '../support/paged-text.ts';
import { wordsOfPdf } from '../support/pdf-words.ts';
import { wordsOfMarkdown } from '../support/read-markdown.ts';

const PROFILE = 'recipients/chair.yaml';

/** A campaign in which the value stands in three places: a paragraph, a demand's title, the inside address. */
function campaignWith(value: string): Record<string, string> {
  const quoted = JSON.stringify(value);
  const profile = aCampaignWith(PROFILE, 'Chair of the Assembly', quoted)[PROFILE]?.replace(
    '1 Assembly Square',
    () => quoted,
  );
  return {
    ...aCampaign(),
    [PROFILE]: profile ?? '',
    'templates/appeal/en/demands/publish/ask.md': '**Publish, {{recipient.title}}**, the Charter{{cite "charter"}}.\n',
  };
}

function timesIn(text: string, value: string): number {
  return squeezed(text).split(squeezed(value)).length - 1;
}

test('what a profile holds comes out of both files as it was typed, wherever it stands', async () => {
  let looked = 0;
  for (const value of AWKWARD_VALUES) {
    const { world } = memoryWorld(campaignWith(value));
    const job = { letter: THE_LETTER, formats: ['md', 'pdf'] as const, attachSource: false };
    const plan = valueOf(await prepare(world, job));
    for await (const found of addressees(plan, loadProfiles(world), { ...EVERYBODY, ids: ['the-chair'] })) {
      if (found.kind !== 'target' || found.target.kind !== 'letter') throw new Error(JSON.stringify(found));
      const composed = valueOf(await composeLetter(plan, found.target.selection));
      const [markdown, pdf] = await writeArtifacts(composed, job, plan.press);
      if (markdown === undefined || pdf === undefined) throw new Error('a format is missing');
      // In the envelope line, the address, the paragraph and the title of the demand.
      expect(timesIn(wordsOfMarkdown(new TextDecoder().decode(markdown.bytes)), value), value).toBeGreaterThanOrEqual(
        4,
      );
      expect(timesIn((await wordsOfPdf(pdf.bytes)).join(''), value), value).toBeGreaterThanOrEqual(4);
      looked += 1;
    }
  }
  expect(looked).toBe(AWKWARD_VALUES.length);
  expect(looked).toBeGreaterThanOrEqual(30);
});
