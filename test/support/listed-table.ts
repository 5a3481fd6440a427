import { GOOD_CAMPAIGN } from './faulty-campaigns.ts';
import type { MadeUpTable } from './made-up-tables.ts';
import { memoryWorld } from './memory-world.ts';
import { runInMemory } from './run-in-memory.ts';

/** The good campaign with a table, and without the facts that its passages need of a State. */
export function campaignWithTable({ table, columns }: MadeUpTable): Record<string, string> {
  return {
    ...GOOD_CAMPAIGN,
    'recipients/table.csv': table,
    'recipients/table.columns.yaml': columns.includes('state:') ? columns : `state: FR\n${columns}`,
  };
}

/** A recipient as `list --json` prints it. */
export interface ListedRow {
  readonly id: string;
  readonly address: readonly string[];
  readonly holder: string | null;
  readonly span: { readonly file: string; readonly cell?: string };
}

/** Lists the recipients of the table of a campaign. */
export async function listRows(
  files: Record<string, string>,
  args: readonly string[] = [],
): Promise<readonly ListedRow[]> {
  const result = await runInMemory(['list', '--json', ...args], memoryWorld(files).world);
  const { recipients } = JSON.parse(result.out) as { readonly recipients: readonly ListedRow[] };
  return recipients.filter(({ span }) => span.file.endsWith('.csv'));
}
