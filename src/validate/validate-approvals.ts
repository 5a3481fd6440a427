import type { Approval, Approvals } from '../model/approval.ts';
import { type Data, keySpanAt } from '../model/data.ts';
import { type Checked, decode } from './decode.ts';
import { approvalsSchema } from './schemas/approvals.ts';

/** Reads `approvals.yaml`; a letter that has none is approved by nobody. */
export function validateApprovals(data: Data | undefined): Checked<Approvals> {
  if (data === undefined) return { value: new Map(), faults: [] };
  const { value, faults } = decode(approvalsSchema, data);
  if (value === undefined) return { value, faults };
  const approvals = Object.entries(value).map(([text, functions]): [string, ReadonlyMap<string, Approval>] => [
    text,
    new Map(Object.entries(functions).map(([as, entry]) => [as, { ...entry, as, span: keySpanAt(data, [text, as]) }])),
  ]);
  return { value: new Map(approvals), faults };
}
