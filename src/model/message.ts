/**
 * What a diagnostic says, with every piece of input kept apart from our own words, so that whoever prints it can make
 * control characters harmless, and can withhold what a profile holds where logs are public.
 */
export type Message = readonly (string | Echo)[];

/** A piece of the user's input inside a message. `secret`: it comes from a profile and may be withheld. */
export interface Echo {
  readonly echo: string;
  readonly secret: boolean;
}

/** Builds a message: ``say`unknown key ${key}` `` echoes `key`; wrap what a profile holds in {@link fromProfile}. */
export function say(words: TemplateStringsArray, ...values: readonly (string | number | Echo)[]): Message {
  const parts: (string | Echo)[] = [];
  words.forEach((word, index) => {
    if (word !== '') parts.push(word);
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === 'number') parts.push(String(value));
    else parts.push(typeof value === 'string' ? { echo: value, secret: false } : value);
  });
  return parts;
}

/** Marks a piece of input as a profile's. */
export function fromProfile(value: string): Echo {
  return { echo: value, secret: true };
}

const NAME = /^[\w-]*$/u;

/** A key as a file has it. What is not a name was hardly meant as a key, and may be what a profile holds. */
export function keyInFile(key: string): Echo {
  return { echo: key, secret: !NAME.test(key) };
}

/** The message as one plain string, nothing withheld: for tests and for comparing, never for a terminal. */
export function plainMessage(message: Message): string {
  return message.map((part) => (typeof part === 'string' ? part : part.echo)).join('');
}
