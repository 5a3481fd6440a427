import { differenceFields, hideValues } from '../../src/commands/check/hide-values.ts';
import { readYaml } from '../../src/load/read-yaml.ts';
import type { Data } from '../../src/model/data.ts';
import { valueOf } from './outcomes.ts';

/** A profile of which each kind of value may stand in a line of a letter. */
export const PROFILE = `id: be-minister
roles: [minister]
state: BE
office: { title: { en: Minister of Foreign Affairs }, rank: minister }
holder: { name: Aline van den Berg, honorific: Ms, gender: f, since: 2024-01-01 }
address: { lines: [2 Ministry Street, 1000 BRUSSELS] }
channels: [{ email: a.berg@example.org, purpose: letters, source: x }]
copies: [{ en: The secretariat }]
source: the ministry
`;

/** Reads a profile. */
export const readProfile = (text: string): Data => valueOf(readYaml('recipients/x.yaml', text));

/** The texts of a difference as they are shown in public. */
export function inPublic(reads: string, wouldRead: string, text = PROFILE): ReturnType<typeof differenceFields> {
  const difference = hideValues({ kind: 'line', line: 1, reads, wouldRead }, readProfile(text));
  return differenceFields(difference, { showValues: false });
}
