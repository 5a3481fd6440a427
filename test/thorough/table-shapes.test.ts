import { describe, expect, test } from 'vitest';
import { campaignWithTable, listRows } from '../support/listed-table.ts';
import { embassies, legislators, membersOfParliament } from '../support/made-up-tables.ts';

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
    const files = campaignWithTable(table);
    const recipients = await listRows(files);
    expect(recipients).toHaveLength(table.rows);
    expect(recipients[0]).toMatchObject(first);
    expect(
      recipients.flatMap(({ address }) => address).filter((line) => /^$|\s{2}|\(\)|^[ ,]|[ ,]$/u.test(line)),
    ).toEqual([]);
  });
});
