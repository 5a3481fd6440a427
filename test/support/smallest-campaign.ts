import { type InProcessResult, folderWith, inProcess } from './in-process.ts';

/** The smallest campaign: the date of a letter, its text, and recipients. */
const SMALLEST = {
  'templates/bridge/letter.yaml': 'date: 2026-03-02\n',
  'templates/bridge/en/body/letter.md': '# The footbridge at the mill\n\nPlease have the footbridge repaired.\n',
  'recipients/people.yaml': `- id: anna
  holder: { name: Anna Berg }
  address: { lines: [2 Mill Lane, LOWER TOWN] }
- id: town-hall
  office: { title: { en: The Town Clerk } }
  address: { lines: [Town Hall, LOWER TOWN] }
- id: bo
  holder: { name: Bo Lind }
  channels: [{ email: bo@example.org }]
`,
};

/** Runs commands in turn in the folder of a new campaign. Returns the folder, and the results by command. */
export async function runOnSmallest(...commands: readonly string[]) {
  const folder = folderWith(SMALLEST);
  const results = new Map<string, InProcessResult>();
  for (const command of commands) results.set(command, await inProcess(folder, command.split(' ')));
  return { folder, results };
}
