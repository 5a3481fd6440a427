import { type Echo, type Message, profileEcho, say } from './message.ts';

/** What a campaign declares in one place and refers to by name in others. */
export type Declared = 'role' | 'group' | 'fact' | 'State' | 'field' | 'power' | 'source';

/** The file of each declaration in a campaign, and the smallest entry that declares a name. */
const DECLARATIONS: Readonly<
  Record<Exclude<Declared, 'source'>, readonly [file: string, entry: (name: string) => string]>
> = {
  role: ['recipients/groups.yaml', (name) => `roles: { ${name}: { meaning: … } }`],
  group: [
    'recipients/groups.yaml',
    (name) => `groups: { ${name}: { meaning: …, members: [{ state: BE, source: … }] } }`,
  ],
  fact: ['recipients/groups.yaml', (name) => `facts: { ${name}: { type: yes-no, complete: false, meaning: … } }`],
  field: ['recipients/fields.yaml', (name) => `${name}: { meaning: … }`],
  power: ['recipients/powers.yaml', (name) => `${name}: { meaning: …, source: …, held-by: [{ for: … }] }`],
  State: ['recipients/states.yaml', (name) => `${name}: { names: { en: { short: …, formal: …, of: of … } } }`],
};

/**
 * Returns the hint for a name that is not declared: the file, which may not exist yet, and the entry to write. A name
 * that comes from a profile is an echo, which may be withheld.
 */
export function declarationHint(kind: Exclude<Declared, 'source'>, name: string | Echo): Message {
  const [file, entry] = DECLARATIONS[kind];
  return [`declare it in ${file}: `, ...say`${entryEcho(entry, name)}`];
}

/** Works as {@link declarationHint}, for a source of a letter. */
export function sourceDeclarationHint(letterId: string, key: string): Message {
  return say`declare it in ${`templates/${letterId}/sources.yaml`}: ${`${key}: { title: { en: … }, note: { en: … }, source: … }`}`;
}

function entryEcho(entry: (name: string) => string, name: string | Echo): string | Echo {
  if (typeof name === 'string') return entry(name);
  return name.secret ? { ...profileEcho(entry(name.echo)), inPublic: entry('…') } : { ...name, echo: entry(name.echo) };
}
