import { type Data, type DataList, type Fields, dataAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { suggestName } from '../model/name.ts';
import { type Outcome, settle, success } from '../model/outcome.ts';
import { SIGNATORY_TABLE } from '../model/signatory-table.ts';
import type { World } from '../world.ts';
import { decodeText } from './decode-text.ts';
import { SIGNATORY_ROWS } from './row-contents.ts';

/** The maximum number of signatories that a table can have. All of them are in memory, and letters print all of them. */
const MAX_SIGNATORIES = 10_000;

/**
 * Returns the data of `letter.yaml` with the list of signatories in the place of the table that it names. Each row keeps
 * its cells. A row without an id has one that is made of its name, so that it stays when the table is sorted. Data that
 * name no table are returned unchanged. `folder`: that of the letter.
 */
export async function withSignatoryTable(world: World, folder: string, letter: Data): Promise<Outcome<Data>> {
  const named = dataAt(letter, ['signatories']);
  if (letter.kind !== 'fields' || named?.kind !== 'scalar' || !SIGNATORY_TABLE.test(named.text)) return success(letter);
  const items: Data[] = [];
  const faults: Diagnostic[] = [];
  for await (const row of readRows(world, `${folder}/${named.text}`)) {
    faults.push(...row.diagnostics);
    if (row.ok) items.push(withId(row.value));
    const [excess] = items.slice(MAX_SIGNATORIES);
    if (excess === undefined) continue;
    const message = say`a letter can have ${String(MAX_SIGNATORIES)} signatories, and this one is more`;
    faults.push(fault('file/too-large', excess.span, message, { hint: say`leave out those that are not needed` }));
    break;
  }
  const list: DataList = { kind: 'list', items, span: named.span };
  const entries = letter.entries.map((entry) => (entry.key === 'signatories' ? { ...entry, value: list } : entry));
  return settle({ ...letter, entries }, faults);
}

// The readers of tables are imported only when a letter has one.
async function* readRows(world: World, path: string): AsyncGenerator<Outcome<Data>> {
  const chunks = world.readChunks(path);
  if (/\.xlsx$/iu.test(path)) {
    const { readWorkbookProfiles } = await import('./workbook-profiles.ts');
    yield* readWorkbookProfiles(path, chunks, SIGNATORY_ROWS);
  } else if (/\.(?:ndjson|jsonl)$/iu.test(path)) {
    const { readNdjson } = await import('./read-json.ts');
    yield* readNdjson(path, decodeText(chunks), SIGNATORY_ROWS);
  } else {
    const { readCsv } = await import('./read-csv.ts');
    yield* readCsv(path, decodeText(chunks), SIGNATORY_ROWS);
  }
}

function withId(row: Data): Data {
  if (row.kind !== 'fields' || row.entries.some(({ key }) => key === 'id')) return row;
  const name = firstText(dataAt(row, ['name']));
  const id = name === undefined ? undefined : suggestName(name.text);
  if (name === undefined || id === undefined) return row;
  const value = { kind: 'scalar', text: id, quoted: true, span: name.span } as const;
  return { ...row, entries: [{ key: 'id', keySpan: name.span, value }, ...row.entries] } satisfies Fields;
}

/** Returns a name that is the same in all languages, or that in the first of them. */
function firstText(name: Data | undefined): Extract<Data, { kind: 'scalar' }> | undefined {
  const first = name?.kind === 'fields' ? name.entries[0]?.value : name;
  return first?.kind === 'scalar' ? first : undefined;
}
