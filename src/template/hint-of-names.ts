import { type Message, say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';

/**
 * Returns the hint for an unknown name: the most similar name, if any, and the list of names that are in scope. Names
 * in `helpers` can be suggested but are not listed.
 */
export function hintOfNames(typed: string, names: readonly string[], helpers: readonly string[] = []): Message {
  const suggestion = suggestedName(typed, [...names, ...helpers]);
  if (names.length === 0 && suggestion === undefined) return say`No names are available here.`;
  const available = names.length === 0 ? [] : [...say`Available names: `, ...commaSeparated(names), '.'];
  return suggestion === undefined ? available : [...say`Did you mean ${suggestion}? `, ...available];
}

/**
 * Returns the same name in another scope (`../name`), otherwise the nearest by edit distance, otherwise the only dotted
 * name that ends in it ("title" for `recipient.title`).
 */
function suggestedName(typed: string, names: readonly string[]): string | undefined {
  const inOtherScope = names.find((name) => withoutParentSegments(name) === withoutParentSegments(typed));
  const nearest = inOtherScope ?? nearestName(typed, names);
  if (nearest !== undefined) return nearest;
  const [withPrefix, ...others] = names.filter((name) => name.endsWith(`.${typed}`));
  return others.length === 0 ? withPrefix : undefined;
}

function withoutParentSegments(name: string): string {
  return name.replace(/^(?:\.\.\/)+/, '');
}

/**
 * Joins names with commas. Each name is a separate `Echo` of the message, so that a reporter can shorten long names.
 */
function commaSeparated(names: readonly string[]): Message {
  return names.flatMap((name, index) => (index === 0 ? say`${name}` : say`, ${name}`));
}
