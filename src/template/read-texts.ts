import type { Names } from './names.ts';
import { inclusionsIn } from './check-partials.ts';
import { readText, type ReadText } from './read-text.ts';
import { statementsWithin } from './template.ts';
import { keyOfPartial, partialAt, type TemplatesByKey } from './text-keys.ts';

/** The texts of a language as they are read: by key, and by the shape of the letters in which they stand so. */
export type ReadTexts = ReadonlyMap<string, ReadonlyMap<string, ReadText>>;

/**
 * Reads every text of a language once for each shape that letters can have (`shapesOf`): what is found in none of these
 * readings is in no letter, as values are put in after Markdown has been read. Texts that include what cannot be read are
 * left out, and so are the further shapes of a text that is too large.
 */
export function readTexts(templates: TemplatesByKey, shapes: ReadonlyMap<string, Names>): ReadTexts {
  return new Map(readableKeys(templates).map((key) => [key, readInShapes(templates, key, shapes)]));
}

function readInShapes(
  templates: TemplatesByKey,
  key: string,
  shapes: ReadonlyMap<string, Names>,
): ReadonlyMap<string, ReadText> {
  const read = new Map<string, ReadText>();
  const isAsking = asks(templates, key);
  for (const [shape, names] of shapes) {
    // Without a question a text is the same in all shapes; the first has nothing that may be absent.
    const [same] = isAsking ? [] : read.values();
    const text = same ?? readText(templates, key, names);
    read.set(shape, text);
    if (text.rendered.text === '' && text.faults.length > 0) break;
  }
  return read;
}

/** The texts whose partials are all there, and do not include each other without end. */
function readableKeys(texts: TemplatesByKey): readonly string[] {
  const known = new Map<string, boolean>();
  const canBeRead = (key: string): boolean => {
    const template = texts.get(key);
    if (template === undefined) return false;
    const before = known.get(key);
    if (before !== undefined) return before;
    // Met again before it is known: a circle.
    known.set(key, false);
    const answer = inclusionsIn(template).every(({ partial }) => canBeRead(keyOfPartial(partial)));
    known.set(key, answer);
    return answer;
  };
  return [...texts.keys()].filter((key) => partialAt(key) === undefined && canBeRead(key));
}

/** Does the text, or a partial in it, ask whether something is there? */
function asks(texts: TemplatesByKey, key: string): boolean {
  const seen = new Set<string>();
  const isAsking = (one: string): boolean => {
    const template = texts.get(one);
    if (template === undefined || seen.has(one)) return false;
    seen.add(one);
    return [...statementsWithin(template.statements)].some(
      (statement) =>
        statement.kind === 'condition' || (statement.kind === 'inclusion' && isAsking(keyOfPartial(statement.partial))),
    );
  };
  return isAsking(key);
}
