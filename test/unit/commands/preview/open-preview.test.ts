import { describe, expect, test } from 'vitest';
import { openProfiles } from '../../../../src/cli/profile-walk.ts';
import type { PreviewOverview } from '../../../../src/commands/preview/preview.ts';
import { THE_LETTER, aCampaign } from '../../../support/a-campaign.ts';
import { previewInMemory } from '../../../support/a-preview.ts';

const BODY = 'templates/appeal/en/body/chair.md';
const SETTINGS = 'templates/appeal/letter.yaml';
const CHAIR = 'recipients/chair.yaml';
const MINISTER = 'recipients/ministers.yaml';
const files = aCampaign();
const TO_CHAIR = { letter: THE_LETTER, id: 'the-chair', language: 'en' };

/** Returns the text of a file with a part replaced, which it must have. */
function edited(path: string, original: string, replacement: string): Record<string, string> {
  const text = files[path] ?? '';
  expect(text).toContain(original);
  return { [path]: text.replace(original, () => replacement) };
}

function outcomes({ recipients }: PreviewOverview): readonly string[] {
  return recipients.map(({ id, outcome }) => `${id}: ${outcome}`);
}

test('the overview lists the recipients with the languages in which their letters can be shown', async () => {
  const { preview } = previewInMemory(files);
  const overview = await preview.overview();
  expect(overview).toMatchObject({ version: 1, campaign: 'a campaign', diagnostics: [] });
  expect(overview.recipients).toMatchInlineSnapshot(`
    [
      {
        "holder": "Ms Aline Durand",
        "id": "the-chair",
        "languages": [
          "en",
        ],
        "letter": "appeal",
        "office": "Chair of the Assembly",
        "outcome": "letter",
        "reason": "",
        "roles": [
          "chair",
        ],
        "state": "France",
      },
      {
        "holder": null,
        "id": "be-minister",
        "languages": [
          "en",
        ],
        "letter": "appeal",
        "office": "Minister of Charters",
        "outcome": "letter",
        "reason": "",
        "roles": [
          "minister",
        ],
        "state": "Belgium",
      },
    ]
  `);
});

test('a letter has its pages, which are those of the next version after a change', async () => {
  const { preview, save } = previewInMemory(files);
  const first = await preview.letter(TO_CHAIR);
  expect(first).toMatchObject({ version: 1, choice: TO_CHAIR, isOld: false, reason: null, diagnostics: [] });
  expect(first.pages).toHaveLength(1);
  expect(first.sheet?.width).toBeCloseTo(595.28, 1);
  const versions: number[] = [];
  const stop = preview.onChange((version) => versions.push(version));
  save(edited(BODY, 'We ask you', 'We beg you'));
  const second = await preview.letter(TO_CHAIR);
  expect(second).toMatchObject({ version: 2, isOld: false });
  expect(second.pages).not.toEqual(first.pages);
  stop();
  save({ [BODY]: files[BODY] });
  expect((await preview.letter(TO_CHAIR)).pages).toEqual(first.pages);
  expect(versions).toEqual([2]);
});

test('only what changed is read again', async () => {
  const { preview, save, textsRead } = previewInMemory(files);
  await Promise.all([preview.letter(TO_CHAIR), preview.overview()]);
  const read = textsRead();
  expect(read).toEqual([...new Set(read)]);
  expect(read).toContain(CHAIR);
  save(edited(BODY, 'We ask you', 'We beg you'));
  await Promise.all([preview.letter(TO_CHAIR), preview.overview()]);
  expect(textsRead()).toEqual([BODY]);
});

describe('faults', () => {
  test('of shared files are in the overview and in place of the letter; the last good pages stay', async () => {
    const { preview, save } = previewInMemory(files);
    const [sound, before] = [await preview.letter(TO_CHAIR), await preview.overview()];
    save({
      ...edited(BODY, 'We ask you', '{{nothing}}'),
      ...edited(SETTINGS, 'enclosures: [charter]', 'enclosures: [chart]'),
    });
    const letter = await preview.letter(TO_CHAIR);
    expect(letter).toMatchObject({ version: 2, isOld: true, pages: sound.pages, sheet: sound.sheet });
    const overview = await preview.overview();
    expect(overview.recipients).toEqual(before.recipients);
    expect(overview.diagnostics).toEqual(letter.diagnostics);
    expect(letter.diagnostics.map(({ severity, location }) => [severity, location])).toEqual([
      ['fault', `${BODY}:7:3`],
      ['fault', `${SETTINGS}:9:14`],
    ]);
    expect(letter.diagnostics[0]?.frame).toBe('7 │ {{nothing}}:\n  │   ^^^^^^^');
    save({ [BODY]: files[BODY], [SETTINGS]: files[SETTINGS] });
    expect(await preview.letter(TO_CHAIR)).toMatchObject({ version: 3, isOld: false, diagnostics: [] });
    expect((await preview.overview()).diagnostics).toEqual([]);
  });

  test('that were there from the beginning leave no pages', async () => {
    const { preview, save } = previewInMemory({ ...files, ...edited(BODY, 'We ask you', '{{nothing}}') });
    expect(await preview.letter(TO_CHAIR)).toMatchObject({ isOld: false, pages: [], sheet: null });
    expect((await preview.overview()).recipients).toEqual([]);
    save({ [BODY]: files[BODY] });
    expect((await preview.letter(TO_CHAIR)).pages).toHaveLength(1);
    expect((await preview.overview()).recipients).toHaveLength(2);
  });

  test('of one profile keep the others, and what was known of the recipient', async () => {
    const { preview, save } = previewInMemory(files);
    const before = await preview.overview();
    const toMinister = { ...TO_CHAIR, id: before.recipients[1]?.id ?? '' };
    await preview.letter(TO_CHAIR);
    save(edited(CHAIR, 'rank: chair', 'rang: chair'));
    const overview = await preview.overview();
    expect(outcomes(overview)).toEqual(['the-chair: fault', `${toMinister.id}: letter`]);
    expect(overview.recipients[0]).toEqual({
      ...before.recipients[0],
      outcome: 'fault',
      reason: overview.diagnostics[0]?.message,
    });
    expect(overview.diagnostics[0]).toMatchObject({ code: 'data/unknown-key', severity: 'fault' });
    const letter = await preview.letter(TO_CHAIR);
    expect(letter).toMatchObject({ isOld: true, diagnostics: overview.diagnostics });
    expect(await preview.letter(toMinister)).toMatchObject({ isOld: false, diagnostics: [] });
  });

  test.each([
    ['in a file that cannot be read', { [CHAIR]: 'id: "the-chair\n' }],
    ['in a profile without an id', { [CHAIR]: (files[CHAIR] ?? '').replace(/^id: .*\n/mu, '') }],
  ])('%s keep its recipients and their pages', async (_, changes) => {
    const { preview, save } = previewInMemory(files);
    const before = await preview.overview();
    const sound = await preview.letter(TO_CHAIR);
    save(changes);
    const overview = await preview.overview();
    const [fault] = overview.diagnostics;
    expect(outcomes(overview).toSorted()).toEqual(['be-minister: letter', 'the-chair: fault']);
    const known = before.recipients.find(({ id }) => id === 'the-chair');
    const chair = overview.recipients.find(({ id }) => id === 'the-chair');
    expect(chair).toEqual({ ...known, outcome: 'fault', reason: fault?.message });
    expect(await preview.letter(TO_CHAIR)).toMatchObject({
      isOld: true,
      pages: sound.pages,
      diagnostics: overview.diagnostics,
    });
    save({ [CHAIR]: undefined });
    expect(outcomes(await preview.overview())).toEqual(['be-minister: letter']);
    expect(await preview.letter(TO_CHAIR)).toMatchObject({ isOld: false, pages: [] });
  });

  test('of every letter are all reported', async () => {
    const { preview } = previewInMemory({
      ...files,
      ...edited(CHAIR, 'rank: chair', 'rang: chair'),
      ...edited(MINISTER, 'rank: minister', 'rang: minister'),
    });
    const { diagnostics, recipients } = await preview.overview();
    expect(new Set(diagnostics.map(({ location }) => location?.split(':')[0]))).toEqual(new Set([CHAIR, MINISTER]));
    expect(recipients.map(({ outcome }) => outcome)).toEqual(['fault', 'fault']);
  });

  test('of the campaign itself have no place, and end with it', async () => {
    const { preview, save } = previewInMemory(files);
    const before = await preview.overview();
    save({ [SETTINGS]: undefined });
    const overview = await preview.overview();
    expect(overview.recipients).toEqual(before.recipients);
    expect(overview.diagnostics).toMatchObject([
      { message: expect.stringContaining('the campaign has no letter'), location: null, frame: null },
    ]);
    save({ [SETTINGS]: files[SETTINGS] });
    expect(await preview.overview()).toEqual({ ...before, version: 3 });
  });

  test('of the program are thrown', async () => {
    const { preview } = previewInMemory(files, { chooseLetters: () => Promise.reject(new TypeError('a bug')) });
    await expect(preview.overview()).rejects.toThrow('a bug');
  });
});

describe('the list of recipients follows', () => {
  test('a change of a text, without selecting again', async () => {
    const { preview, save } = previewInMemory(files);
    const before = await preview.overview();
    save(edited(BODY, 'We ask you', 'We beg you'));
    const { recipients } = await preview.overview();
    expect(recipients.every((recipient, index) => recipient === before.recipients[index])).toBe(true);
  });

  test('a change of the settings, also after a fault', async () => {
    const { preview, save } = previewInMemory(files);
    await preview.overview();
    save(edited(SETTINGS, 'to: [chair, minister]', 'to: [chair, minster]'));
    await preview.overview();
    save(edited(BODY, 'We ask you', 'We beg you'));
    await preview.overview();
    save(edited(SETTINGS, 'to: [chair, minister]', 'to: [chair]'));
    const overview = await preview.overview();
    expect(outcomes(overview)[1]).toMatch(/: not-addressed$/);
    expect(overview.recipients[1]?.reason).toBe('the letter goes to: chair');
  });

  test('a recipient that is added, skipped and removed', async () => {
    const { preview, save } = previewInMemory(files);
    await preview.overview();
    const second = (files[CHAIR] ?? '').replace('id: the-chair', 'id: another-chair');
    save({ 'recipients/second.yaml': second });
    expect(outcomes(await preview.overview())).toContain('another-chair: letter');
    const another = { ...TO_CHAIR, id: 'another-chair' };
    expect((await preview.letter(another)).pages).toHaveLength(1);
    save({ 'recipients/second.yaml': `${second}skip: { reason: written to already }\n` });
    expect(outcomes(await preview.overview())).toContain('another-chair: skipped');
    expect(await preview.letter(another)).toMatchObject({ pages: [], isOld: false, reason: 'written to already' });
    save({ 'recipients/second.yaml': undefined });
    expect((await preview.overview()).recipients).toHaveLength(2);
    expect(await preview.letter(another)).toMatchObject({ pages: [], reason: 'there is no recipient “another-chair”' });
  });
});

test('what changes while a letter is made is in the next version', async () => {
  const { preview, save } = previewInMemory(files);
  const asked = Promise.all([preview.letter(TO_CHAIR), preview.overview()]);
  save(edited(SETTINGS, 'to: [chair, minister]', 'to: [chair]'));
  expect((await asked).map(({ version }) => version)).toEqual([1, 1]);
  const [letter, overview] = await Promise.all([preview.letter(TO_CHAIR), preview.overview()]);
  expect([letter.version, overview.version]).toEqual([2, 2]);
  expect(outcomes(overview)[1]).toMatch(/: not-addressed$/);
});

test('recipients that were listed while the campaign changed are not kept', async () => {
  let meanwhile: (() => void) | undefined;
  const { preview, save } = previewInMemory(files, {
    openProfiles: async (world) => {
      meanwhile?.();
      meanwhile = undefined;
      return openProfiles(world, undefined);
    },
  });
  meanwhile = () => save(edited(SETTINGS, 'to: [chair, minister]', 'to: [chair]'));
  expect(outcomes(await preview.overview())[1]).toMatch(/: letter$/);
  expect(outcomes(await preview.overview())[1]).toMatch(/: not-addressed$/);
});

test('the preview ends when its files can no longer be watched', async () => {
  const { preview, end } = previewInMemory(files);
  end('the folder of the campaign was deleted or moved');
  expect(await preview.ended).toBe('the folder of the campaign was deleted or moved');
});

test('a letter is shown with its parts, each with the place of its words', async () => {
  const { preview } = previewInMemory(files, { pathOf: (file) => `my/${file}` });
  const { parts } = await preview.letter(TO_CHAIR);
  expect(parts.find(({ name }) => name === 'body')).toMatchObject({ kind: 'block', page: 0, file: `my/${BODY}:3` });
});
