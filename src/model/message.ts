/**
 * The text of a diagnostic, in which user input and numbers are separate from the program's own words. The code that
 * prints it can therefore escape control characters in the input, withhold values of profiles where logs are public,
 * and find messages that differ only in what was put in.
 */
export type Message = readonly (string | number | Echo)[];

/**
 * User input in a message. `secret`: the input comes from a profile and may have to be withheld. `inPublic`: the input
 * without the values of profiles, which then takes its place; without it, all of the input is withheld. `asLine`: it is a
 * line of a file to be copied from the message, or a sentence of one that the reader needs whole. It is printed in full
 * and without quotation marks.
 */
export interface Echo {
  readonly echo: string;
  readonly secret: boolean;
  readonly inPublic?: string;
  readonly asLine?: true;
}

/**
 * Builds a message from a template literal: in ``say`unknown key ${key}` ``, `key` becomes an {@link Echo}. The caller
 * wraps values of profiles in {@link profileEcho}. A message that is put in keeps its parts.
 */
export function say(literals: TemplateStringsArray, ...values: readonly (string | number | Echo | Message)[]): Message {
  const parts: (string | number | Echo)[] = [];
  literals.forEach((literal, index) => {
    if (literal !== '') parts.push(literal);
    const value = values[index];
    if (value === undefined) return;
    if (isMessage(value)) parts.push(...value);
    else parts.push(typeof value === 'string' ? { echo: value, secret: false } : value);
  });
  return parts;
}

function isMessage(value: string | number | Echo | Message): value is Message {
  return Array.isArray(value);
}

/** Returns a value of a profile as part of a message, so that it can be withheld. */
export function profileEcho(value: string): Echo {
  return { echo: value, secret: true };
}

/** Returns a text with values of profiles as part of a message. `inPublic`: the text without the values. */
export function textEcho(text: string, inPublic: string): Echo {
  return { echo: text, secret: true, inPublic };
}

/** Returns a line of a file to be copied from a message, or a sentence of one. `secret`: as in {@link Echo}. */
export function lineEcho(line: string, secret = false): Echo {
  return { echo: line, secret, asLine: true };
}

const NAME_PATTERN = /^[\w-]*$/u;

/**
 * Returns a key of a file as part of a message. A key that is not a name is treated as secret: it is probably a value,
 * perhaps of a profile, in the place of a key.
 */
export function keyEcho(key: string): Echo {
  return { echo: key, secret: !NAME_PATTERN.test(key) };
}

/** Returns the message as one string, neither escaped nor withheld: for tests and comparisons, never for a terminal. */
export function plainMessage(message: Message): string {
  return message.map((part) => (typeof part === 'object' ? part.echo : part)).join('');
}

/**
 * Returns the message with an ellipsis for each number and each echo. It is equal for messages that differ only in what
 * was put in.
 */
export function messagePattern(message: Message): string {
  return message.map((part) => (typeof part === 'string' ? part : '…')).join('');
}
