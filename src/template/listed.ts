import { say, type Message } from '../model/message.ts';

/** Names in a row, each a piece of input of its own: whoever prints the message may shorten a piece that is long. */
export function listed(names: readonly string[]): Message {
  return names.flatMap((name, index) => (index === 0 ? say`${name}` : say`, ${name}`));
}
