import { type Message, say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';

/**
 * Returns the hint for an unknown name: a similar name if there is one, and the list of `names`, which are those in
 * scope. The names in `helpers` can be suggested but are not listed.
 */
export function unknownNameHint(typedName: string, names: readonly string[], helpers: readonly string[] = []): Message {
  const suggestion = suggestedName(typedName, [...names, ...helpers]);
  if (names.length === 0 && suggestion === undefined) return say`No names are available here.`;
  const availableNames = names.length === 0 ? [] : [...say`Available names: `, ...commaSeparated(names), '.'];
  return suggestion === undefined ? availableNames : [...say`Did you mean ${suggestion}? `, ...availableNames];
}

/**
 * Returns the name that the writer probably meant. The same name in another scope (`../name`) is tried first, then the
 * nearest name by edit distance, then a dotted name that ends in the typed name (`recipient.title` for `title`) if
 * there is only one.
 */
function suggestedName(typedName: string, names: readonly string[]): string | undefined {
  const inOtherScope = names.find((name) => withoutParentSegments(name) === withoutParentSegments(typedName));
  const similarName = inOtherScope ?? nearestName(typedName, names);
  if (similarName !== undefined) return similarName;
  const [dottedName, ...otherDottedNames] = names.filter((name) => name.endsWith(`.${typedName}`));
  return otherDottedNames.length === 0 ? dottedName : undefined;
}

/** Returns a name without its `../` segments, which lead to outer scopes. */
function withoutParentSegments(name: string): string {
  return name.replace(/^(?:\.\.\/)+/, '');
}

/**
 * Joins names with commas. Each name is a separate `Echo` of the message, so that a reporter can shorten long names.
 */
function commaSeparated(names: readonly string[]): Message {
  return names.flatMap((name, index) => (index === 0 ? say`${name}` : say`, ${name}`));
}
