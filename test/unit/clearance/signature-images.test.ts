import { describe, expect, test } from 'vitest';
import { listApprovables } from '../../../src/clearance/approvable.ts';
import { judgeApproval } from '../../../src/clearance/clearance.ts';
import { createPictureHasher } from '../../../src/clearance/picture-hash.ts';
import { createSignatureClearance } from '../../../src/clearance/signature-images.ts';
import { approve, formatApprovals } from '../../../src/commands/approve/approve.ts';
import type { Campaign } from '../../../src/model/campaign.ts';
import type { Selection } from '../../../src/model/selection.ts';
import { readCampaignData, selectTargets } from '../../../src/pipeline.ts';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { validateCampaign } from '../../../src/validate/validate-campaign.ts';
import { THE_LETTER, aCampaign } from '../../support/a-campaign.ts';
import { encodePng, resolutionChunk } from '../../support/encode-png.ts';
import { type MemoryFile, memoryWorld } from '../../support/memory-world.ts';
import { valueOf } from '../../support/outcomes.ts';

const LETTER = 'templates/appeal/letter.yaml';
const APPROVALS = 'templates/appeal/approvals.yaml';
const SIGNATURE = 'templates/appeal/sign.png';
const MAP = 'templates/appeal/map.png';
const AS = 'signatory:the-society';

function pictureOf(shade: number): Uint8Array {
  return encodePng({ width: 600, height: 200, chunks: [resolutionChunk(300)], pixel: () => [shade, shade, shade] });
}

/** The texts of the campaign: a final letter with an image of the only signature, and a map in one of its bodies; it needs no approval. */
const TEXTS: Readonly<Record<string, string>> = aCampaign({
  [LETTER]: (aCampaign()[LETTER] ?? '')
    .replace('status: specimen', 'status: final')
    .replace('needs: { final: [legal] }', 'needs: { final: [] }')
    .replace('{ en: The Society } }', '{ en: The Society }, image: { file: sign.png } }')
    .concat('letterhead: { logo: { file: sign.png, decorative: true } }\n'),
  'templates/appeal/en/body/chair.md': `${aCampaign()['templates/appeal/en/body/chair.md']}\n![A map](map.png)\n`,
});
const FILES: Readonly<Record<string, MemoryFile>> = { ...TEXTS, [SIGNATURE]: pictureOf(1), [MAP]: pictureOf(2) };

async function campaignOf(changes: Readonly<Record<string, MemoryFile>> = {}): Promise<Campaign> {
  return valueOf(
    validateCampaign(valueOf(await readCampaignData(memoryWorld({ ...FILES, ...changes }).world, THE_LETTER))),
  );
}

/** The campaign after the signatory has approved what has one of these names, and after these changes. */
async function approvedBy(isApproved: (name: string) => boolean, changes = {}): Promise<Campaign> {
  const before = await campaignOf();
  const read = [...listApprovables(before).values()].filter(({ name }) => isApproved(name));
  return campaignOf({ [APPROVALS]: formatApprovals(approve(before.approvals, read, AS, undefined)), ...changes });
}

function selectionFor(campaign: Campaign, file: string): Selection {
  const data = valueOf(readYaml(file, TEXTS[file] ?? ''));
  const first = data.kind === 'list' ? data.items[0] : data;
  if (first === undefined) throw new Error(`${file} has no profile`);
  const [target] = selectTargets({ campaign }, first);
  if (target?.ok !== true || target.value.kind !== 'letter') throw new Error(`${file} gets no letter`);
  return target.value.selection;
}

const PROFILES = Object.keys(TEXTS).filter(
  (path) => /^recipients\/[^/]*\.yaml$/u.test(path) && TEXTS[path]?.includes('roles: [') === true,
);

/** For each recipient, whether the letter has the image of the signature. */
function signed(campaign: Campaign): readonly boolean[] {
  const clear = createSignatureClearance(campaign);
  return PROFILES.map((file) =>
    clear(selectionFor(campaign, file)).signatories.some(({ image }) => image !== undefined),
  );
}

describe('the image of a signature', () => {
  test('is printed if the letter is final and the signatory has approved all that it prints', async () => {
    expect(PROFILES).toHaveLength(2);
    expect(signed(await approvedBy(() => true))).toEqual([true, true]);
  });

  test('is not printed without approvals, although the letter needs none', async () => {
    expect(signed(await campaignOf())).toEqual([false, false]);
  });

  test('is not printed in a draft', async () => {
    const draft = { [LETTER]: (TEXTS[LETTER] ?? '').replace('status: final', 'status: draft') };
    expect(signed(await approvedBy(() => true, draft))).toEqual([false, false]);
  });

  test.each(['signatories', 'settings', 'en/demands/publish/ask', 'en/demands/publish/support'])(
    'is not printed in a letter of which %s is not approved',
    async (lacking) => {
      expect(signed(await approvedBy((name) => name !== lacking))).toContain(false);
    },
  );

  test('is printed only in the letters whose body is approved', async () => {
    const some = signed(await approvedBy((name) => name !== 'en/body/chair'));
    expect(new Set(some)).toEqual(new Set([false, true]));
  });

  test('is not printed after a picture has changed that the signatory approved', async () => {
    expect(signed(await approvedBy(() => true, { [SIGNATURE]: pictureOf(3) }))).toEqual([false, false]);
    expect(new Set(signed(await approvedBy(() => true, { [MAP]: pictureOf(3) })))).toEqual(new Set([false, true]));
  });
});

describe('an approval', () => {
  test.each([
    ['en/body/chair', { [MAP]: pictureOf(3) }, 'pictures/map.png'],
    ['signatories', { [SIGNATURE]: pictureOf(3) }, 'signatories/the-society'],
    ['settings', { [SIGNATURE]: pictureOf(3) }, 'letterhead/logo'],
  ])('of %s expires with a picture that it covers', async (name, changes, part) => {
    const campaign = await approvedBy(() => true, changes);
    const approvable = listApprovables(campaign).get(name);
    if (approvable === undefined) throw new Error(`${name} is not approved`);
    const judged = judgeApproval(campaign.approvals.get(name)?.get(AS), approvable);
    expect(judged).toEqual({ status: 'expired', parts: [part] });
  });
});

describe('the hash of the pictures of a letter', () => {
  test('differs after a change for the letters that name the picture, and for no others', async () => {
    const [before, after] = [await campaignOf(), await campaignOf({ [MAP]: pictureOf(3) })];
    const changed = PROFILES.filter(
      (file) =>
        createPictureHasher(before)(selectionFor(before, file)) !==
        createPictureHasher(after)(selectionFor(after, file)),
    );
    expect(changed).toHaveLength(1);
  });

  test('is empty for a letter without pictures, so that its inputs are as before', async () => {
    const campaign = valueOf(
      validateCampaign(valueOf(await readCampaignData(memoryWorld(aCampaign()).world, THE_LETTER))),
    );
    expect(createPictureHasher(campaign)(selectionFor(campaign, PROFILES[0] ?? ''))).toBe('');
  });
});
