import type { CommandUsage } from '../../model/command-usage.ts';
import { DEFAULT_FORMATS, FORMATS } from '../../model/artifact.ts';

/**
 * How a shell completes a value. `names`: with the lines that `demarche complete` prints for this kind of names;
 * `nothing`: the user has to type it.
 */
export type CompletedValue =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'names'; readonly of: string }
  | { readonly kind: 'files' | 'folders' | 'nothing' };

/** How the values are completed for which help has these words. */
const COMPLETED_VALUES: Readonly<Record<string, CompletedValue>> = {
  dir: { kind: 'folders' },
  folder: { kind: 'folders' },
  file: { kind: 'files' },
  manifest: { kind: 'files' },
  formats: { kind: 'words', words: [...FORMATS, DEFAULT_FORMATS.join(',')] },
  function: { kind: 'words', words: ['legal', 'translation', 'signatory:'] },
  'name[=file]': { kind: 'words', words: ['human', 'github', 'sarif=', 'junit='] },
  recipient: { kind: 'names', of: 'recipient' },
  'recipient-or-code': { kind: 'names', of: 'recipient-or-code' },
  letter: { kind: 'names', of: 'letter' },
  role: { kind: 'names', of: 'role' },
  group: { kind: 'names', of: 'group' },
  state: { kind: 'names', of: 'state' },
  language: { kind: 'names', of: 'language' },
  schema: { kind: 'names', of: 'schema' },
  form: { kind: 'words', words: ['eml', 'mbox'] },
  address: { kind: 'nothing' },
  text: { kind: 'nothing' },
  name: { kind: 'nothing' },
  'name=value': { kind: 'nothing' },
  code: { kind: 'nothing' },
  day: { kind: 'nothing' },
  'i/n': { kind: 'nothing' },
  number: { kind: 'nothing' },
};

/** Returns how a value is completed: by its choices or else by the word for it in help. */
export function completedValue({
  value,
  choices,
}: {
  readonly value: string;
  readonly choices: readonly string[] | undefined;
}): CompletedValue {
  if (choices !== undefined) return { kind: 'words', words: choices };
  return COMPLETED_VALUES[value] ?? { kind: 'nothing' };
}

/** Whether it has been decided how a value is completed for which help has this word. */
export function isKnownValue(value: string): boolean {
  return Object.hasOwn(COMPLETED_VALUES, value);
}

/** A place on a command line where a shell completes a value in the same way for several commands or flags. */
export interface CompletedPlace {
  readonly value: CompletedValue;
  /** The command with the flag that takes the value, as `generate --to`; the command alone for its operands. */
  readonly places: readonly string[];
}

/** Returns where values are completed, one entry for each way of completing. `help` completes commands. */
export function completedPlaces(commands: readonly CommandUsage[]): readonly CompletedPlace[] {
  const placesByValue = new Map<string, { value: CompletedValue; places: string[] }>();
  const add = (value: CompletedValue, place: string): void => {
    if (value.kind === 'nothing' && !place.includes(' ')) return;
    const key = JSON.stringify(value);
    const entry = placesByValue.get(key) ?? { value, places: [] };
    entry.places.push(place);
    placesByValue.set(key, entry);
  };
  for (const { name, options, operands } of commands) {
    for (const { flags, value, choices } of options)
      if (value !== undefined) for (const flag of flags) add(completedValue({ value, choices }), `${name} ${flag}`);
    for (const operand of operands) add(operandValue(operand, commands), name);
  }
  return [...placesByValue.values()];
}

/** Returns how an operand is completed; that of `help` is a command. */
export function operandValue(
  operand: CommandUsage['operands'][number],
  commands: readonly CommandUsage[],
): CompletedValue {
  if (operand.value === 'command') return { kind: 'words', words: commands.map(({ name }) => name) };
  return completedValue(operand);
}
