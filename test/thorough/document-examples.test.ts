import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { FONT_FILES } from '../../src/model/font-files.ts';
import { blocksOf } from '../support/document-commands.ts';
import { folderWith, inProcess } from '../support/in-process.ts';
import { aCampaign } from '../support/a-campaign.ts';
import { ROOT, copyOfCampaign } from '../support/run-demarche.ts';

type Mapping = Readonly<Record<string, unknown>>;

const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The examples in YAML of a document, as blocks and in its sentences: `page: { justify: true }`. */
function examplesOf(document: string): readonly string[] {
  const sentences = readFileSync(join(ROOT, document), 'utf8').replaceAll(/^```.*?^```$/gmsu, '');
  const inline = [...sentences.matchAll(/`((?:[a-z][\w-]*): (?:\{[^`]*\}|[a-z-]+))`/g)].map(([, code = '']) => code);
  return [...blocksOf(document, 'yaml'), ...inline];
}

/** Replaces keys of a letter's settings, and those of the mappings in them. */
function withKeys(settings: Mapping, changes: Mapping): Mapping {
  const isMapping = (value: unknown): value is Mapping =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const merged = Object.entries(changes).map(([key, value]) => {
    const earlier = settings[key];
    return [key, isMapping(value) && isMapping(earlier) && key !== 'page' ? withKeys(earlier, value) : value];
  });
  return { ...settings, ...Object.fromEntries(merged) };
}

const LETTER = 'templates/open-letter/letter.yaml';

/** Keys of a profile of which a document has an example by itself. */
const PROFILE_KEYS = ['skip', 'verified', 'holder', 'channels'];

/** Puts an example into the sample, by what it is: `profile`, keys of a profile, or keys of `letter.yaml`. */
function putExample(campaign: string, example: string): void {
  const value = parse(example) as Mapping | readonly Mapping[];
  const [, language] = /^# (languages\/\S+\.yaml)\n/u.exec(example) ?? [];
  if (language !== undefined) {
    mkdirSync(join(campaign, 'languages'));
    writeFileSync(join(campaign, language), example);
    return;
  }
  if (Array.isArray(value)) {
    // A profile has the languages that are in the example; the sample has four.
    setKeys(campaign, { languages: { en: 'original', fr: 'unchecked' } });
    writeFileSync(join(campaign, 'recipients/example.yaml'), example.replace(/id: \S+/, 'id: example'));
    return;
  }
  if (PROFILE_KEYS.some((key) => key in value)) {
    const [profile] = parse(readFileSync(join(campaign, 'recipients/eu-ministers.yaml'), 'utf8')) as Mapping[];
    writeFileSync(
      join(campaign, 'recipients/example.yaml'),
      stringify([{ ...profile, id: 'example', ...(value as Mapping) }]),
    );
    return;
  }
  putFonts(campaign, example);
  putCoverTexts(campaign, value as Mapping);
  const settings = parse(readFileSync(join(campaign, LETTER), 'utf8')) as Mapping;
  setKeys(campaign, withKeys(settings, value as Mapping));
}

/** Puts a font into each font file that an example names: one of Arabic script if the name says so. */
function putFonts(campaign: string, example: string): void {
  for (const [file] of example.matchAll(/fonts\/[\w-]+\.(?:ttf|otf)/g)) {
    mkdirSync(join(campaign, 'templates/open-letter/fonts'), { recursive: true });
    const font = FONT_FILES[file.includes('Arabic') ? 'naskh' : 'serif'];
    writeFileSync(join(campaign, 'templates/open-letter', file), readFileSync(join(ROOT, 'node_modules', font)));
  }
}

/** Writes the cover texts, in each language of the sample, that the rules of an example name. */
function putCoverTexts(campaign: string, { cover = [] }: Mapping): void {
  for (const { use } of cover as readonly { readonly use: string }[])
    for (const language of ['en', 'fr', 'es', 'ar']) {
      const folder = join(campaign, 'templates/open-letter', language, 'cover');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${use}.md`), '# {{letter.date}}\n\n{{letter.date}}\n');
    }
}

function setKeys(campaign: string, keys: Mapping): void {
  const settings = parse(readFileSync(join(campaign, LETTER), 'utf8')) as Mapping;
  writeFileSync(join(campaign, LETTER), stringify({ ...settings, ...keys }));
}

/**
 * Whether other tests look at an example, or none can: one for another program, or with an ellipsis in the place of a
 * value.
 */
const isForOtherTests = (example: string): boolean => /^(?:steps|security-events|parallel):|…/m.test(example);
/**
 * The documents whose examples are campaigns of their own, which `start-document.test.ts`, `files-document.test.ts` and
 * `tables-document.test.ts` make, and the one whose examples are parts of any file.
 */
const OTHER_TESTS = ['docs/start.md', 'docs/files.md', 'docs/tables.md', 'docs/campaign.md'];

const examples = DOCUMENTS.filter((document) => !OTHER_TESTS.includes(document)).flatMap((document) =>
  examplesOf(document)
    .filter((example) => !isForOtherTests(example))
    .map((example) => ({ document, example })),
);

describe('an example in a document is accepted', () => {
  test('and there are at least seven', () => {
    expect(examples.map(({ document }) => document)).toEqual(
      expect.arrayContaining(['README.md', 'CHANGELOG.md', 'docs/office.md', 'docs/typography.md']),
    );
    expect(examples.length).toBeGreaterThanOrEqual(7);
  });

  test.each(examples)('$document: $example', async ({ example }) => {
    // A final letter needs approvals, which the sample does not have; the small campaign needs none.
    if (example === 'status: final') {
      const files = aCampaign();
      const settings = (files['templates/appeal/letter.yaml'] ?? '')
        .replace('status: specimen', example)
        .replace('needs: { final: [legal] }\n', '');
      const final = folderWith({ ...files, 'templates/appeal/letter.yaml': settings });
      expect((await inProcess(final, ['generate', '--to', 'md'])).code).toBe(0);
      return;
    }
    const campaign = copyOfCampaign();
    putExample(campaign, example);
    const { code, err } = await inProcess(campaign, ['validate', '--quiet']);
    expect([code, err]).toEqual([0, expect.not.stringContaining('error[')]);
  });
});

test('the steps of docs/ci.md give the action of this repository inputs that it has', () => {
  const [block = ''] = blocksOf('docs/ci.md', 'yaml').filter((example) => example.startsWith('steps:'));
  const { steps } = parse(block) as { steps: { uses: string; with?: Mapping }[] };
  const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as { inputs: Mapping };
  const used = steps
    .filter(({ uses }) => uses.startsWith('OWNER/demarche@'))
    .map((step) => Object.keys(step.with ?? {}));
  expect(used).toEqual([['command']]);
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(used.flat()));
});
