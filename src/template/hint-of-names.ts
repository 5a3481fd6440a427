import { type Message, say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';

/** The hint for a name that is not there: what was probably meant, and what there is; `helpers` are only meant. */
export function hintOfNames(typed: string, names: readonly string[], helpers: readonly string[] = []): Message {
  const meant = meantName(typed, [...names, ...helpers]);
  if (names.length === 0 && meant === undefined) return say`Nothing can be named here.`;
  const all = names.length === 0 ? [] : [...say`Here one can name: `, ...namesInRow(names), '.'];
  return meant === undefined ? all : [...say`Did you mean ${meant}? `, ...all];
}

/** The same name in another scope; else the nearest; else the only one of which the first part was left out. */
function meantName(typed: string, names: readonly string[]): string | undefined {
  const elsewhere = names.find((name) => withoutWayOut(name) === withoutWayOut(typed));
  const nearest = elsewhere ?? nearestName(typed, names);
  if (nearest !== undefined) return nearest;
  const [whole, ...others] = names.filter((name) => name.endsWith(`.${typed}`));
  return others.length === 0 ? whole : undefined;
}

function withoutWayOut(name: string): string {
  return name.replace(/^(?:\.\.\/)+/, '');
}

/** Names in a row, each a piece of input of its own: whoever prints the message may shorten a piece that is long. */
function namesInRow(names: readonly string[]): Message {
  return names.flatMap((name, index) => (index === 0 ? say`${name}` : say`, ${name}`));
}
