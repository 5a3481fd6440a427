import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { explain } from '../../src/commands/explain/explain.ts';
import { makeLetter } from '../../src/pipeline.ts';
import { explanationText } from '../../src/commands/explain/text.ts';
import { plain } from '../../src/report/paint.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { type Shipped, openShipped } from '../support/shipped-campaign.ts';

/** A recipient of each role, and the recipients of passages that no other letter has. */
const LETTERS = [
  'asp-president',
  'asp-vice-president-new-york',
  'asp-vice-president-the-hague',
  'bureau-be',
  'bureau-ke',
  'eu-at',
  'eu-be',
  'eu-dk',
  'eu-it',
  'eu-nl',
  'eu-pl',
  'eu-si',
];

/** For each translation, a recipient of each role and recipients of rare texts. Only their Markdown is compared. */
const EDITIONS = [
  ['asp-president', ['fr', 'es', 'ar']],
  ['asp-vice-president-the-hague', ['fr', 'ar']],
  ['asp-vice-president-new-york', ['es', 'ar']],
  ['bureau-be', ['fr']],
  ['bureau-cl', ['es']],
  ['bureau-za', ['ar']],
  ['eu-be', ['ar']],
  ['eu-dk', ['fr']],
  ['eu-es', ['es']],
  ['eu-fr', ['fr']],
  ['eu-nl', ['es']],
  ['eu-pl', ['fr', 'es', 'ar']],
  ['eu-si', ['ar']],
  ['party-ck', ['en']],
  ['party-jo', ['en', 'ar']],
  ['party-mx', ['es']],
  ['party-tn', ['fr']],
  ['eu-commission', ['en', 'fr', 'es', 'ar']],
  ['eu-council-presidency', ['en', 'fr', 'es', 'ar']],
  ['eu-high-representative', ['en', 'fr', 'es', 'ar']],
] as const;

/** Editions of which the web page and the plain text are compared too: in a left-to-right and a right-to-left language. */
const WEB_LANGUAGES = ['en', 'ar'] as const;

let shipped: Shipped;
let editions: Shipped;
beforeAll(async () => {
  shipped = await openShipped(['md', 'pdf']);
  editions = await openShipped(['md', 'html', 'txt'], { editions: 'all', examples: ['states-parties.yaml', 'eu-institutions.yaml'] });
});

function targetOf(id: string, { addressees }: Shipped = shipped, language = 'en') {
  for (const addressee of addressees) {
    if (addressee.kind !== 'target' || addressee.target.kind !== 'letter') continue;
    const { selection } = addressee.target;
    if (selection.recipient.id === id && selection.language === language) return addressee.target;
  }
  throw new Error(`no letter to ${id} in ${language}`);
}

function goldenFile(name: string): string {
  return join(import.meta.dirname, 'letters', name);
}

function explanationOf({ plan }: Shipped, target: ReturnType<typeof targetOf>): string {
  return explanationText(explain(plan, target), { paint: plain, pathOf: (file) => file });
}

describe.each(LETTERS)('the letter to %s', (id) => {
  test('has the recorded Markdown and the recorded pages', async () => {
    const [markdown, pdf] = valueDespiteWarnings(await makeLetter(shipped.plan, targetOf(id).selection));
    await expect(new TextDecoder().decode(markdown?.bytes)).toMatchFileSnapshot(goldenFile(`${id}.md`));
    await expect(pdf?.layout?.()).toMatchFileSnapshot(goldenFile(`${id}.pages.txt`));
  });

  test('has the recorded explanation', async () => {
    await expect(explanationOf(shipped, targetOf(id))).toMatchFileSnapshot(goldenFile(`${id}.explained.txt`));
  });
});

describe.each(EDITIONS)('the editions for %s', (id, languages) => {
  test.each(languages)('%s: have the recorded Markdown and the recorded explanation', async (language) => {
    const target = targetOf(id, editions, language);
    const [markdown] = valueDespiteWarnings(await makeLetter(editions.plan, target.selection));
    const name = `${id}.${language}`;
    await expect(new TextDecoder().decode(markdown?.bytes)).toMatchFileSnapshot(goldenFile(`${name}.md`));
    await expect(explanationOf(editions, target)).toMatchFileSnapshot(goldenFile(`${name}.explained.txt`));
  });
});

test.each(WEB_LANGUAGES)('the letter to eu-be in %s has the recorded web page and plain text', async (language) => {
  const { selection } = targetOf('eu-be', editions, language);
  const [, html, text] = valueDespiteWarnings(await makeLetter(editions.plan, selection));
  // The stylesheet is the same in all letters.
  const page = new TextDecoder().decode(html?.bytes).replace(/(<style>)[^]*(<\/style>)/, '$1$2');
  await expect(page.replace(/sha256-[^&]*/, 'sha256')).toMatchFileSnapshot(goldenFile(`eu-be.${language}.html`));
  await expect(new TextDecoder().decode(text?.bytes)).toMatchFileSnapshot(goldenFile(`eu-be.${language}.txt`));
});

test('every golden file belongs to a letter', () => {
  const expected = [
    ...LETTERS.flatMap((id) => [`${id}.explained.txt`, `${id}.md`, `${id}.pages.txt`]),
    ...WEB_LANGUAGES.flatMap((language) => [`eu-be.${language}.html`, `eu-be.${language}.txt`]),
    ...EDITIONS.flatMap(([id, languages]) =>
      languages.flatMap((language) => [`${id}.${language}.explained.txt`, `${id}.${language}.md`]),
    ),
  ];
  expect(readdirSync(join(import.meta.dirname, 'letters')).sort()).toEqual(expected.sort());
});
