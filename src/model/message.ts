/**
 * The text of a diagnostic, in which user input is separate from the program's own words. When it is printed, control
 * characters of the input can be neutralised, and values of profiles can be withheld where logs are public.
 */
export type Message = readonly (string | Echo)[];

/** User input inside a message. `secret`: it comes from a profile and may be withheld. */
export interface Echo {
  readonly echo: string;
  readonly secret: boolean;
}

/**
 * Builds a message: ``say`unknown key ${key}` `` echoes `key`. Values of a profile are wrapped in {@link fromProfile}.
 */
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

/** Marks input as coming from a profile. */
export function fromProfile(value: string): Echo {
  return { echo: value, secret: true };
}

const NAME = /^[\w-]*$/u;

/**
 * Echoes a key of a file. A key that is not a name is probably a misplaced value, perhaps of a profile, and so secret.
 */
export function keyInFile(key: string): Echo {
  return { echo: key, secret: !NAME.test(key) };
}

/** The message as one string with nothing withheld or neutralised: for tests and comparisons, never for a terminal. */
export function plainMessage(message: Message): string {
  return message.map((part) => (typeof part === 'string' ? part : part.echo)).join('');
}
