import type { Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { decide, interpret, type Interpretation } from './interpret.ts';
import type { Names } from './names.ts';
import { parseMarkdown } from './parse-markdown.ts';
import type { PatternBlock } from './pattern.ts';
import type { Insert, Rendered } from './rendered.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';
import { isBody, keyOfPartial } from './text-keys.ts';

/** A text with its conditions decided, parsed, its holes not yet filled. */
export interface ReadText {
  readonly rendered: Rendered;
  readonly blocks: readonly PatternBlock[];
  /** What is put in, without what stands in comments. */
  readonly inserts: readonly Insert[];
  readonly faults: readonly Diagnostic[];
}

/** Which text is read, with which values. `recipient`: for whom; undefined: for nobody yet. */
export interface TextReading {
  readonly language: Language;
  /** The template's key. */
  readonly key: string;
  readonly names: Names;
  readonly recipient: string | undefined;
}

/**
 * Reads a text for one combination of values; what Markdown makes of it is shared by all for whom it falls
 * in the same way.
 */
export function readText({ texts, memory }: Templates, { language, key, names, recipient }: TextReading): ReadText {
  const templates = texts.get(language);
  const template = templates?.get(key);
  if (templates === undefined || template === undefined) throw new Error(`the text ${key} was chosen but is not there`);
  const partials = (name: string): Template | undefined => templates.get(keyOfPartial(name));
  const interpretation: Interpretation = { names, partials, recipient };
  const { decisions, inserts: all, faults } = decide(template, interpretation);
  const { rendered: laidOut, parsed } = memory.laidOut(templates).recall(`${key} ${decisions}`, () => {
    const { rendered } = interpret(template, interpretation);
    return { rendered, parsed: parseMarkdown(rendered, { subject: isBody(key) }) };
  });
  const rendered = { ...laidOut, inserts: all };
  const inserts = all.filter((_, index) => !parsed.commented.has(index));
  return { rendered, blocks: parsed.pattern.blocks, inserts, faults: [...faults, ...parsed.faults] };
}
