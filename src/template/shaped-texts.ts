import { renderTemplate, type RenderResult } from './interpret.ts';
import { parseMarkdown, type ParsedText } from './parse-markdown.ts';
import { isSameRendering, type Rendered } from './rendered.ts';
import type { Names } from './shapes.ts';
import { inclusionsIn, statementsWithin } from './template.ts';
import { isBody, keyOfPartial, partialNameOf, type TemplatesByKey } from './text-keys.ts';

/** A text rendered for a shape and parsed as Markdown; its holes and slots are not yet filled. */
export interface ShapedText extends ParsedText {
  readonly rendered: Rendered;
}

/** The parsed texts of a language: key → shape → text. */
export type ShapedTexts = ReadonlyMap<string, ReadonlyMap<string, ShapedText>>;

/**
 * Renders and parses every text of a language once for each shape that letters can have (`shapesOf`). This finds all
 * faults of the texts: values are inserted only after Markdown is parsed, so they cannot cause others. Texts with an
 * unreadable partial are left out; after a text is found too large, its remaining shapes are skipped.
 */
export function parseTextsForShapes(templates: TemplatesByKey, shapes: ReadonlyMap<string, Names>): ShapedTexts {
  const kindOf = textKinds(templates);
  const texts = new Map<string, ReadonlyMap<string, ShapedText>>();
  for (const [key, template] of templates) {
    const kind = kindOf(key);
    if (partialNameOf(key) !== undefined || kind === 'unreadable') continue;
    const read = new Map<string, ShapedText>();
    for (const [shape, names] of shapes) {
      // In the first shape all optional values are absent, so it shows every value that a constant text lacks.
      const [same] = kind === 'constant' ? read.values() : [];
      const text = same ?? readText(renderTemplate(template, names, templates), key, [...read.values()]);
      read.set(shape, text);
      if (text.rendered.text === '' && text.faults.length > 0) break;
    }
    texts.set(key, read);
  }
  return texts;
}

/** Parses a rendering, or returns the text of an earlier shape if both renderings are the same and have no faults. */
function readText({ rendered, faults }: RenderResult, key: string, earlier: readonly ShapedText[]): ShapedText {
  const same = earlier.find((text) => isSameRendering(text.rendered, rendered));
  if (same?.faults.length === 0 && faults.length === 0) return same;
  const parsed = parseMarkdown(rendered, { subject: isBody(key) });
  return { ...parsed, rendered, faults: [...faults, ...parsed.faults] };
}

/**
 * Whether a text depends on the shape. `constant`: neither the text nor its partials have a condition, so it is the
 * same in all shapes. `unreadable`: a partial of it could not be parsed, is missing, or includes itself.
 */
type TextKind = 'constant' | 'varying' | 'unreadable';

/** Returns a memoised function from a template's key to its kind. */
function textKinds(templates: TemplatesByKey): (key: string) => TextKind {
  const memo = new Map<string, TextKind>();
  const kindOf = (key: string): TextKind => {
    const template = templates.get(key);
    if (template === undefined) return 'unreadable';
    const cached = memo.get(key);
    if (cached !== undefined) return cached;
    // A placeholder for a recursive call with the same key, which means a cycle of partials.
    memo.set(key, 'unreadable');
    const partialKinds = inclusionsIn(template).map(({ partial }) => kindOf(keyOfPartial(partial)));
    const hasConditions = [...statementsWithin(template.statements)].some(({ kind }) => kind === 'condition');
    const kindIfReadable = hasConditions || partialKinds.includes('varying') ? 'varying' : 'constant';
    const kind = partialKinds.includes('unreadable') ? 'unreadable' : kindIfReadable;
    memo.set(key, kind);
    return kind;
  };
  return kindOf;
}
