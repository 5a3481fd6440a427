import { describe, expect, test } from 'vitest';
import { GOOD_CAMPAIGN } from '../support/faulty-campaigns.ts';
import { type MadeUpTable, embassies, legislators, membersOfParliament } from '../support/made-up-tables.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { runInMemory } from '../support/run-in-memory.ts';

/** The good campaign with a table, and without the facts that its passages need of a State. */
function campaignWith({ table, columns }: MadeUpTable): Record<string, string> {
  return {
    ...GOOD_CAMPAIGN,
    'recipients/table.csv': table,
    'recipients/table.columns.yaml': columns.includes('state:') ? columns : `state: FR\n${columns}`,
  };
}

interface Listed {
  readonly id: string;
  readonly address: readonly string[];
  readonly holder: string | null;
  readonly span: { readonly file: string; readonly cell?: string };
}

async function list(files: Record<string, string>, args: readonly string[] = []): Promise<readonly Listed[]> {
  const result = await runInMemory(['list', '--json', ...args], memoryWorld(files).world);
  const { recipients } = JSON.parse(result.out) as { readonly recipients: readonly Listed[] };
  return recipients.filter(({ span }) => span.file.endsWith('.csv'));
}

describe('tables of the shapes of real ones', () => {
  test.each([
    [
      'legislators with 30 columns',
      legislators(),
      {
        id: 'müller-ana-1-office-building-washington-20515',
        address: ['Ana A. Müller, Jr.', '1 Office Building, Washington 20515', 'ALASKA'],
      },
    ],
    [
      'members of a parliament',
      membersOfParliament(),
      { id: 'constituency-1', address: ['Mr Ana Müller MP (Green)', 'House of Commons', 'London SW1A 0AA'] },
    ],
    [
      'embassies with 3 to 8 address lines',
      embassies(),
      { id: 'embassy-state-1', address: ['Head of Mission of State 1', 'Line 1 of 1', 'Line 2 of 1', 'NORTHGATE'] },
    ],
  ])('are read without a fault: %s', async (_, table, first) => {
    const files = campaignWith(table);
    const recipients = await list(files);
    expect(recipients).toHaveLength(table.rows);
    expect(recipients[0]).toMatchObject(first);
    expect(
      recipients.flatMap(({ address }) => address).filter((line) => /^$|\s{2}|\(\)|^[ ,]|[ ,]$/u.test(line)),
    ).toEqual([]);
  });
});
