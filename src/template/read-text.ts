import type { Diagnostic } from '../model/diagnostic.ts';
import { interpret } from './interpret.ts';
import type { Names } from './names.ts';
import { parseMarkdown } from './parse-markdown.ts';
import type { PatternBlock, PatternInline } from './pattern.ts';
import type { Insert, Rendered } from './rendered.ts';
import type { Template } from './template.ts';
import { isBody, keyOfPartial, type TemplatesByKey } from './text-keys.ts';

/** A text with its conditions decided, parsed, its holes not yet filled. */
export interface ReadText {
  readonly rendered: Rendered;
  /** The subject of a body; undefined: the text is none, or has no subject. */
  readonly subject: readonly PatternInline[] | undefined;
  readonly blocks: readonly PatternBlock[];
  /** What is put in, without what stands in comments. */
  readonly inserts: readonly Insert[];
  readonly faults: readonly Diagnostic[];
}

/** Reads the text of that key with such names: the same for all letters that have the same names. */
export function readText(templates: TemplatesByKey, key: string, names: Names): ReadText {
  const template = templates.get(key);
  if (template === undefined) throw new Error(`there is no text ${key}`);
  const partials = (name: string): Template | undefined => templates.get(keyOfPartial(name));
  const { rendered, faults } = interpret(template, { names, partials, recipient: undefined });
  const { subject, blocks, commented, faults: ofMarkdown } = parseMarkdown(rendered, { subject: isBody(key) });
  const inserts = rendered.inserts.filter((_, index) => !commented.has(index));
  return { rendered, subject, blocks, inserts, faults: [...faults, ...ofMarkdown] };
}
