import { type Echo, type Message, say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';

/**
 * Returns a hint that suggests the most similar of `names`; returns the hint `otherwise` if none is similar to
 * `typedName`.
 */
export function didYouMeanHint(typedName: string, names: Iterable<string>, otherwise: Message): Message {
  const suggestion = nearestName(typedName, names);
  return suggestion === undefined ? otherwise : say`did you mean ${suggestion}?`;
}

/** Joins names to a list within a sentence: "BE, FR and SI". */
export function joinNames(names: readonly (string | Echo)[]): Message {
  return names.flatMap((name, index) => {
    const separator = index === 0 ? '' : index === names.length - 1 ? ' and ' : ', ';
    return [...(separator === '' ? [] : [separator]), ...say`${name}`];
  });
}
