// The parser by itself: the compiler, which makes functions of texts, is not even loaded.
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { failure, settle, type Outcome } from '../model/outcome.ts';
import { narrowTemplate } from './narrow-template.ts';
import { scanTags, type Tag } from './scan-tags.ts';
import type { Template } from './template.ts';
import { placeOfOffset, type TemplateSource } from './template-source.ts';

/**
 * These stand for values while a text is parsed as Markdown; a text that held them, or had them decoded out of a
 * character reference, could pretend to be a value.
 */
const RESERVED = /[\uE000-\uE003]|&#(?:0*5734[4-7]|x0*e00[0-3]);/gi;

/** Parses one template. Only Handlebars' parser is used: nothing is ever compiled or evaluated. */
export function parseTemplate(source: TemplateSource): Outcome<Template> {
  const reserved = [...source.text.matchAll(RESERVED)].map(({ index }) =>
    fault('template/unsupported', placeOfOffset(source, index), say`U+E000 to U+E003 cannot stand in a template`, {
      hint: say`Remove the invisible character.`,
    }),
  );
  const { tags, faults } = scanTags(source);
  if (reserved.length > 0 || faults.length > 0) return failure(...reserved, ...faults);
  const tree = read(source.text);
  if (tree === undefined) return failure(notUnderstood(source, tags));
  const { statements, refused } = narrowTemplate(tree, source);
  return settle({ statements, file: source.file }, refused);
}

/** The parser's tree, or undefined where it throws: its messages are about its grammar, not about the letter. */
function read(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** Which tag was it? The parser does not say where it stopped, so each tag is tried on its own. */
function notUnderstood(source: TemplateSource, tags: readonly Tag[]): Diagnostic {
  const culprit = tags.find((tag) => read(standalone(tag)) === undefined);
  if (culprit === undefined) {
    return fault('template/syntax', source.place(1, 1), say`the tags of this template do not fit together`, {
      hint: say`Look for an else too many.`,
    });
  }
  return fault(
    'template/syntax',
    placeOfOffset(source, culprit.offset),
    say`${culprit.text} is not a tag that can be read`,
    {
      hint: say`A tag is ${'{{recipient.title}}'}, ${'{{#if holder.name}}'}, ${'{{> partial}}'} or ${'{{cite "key" at="art. 70"}}'}.`,
    },
  );
}

function standalone({ kind, name, text }: Tag): string {
  if (kind === 'open') return `${text}{{/${name}}}`;
  if (kind === 'close') return `{{#${name}}}${text}`;
  return kind === 'else' ? `{{#if x}}${text}{{/if}}` : text;
}
