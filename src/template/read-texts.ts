import { interpret, type Interpreted } from './interpret.ts';
import { parseMarkdown, type ParsedText } from './parse-markdown.ts';
import { isSameRendering, type Rendered } from './rendered.ts';
import type { Names } from './shapes.ts';
import { inclusionsIn, statementsWithin } from './template.ts';
import { isBody, keyOfPartial, partialAt, type TemplatesByKey } from './text-keys.ts';

/** A text with its conditions decided, parsed, its holes not yet filled. */
export interface ReadText extends ParsedText {
  readonly rendered: Rendered;
}

/** The texts of a language as they are read: by key, and by the shape of the letters in which they stand so. */
export type ReadTexts = ReadonlyMap<string, ReadonlyMap<string, ReadText>>;

/**
 * Reads every text of a language once for each shape that letters can have (`shapesOf`): what is found in none of these
 * readings is in no letter, as values are put in after Markdown has been read. Texts that include what cannot be read are
 * left out, and so are the further shapes of a text that is too large.
 */
export function readAllTexts(templates: TemplatesByKey, shapes: ReadonlyMap<string, Names>): ReadTexts {
  const kindOf = textKinds(templates);
  const texts = new Map<string, ReadonlyMap<string, ReadText>>();
  for (const [key, template] of templates) {
    const kind = kindOf(key);
    if (partialAt(key) !== undefined || kind === 'unreadable') continue;
    const read = new Map<string, ReadText>();
    for (const [shape, names] of shapes) {
      // The first shape has nothing that may be absent: what a text without questions lacks is found there.
      const [same] = kind === 'constant' ? read.values() : [];
      const text = same ?? readText(interpret(template, names, templates), key, [...read.values()]);
      read.set(shape, text);
      if (text.rendered.text === '' && text.faults.length > 0) break;
    }
    texts.set(key, read);
  }
  return texts;
}

/** What an interpretation reads as: as in an earlier shape, if its conditions fall in the same way there. */
function readText({ rendered, faults }: Interpreted, key: string, earlier: readonly ReadText[]): ReadText {
  const same = earlier.find((text) => isSameRendering(text.rendered, rendered));
  if (same?.faults.length === 0 && faults.length === 0) return same;
  const parsed = parseMarkdown(rendered, { subject: isBody(key) });
  return { ...parsed, rendered, faults: [...faults, ...parsed.faults] };
}

/**
 * A constant text is the same in all shapes: neither it nor a partial in it asks whether something is there. An unreadable
 * one has partials that are missing, or that include each other without end.
 */
type TextKind = 'constant' | 'varying' | 'unreadable';

function textKinds(templates: TemplatesByKey): (key: string) => TextKind {
  const known = new Map<string, TextKind>();
  const kindOf = (key: string): TextKind => {
    const template = templates.get(key);
    if (template === undefined) return 'unreadable';
    const before = known.get(key);
    if (before !== undefined) return before;
    // Met again before it is known: a circle.
    known.set(key, 'unreadable');
    const kinds = inclusionsIn(template).map(({ partial }) => kindOf(keyOfPartial(partial)));
    const isAsking = [...statementsWithin(template.statements)].some(({ kind }) => kind === 'condition');
    const readable = isAsking || kinds.includes('varying') ? 'varying' : 'constant';
    const kind = kinds.includes('unreadable') ? 'unreadable' : readable;
    known.set(key, kind);
    return kind;
  };
  return kindOf;
}
