import { type Echo, type Message, say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';

/** Returns a hint that suggests the most similar of `names`, or `otherwise` if none is similar to the typed name. */
export function didYouMean(typed: string, names: Iterable<string>, otherwise: Message): Message {
  const nearest = nearestName(typed, names);
  return nearest === undefined ? otherwise : say`did you mean ${nearest}?`;
}

/** Joins names as in a sentence: "BE, FR and SI". */
export function namesInSentence(names: readonly (string | Echo)[]): Message {
  return names.flatMap((name, index) => {
    const separator = index === 0 ? '' : index === names.length - 1 ? ' and ' : ', ';
    return [...(separator === '' ? [] : [separator]), ...say`${name}`];
  });
}
