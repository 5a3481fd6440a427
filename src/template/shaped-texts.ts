import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { fileStart } from '../model/span.ts';
import { renderTemplate, type RenderResult } from './interpret.ts';
import type { MarkdownTools } from './markdown-faults.ts';
import { parseMarkdown, type ParsedText } from './parse-markdown.ts';
import { findInclusionOrder } from './inclusion-order.ts';
import { isSameRendering, type RenderedText } from './rendered.ts';
import { type ByShape, MAX_TESTED_NEEDS, type NamesForShapes, testedPaths } from './shapes.ts';
import { inclusionsIn, statementsWithin, type Template } from './template.ts';
import { keyOfPartial, partialNameOf, type TemplatesByKey } from './text-keys.ts';

/**
 * A text that is rendered for one shape (the combination of optional values that a recipient has) and parsed as
 * Markdown. Its holes and slots, where inserts go, are not filled.
 */
export interface ShapedText extends ParsedText {
  readonly rendered: RenderedText;
}

/** The texts of a language, by key and then by shape. */
export type ShapedTexts = ReadonlyMap<string, ByShape<ShapedText>>;

/**
 * Renders and parses every text of a language for each shape that letters can have. This finds all faults of the texts,
 * because values are inserted only after the Markdown is parsed. Texts with an unreadable partial are left out. If a
 * text is too large in one shape, its remaining shapes are left out.
 */
export function parseTextsForShapes(
  templates: TemplatesByKey,
  namesForShapes: NamesForShapes,
  tools: MarkdownTools,
): ShapedTexts {
  const kinds = textKinds(templates);
  const texts = new Map<string, ByShape<ShapedText>>();
  for (const [key, template] of templates) {
    const kind = kinds.get(key);
    if (partialNameOf(key) !== undefined || kind === 'unreadable') continue;
    const shapes = new Map<string, ShapedText>();
    // A constant text has one shape, in which all optional values are absent. This reports each that the text uses.
    const names = namesForShapes(kind === 'constant' ? NO_PATHS : testedPaths(template));
    if (names === undefined) shapes.set('', textWithTooManyShapes(key, template));
    for (const [shape, namesOfShape] of names?.shapes ?? []) {
      const text = parseRendering(renderTemplate(template, namesOfShape, templates), key, tools, [...shapes.values()]);
      shapes.set(shape, text);
      // An empty rendering with faults means that a limit was exceeded.
      if (text.rendered.text === '' && text.faults.length > 0) break;
    }
    texts.set(key, { paths: names?.paths ?? [], shapes });
  }
  return texts;
}

const NO_PATHS: ReadonlySet<string> = new Set();

/** Returns a text that has nothing but a fault: it tests more optional values than can be rendered one by one. */
function textWithTooManyShapes(key: string, { file }: Template): ShapedText {
  const message = say`a text can test at most ${MAX_TESTED_NEEDS} values that a recipient may lack`;
  const hint = say`Divide it into passages, which letter.yaml gives to those who have the values; or make fields required.`;
  const tooLarge = fault('template/too-large', fileStart(file), message, { hint });
  return {
    subject: undefined,
    start: { text: key, span: fileStart(file) },
    blocks: [],
    inserts: [],
    rendered: { text: '', inserts: [], origins: [], file },
    faults: [tooLarge],
    doubtful: [],
    warnings: [],
  };
}

/** Parses a rendering. If the same rendering of an earlier shape was parsed without faults, returns that result. */
function parseRendering(
  { rendered, faults }: RenderResult,
  key: string,
  tools: MarkdownTools,
  earlierTexts: readonly ShapedText[],
): ShapedText {
  const sameText = earlierTexts.find((text) => isSameRendering(text.rendered, rendered));
  if (sameText?.faults.length === 0 && faults.length === 0) return sameText;
  const parsed = parseMarkdown(rendered, { key, tools });
  return { ...parsed, rendered, faults: [...faults, ...parsed.faults] };
}

/**
 * Whether a text depends on the shape. `constant`: neither the text nor its partials have conditions, so that it is the
 * same in all shapes. `varying`: it has conditions. `unreadable`: one of its partials is missing, could not be parsed,
 * or includes itself.
 */
type TextKind = 'constant' | 'varying' | 'unreadable';

/** Returns the kind of each template, by key. */
function textKinds(templates: TemplatesByKey): ReadonlyMap<string, TextKind> {
  const kinds = new Map<string, TextKind>();
  for (const key of findInclusionOrder(templates).keys) {
    const template = templates.get(key);
    if (template === undefined) continue;
    // The kind of a partial that is missing, or that is in a cycle with this one, is not known here.
    const partialKinds = inclusionsIn(template).map(({ partial }) => kinds.get(keyOfPartial(partial)) ?? 'unreadable');
    const hasOwnConditions = [...statementsWithin(template.statements)].some(({ kind }) => kind === 'condition');
    const kindIfReadable = hasOwnConditions || partialKinds.includes('varying') ? 'varying' : 'constant';
    kinds.set(key, partialKinds.includes('unreadable') ? 'unreadable' : kindIfReadable);
  }
  return kinds;
}
