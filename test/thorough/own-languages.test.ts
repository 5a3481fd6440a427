import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, inProcess } from '../support/in-process.ts';
import { BASQUE, PERSIAN } from '../support/own-languages.ts';
import { squeezed } from '../support/paged-text.ts';
import { readPdf } from '../support/read-pdf.ts';

const CHARTER = `charter:
  title: { eu: Gutuna, fa: منشور, fr: La Charte }
  note: { eu: Gutuna 1999, fa: منشور ۱۳۷۸, fr: La Charte de 1999 }
  short: { eu: Gutuna, fa: منشور, fr: Charte }
  url: https://example.org/charter
  date: 1999-05-04
  source: invented
`;

/** A campaign with a letter in one language. `profile`: what only a recipient in this language has. */
function campaignIn(
  language: string,
  words: string,
  {
    body,
    demands,
    profile,
  }: { readonly body: string; readonly demands: readonly [string, string]; readonly profile: string },
): string {
  return folderWith({
    [`languages/${language}.yaml`]: words,
    'templates/appeal/letter.yaml': `date: 2026-03-01
languages: { ${language}: original }
signatories:
  - { id: the-society, name: { ${language}: Societas } }
enclosures: [charter, map]
published: { ${language}: Litterae }
body: [{ use: letter, demands: [open, publish] }]
demands:
  publish: { number: 1, sources: [charter], wordings: [{ use: ask }] }
  open: { number: 2, sources: [charter], wordings: [{ use: ask }] }
`,
    'templates/appeal/sources.yaml': `${CHARTER}${CHARTER.replace('charter:', 'map:')}`,
    [`templates/appeal/${language}/body/letter.md`]: body,
    [`templates/appeal/${language}/demands/publish/ask.md`]: demands[0],
    [`templates/appeal/${language}/demands/open/ask.md`]: demands[1],
    'recipients/fields.yaml': `towns: { type: number, required: true, meaning: how many }
fee: { type: amount, required: true, meaning: how much }
`,
    'recipients/mayor.yaml': `id: mayor
languages: [${language}]
address: { lines: [1 Via, URBS] }
fields: { towns: 23456, fee: 1500.50 EUR }
${profile}`,
  });
}

/** Generates the letter, and expects the words in its Markdown and, in this order, in the PDF as it is read aloud. */
async function expectWords(campaign: string, language: string, words: readonly string[]) {
  const { code, err } = await inProcess(campaign, ['generate', '--to', 'md,pdf', '--quiet']);
  expect([code, err]).toEqual([0, '']);
  const letter = join(campaign, `out/appeal/mayor.${language}`);
  const pdf = await readPdf(Uint8Array.from(readFileSync(`${letter}.pdf`)));
  const markdown = squeezed(readFileSync(`${letter}.md`, 'utf8'));
  // pdf.js leaves out the zero-width non-joiner, which has no glyph.
  const withoutJoiners = (text: string): string => squeezed(text).replaceAll('\u200C', '');
  const spoken = withoutJoiners(pdf.spoken);
  let from = 0;
  for (const each of words) {
    expect(markdown).toContain(squeezed(each));
    const at = spoken.indexOf(withoutJoiners(each), from);
    expect(at, `${each} in ${spoken.slice(from)}`).not.toBe(-1);
    from = at;
  }
  expect(pdf.language).toBe(language);
  return pdf;
}

const BASQUE_TEXTS = {
  body: `# Gutuna

${'Herriak eta hiriak. '.repeat(120)}

{{fields.towns}} {{plural fields.towns one="herri" other="herri"}}, {{fields.fee}}, {{letter.date}}.

{{demands}}
`,
  demands: [
    '**Argitaratu**{{cite "charter" at="art. 3"}}{{cite "charter" at="art. 4"}}.\n',
    '**Ireki**{{cite "charter"}}.\n',
  ],
  profile: `holder: { name: Ane Etxeberria, family: Etxeberria, gender: f }
office: { title: { eu: Alkatea } }
copies: [{ eu: Idazkaria }]
`,
} as const;

describe('a language that only the campaign has', () => {
  test('left to right: its words are in the letter, in order', async () => {
    const campaign = campaignIn('eu', BASQUE, BASQUE_TEXTS);
    const pdf = await expectWords(
      campaign,
      'eu',
      [
        '2026ko martxoaren 1a',
        'Ane Etxeberria andrea',
        'Andre agurgarria:',
        '23.456 herri, 1.500,50\u00A0EUR, 2026ko martxoaren 1a.',
        'Adeitasunez,',
        'Eranskinak',
        'Kopia',
        '1. oharrean bezala',
      ].map((words) => words.replace('1.500,50', '1500,50')),
    );
    expect(pdf.pages[1]).toContain('2. orria, 2 orritik');
    expect(pdf.metadata).toContain('Zirriborroa');
    const { out } = await inProcess(campaign, ['explain', 'mayor']);
    expect(out).toContain("addressed with the campaign's plain form for a woman: invented");
  });

  test('right to left: its words are in the letter, in order, from the right', async () => {
    const campaign = campaignIn('fa', PERSIAN, {
      body: '# منشور\n\nسال {{letter.date}}، {{fields.fee}}.\n\n{{demands}}\n',
      demands: ['**انتشار**{{cite "charter" at="۳"}}{{cite "charter" at="۴"}}.\n', '**گشودن**{{cite "charter"}}.\n'],
      profile: `office: { title: { fa: شهردار } }
salutation: { fa: 'با سلام،' }
close: { fa: با احترام }
copies: [{ fa: دبیر }]
`,
    });
    const pdf = await expectWords(campaign, 'fa', [
      '1 مارس 2026',
      'شهردار',
      'با سلام،',
      'با احترام',
      'پیوست‌ها',
      'رونوشت به',
      'همان، یادداشت 1',
    ]);
    // The letter begins at the right margin, and not at the left one.
    const first = pdf.places.filter(({ page }) => page === 0);
    expect(Math.max(...first.map(({ x }) => x))).toBeGreaterThan(350);
  });

  test('in a script of which no font has the characters: the fault names them, and Markdown is written', async () => {
    const words = BASQUE.replace('copies: Kopia', 'copies: प्रति');
    const campaign = campaignIn('eu', words, BASQUE_TEXTS);
    const { code, err } = await inProcess(campaign, ['generate', '--to', 'pdf', '--quiet']);
    expect(code).toBe(1);
    expect(err).toContain('error[glyph/missing]');
    expect(err).toContain('प');
    expect((await inProcess(campaign, ['generate', '--to', 'md', '--quiet'])).code).toBe(0);
  });

  test('its words are escaped in Markdown, so that none of them is markup', async () => {
    const words = BASQUE.replace('copies: Kopia', "copies: '[*Kopia*](a) _b_ `c`'");
    const campaign = campaignIn('eu', words, BASQUE_TEXTS);
    expect((await inProcess(campaign, ['generate', '--to', 'md,pdf', '--quiet'])).code).toBe(0);
    const markdown = readFileSync(join(campaign, 'out/appeal/mayor.eu.md'), 'utf8');
    expect(markdown).toContain(String.raw`\[\*Kopia\*]`);
    expect(markdown).toContain(String.raw`\_b\_`);
  });
});

describe('a changed word of a language', () => {
  test('makes letters stale, and an approval of the words expire', async () => {
    const campaign = campaignIn('eu', BASQUE, BASQUE_TEXTS);
    const settings = join(campaign, 'templates/appeal/letter.yaml');
    writeFileSync(settings, `status: final\nneeds: { final: [legal] }\n${readFileSync(settings, 'utf8')}`);
    const approve = (...names: readonly string[]) => inProcess(campaign, ['approve', ...names, '--as', 'legal']);
    await approve('eu', 'plain-forms/eu', 'signatories', 'settings');
    const unapproved = await inProcess(campaign, ['generate']);
    expect(unapproved.code).toBe(1);
    expect(unapproved.err).toContain('languages/eu lacks legal');
    expect((await approve('languages/eu')).code).toBe(0);
    expect((await inProcess(campaign, ['generate', '--quiet'])).err).toBe('');
    expect((await inProcess(campaign, ['check'])).code).toBe(0);

    writeFileSync(join(campaign, 'languages/eu.yaml'), BASQUE.replace('copies: Kopia', 'copies: Kopiak'));
    const expired = await inProcess(campaign, ['generate']);
    expect(expired.err).toContain('languages/eu lacks legal (expired)');
    expect((await inProcess(campaign, ['check', '--approved'])).err).toContain('the word “copies”');
    await approve('languages/eu');
    const stale = await inProcess(campaign, ['check']);
    expect([stale.code, stale.err.includes('would read “Kopiak”')]).toEqual([1, true]);
  });

  test('does not affect what letters do not print', async () => {
    const campaign = campaignIn('eu', BASQUE, BASQUE_TEXTS);
    await inProcess(campaign, ['generate', '--quiet']);
    writeFileSync(join(campaign, 'languages/eu.yaml'), `# A comment.\n${BASQUE}source: read by two\n`);
    expect((await inProcess(campaign, ['check'])).code).toBe(0);
  });
});

test('one word of the product is changed, and the others stay', async () => {
  const campaign = campaignIn('fr', 'enclosures: { plural: Annexes }\n', {
    body: '# La Charte\n\nLe {{letter.date}}\u00A0: {{fields.fee}}.\n\n{{demands}}\n',
    demands: ['**Publier**{{cite "charter"}}.\n', '**Ouvrir**{{cite "charter"}}.\n'],
    profile: 'office: { title: { fr: La Mairie } }\ncopies: [{ fr: Le secrétaire }]\n',
  });
  await expectWords(campaign, 'fr', ['1er mars 2026', 'Madame, Monsieur,', 'Annexes', 'Copie à']);
  expect(readFileSync(join(campaign, 'out/appeal/mayor.fr.md'), 'utf8')).not.toContain('Pièces jointes');
});
