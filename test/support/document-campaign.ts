import { parse, stringify } from 'yaml';
import { aPdf } from './a-pdf.ts';
import { encodePng } from './encode-png.ts';
import { readFileKeys } from './file-keys.ts';
import type { MemoryFile } from './memory-world.ts';
import { fixtureBytes } from './workbooks/read-fixture.ts';

/** The kinds of files whose examples are one campaign, without those that demarche writes. */
const KINDS_OF_CAMPAIGN = [
  'letter',
  'sources',
  'profiles',
  'columns',
  'fields',
  'powers',
  'forms',
  'groups',
  'states',
  'terms',
];

/** The texts of the campaign, which `docs/files.md` does not have. */
const TEXTS: Readonly<Record<string, string>> = {
  'body/letter.md':
    '# The footbridge\n\nWe write about the footbridge.\n\n{{passage "thanks"}}\n\nWe ask:\n\n{{demands}}\n',
  'cover/mail.md': '# The footbridge\n\nPlease find our letter attached.\n',
  'demands/repair/ask.md': '**Repair**: to have the footbridge repaired.{{cite "survey" at="p. 3"}}\n',
  'demands/lights/ask.md': '**Lights**: to have lights on the footbridge.\n',
  'demands/paint/ask.md': '**Paint**: to have the footbridge painted.\n',
  'demands/bench/ask.md': '**Bench**: to have a bench beside the footbridge.\n',
  'passages/invitation/visit.md': 'P.S. Come and see the footbridge.\n',
  'passages/thanks/signed.md': 'We thank you for the river treaty.\n',
};

/** The folder of the letter of the examples. */
const LETTER_FOLDER = 'templates/bridge';

/** The pictures and the enclosure that examples name. */
const NAMED_FILES: Readonly<Record<string, Uint8Array>> = {
  [`${LETTER_FOLDER}/logo.png`]: encodePng(),
  [`${LETTER_FOLDER}/brook.png`]: encodePng(),
  [`${LETTER_FOLDER}/annexes/plan.pdf`]: aPdf(),
};

const TABLE_PATH = 'recipients/members.csv';
/** The table that the example of a columns file describes. Its third row names the columns. */
const TABLE = `

Ward;First name;Last name;Sex;Street;Postcode;Town;Households;Phone
Mill Side;José;Müller;Mr;1 Mill Road;1000;BRUSSELS;412;1
Hill Side;Anna;Field;Ms;3 Hill Road;1001;BRUSSELS;;2
`;

/** Returns the files of the campaign of the examples in `docs/files.md`, by path. */
export function documentCampaign(): Readonly<Record<string, string>> {
  const texts = Object.entries(TEXTS).map(([path, text]) => [`${LETTER_FOLDER}/en/${path}`, text] as const);
  const files = KINDS_OF_CAMPAIGN.map((kind) => [pathOf(kind), readFileKeys(kind).example] as const);
  return Object.fromEntries([...files, ...texts, [TABLE_PATH, TABLE]]);
}

/**
 * Returns the campaign with the example of a kind of file replaced. A condition replaces that of a passage, and a pattern
 * that of a source. Of a columns file that names a sheet, the table is a workbook. A columns file of signatories has a
 * table in the place of the list of them.
 */
export function documentCampaignWith(kind: string, example: unknown): Readonly<Record<string, MemoryFile>> {
  return { ...filesWith(documentCampaign(), kind, example), ...NAMED_FILES };
}

function filesWith(
  files: Readonly<Record<string, string>>,
  kind: string,
  example: unknown,
): Readonly<Record<string, MemoryFile>> {
  if (kind === 'patterns') return { ...files, [pathOf('columns')]: columnsWithPattern(example) };
  if (kind === 'columns' && isMapping(example) && 'sheet' in example) {
    const { [TABLE_PATH]: _, ...others } = files;
    const workbook = fixtureBytes('members-libreoffice');
    return { ...others, [pathOf(kind)]: stringify(example), 'recipients/members.xlsx': workbook };
  }
  if (kind === 'signatories') return withSignatoriesInTable(files, stringify(example));
  if (kind !== 'conditions') return { ...files, [pathOf(kind)]: stringify(example) };
  const letter = files[pathOf('letter')] ?? '';
  const rule = letter.replace('for: { fact: river-treaty }', `for: ${JSON.stringify(example)}`);
  if (rule === letter) throw new Error('the example of letter.yaml has no passage with this condition');
  return { ...files, [pathOf('letter')]: rule };
}

function withSignatoriesInTable(
  files: Readonly<Record<string, string>>,
  columns: string,
): Readonly<Record<string, MemoryFile>> {
  const letter = parse(files[pathOf('letter')] ?? '') as Readonly<Record<string, unknown>>;
  const [table, bytes] = columns.includes('sheet:')
    ? ['societies.xlsx', fixtureBytes('societies-libreoffice')]
    : ['societies.csv', fixtureBytes('societies', 'csv')];
  return {
    ...files,
    [pathOf('letter')]: stringify({ ...letter, signatories: table }),
    [`${LETTER_FOLDER}/${table}`]: bytes,
    [pathOf('signatories')]: columns,
  };
}

/** Returns the example of a columns file with a pattern for what is recorded as the source. */
function columnsWithPattern(pattern: unknown): string {
  const columns = parse(readFileKeys('columns').example) as Readonly<Record<string, unknown>>;
  return stringify({ ...columns, source: pattern });
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The path of a kind of file in the campaign. */
export function pathOf(kind: string): string {
  return readFileKeys(kind)
    .path.replace('<letter>', 'bridge')
    .replace('<language>', 'en')
    .replace('<any name>', 'mayors')
    .replace('<name>', 'members')
    .replace('<signatories>', 'societies');
}
