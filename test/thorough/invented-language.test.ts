import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/in-process.ts';
import { squeezed } from '../support/paged-text.ts';
import { wordsOfPdf } from '../support/pdf-words.ts';
import { programWith } from '../support/program-with.ts';
import { ROOT } from '../support/run-demarche.ts';

/** The table of languages with the invented one, which is its file and a row, for a code that no language has. */
function tableWithInvented(): string {
  const table = readFileSync(join(ROOT, 'src/languages/locales.ts'), 'utf8');
  const file = JSON.stringify(join(ROOT, 'test/support/invented-language.ts'));
  return `import { INVENTED } from ${file};\n${table.replace('new Map([', "new Map([['qx', INVENTED],")}`;
}

const CHARTER = `charter:
  title: { qx: Li Karta }
  note: { qx: Li Karta ex 1999 }
  short: { qx: Karta }
  url: https://example.org/charter
  date: 1999-05-04
  source: invented
`;

const FILES = {
  'templates/appeal/letter.yaml': `status: specimen
date: 2025-12-01
languages: { qx: original }
signatories:
  - { id: the-society, name: { qx: Li Societu } }
enclosures: [charter, map]
published: { qx: Li Letru }
body: [{ use: letter, demands: [open, publish] }]
demands:
  publish: { number: 1, sources: [charter], wordings: [{ use: ask }] }
  open: { number: 2, sources: [charter], wordings: [{ use: ask }] }
`,
  'templates/appeal/sources.yaml': `${CHARTER}${CHARTER.replace('charter:', 'map:').replaceAll('Karta', 'Mapu')}`,
  'templates/appeal/qx/body/letter.md': `# Li Karta

Al {{fields.towns}} {{plural fields.towns one="urb" few="urbin" other="urbi"}}, {{fields.fee}}, {{fields.day}}!

${'Longu letru. '.repeat(200)}

{{demands}}
`,
  'templates/appeal/qx/demands/publish/ask.md':
    '**Publi Karta**{{cite "charter" at="kap. 3"}}{{cite "charter" at="kap. 4"}}.\n',
  'templates/appeal/qx/demands/open/ask.md': '**Aper Karta**{{cite "charter"}}.\n',
  'recipients/fields.yaml': `towns: { type: number, required: true, meaning: how many }
fee: { type: amount, required: true, meaning: how much }
day: { type: date, required: true, meaning: when }
`,
  'recipients/mayor.yaml': `id: mayor
languages: [qx]
holder: { name: Anna Berg, family: Berg, gender: f }
office: { title: { qx: Majoru } }
address: { lines: [1 Via, URBU] }
copies: [{ qx: Sekretu }]
fields: { towns: 23, fee: 1500 EUR, day: 2025-03-02 }
`,
};

/** The words of the letter that its language decides. */
const WORDS = [
  'Specu, non missu.',
  '1a va dodember, 2025',
  'Dona Anna Berg',
  'Salu dona Berg,',
  'Al 23 urbin, EUR\u00A01’500;00, 2 va treember, 2025!',
  'Vale multe',
  'Adjuntu',
  'Kopi al',
  'Karta · vidu not 1 · kap. 3.',
  '2. peti in Li Letru',
];

test('a letter is set in a language that is one file of plain data and a row of the table', async () => {
  const program = programWith({ 'src/languages/locales.ts': tableWithInvented() });
  const campaign = folderWith(FILES);
  const run = (...args: readonly string[]) =>
    execFileSync(process.execPath, [program, ...args], { cwd: campaign, stdio: 'pipe' });
  run('generate', '--to', 'md,pdf', '--quiet');
  const letter = join(campaign, 'out/appeal/mayor.qx');
  const markdown = squeezed(readFileSync(`${letter}.md`, 'utf8'));
  const pdf = squeezed((await wordsOfPdf(readFileSync(`${letter}.pdf`))).join(' '));
  for (const words of WORDS) {
    expect(markdown).toContain(squeezed(words));
    expect(pdf).toContain(squeezed(words));
  }
  expect(pdf).toContain('Folu2ex2');

  const body = join(campaign, 'templates/appeal/qx/body/letter.md');
  writeFileSync(body, readFileSync(body, 'utf8').replace('Al', 'Don/Dona'));
  expect(() => run('validate')).toThrow('“Don/Dona” is a working note');
});
