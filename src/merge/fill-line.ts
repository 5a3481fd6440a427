import type { Conventions } from '../languages/conventions.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Recipient } from '../model/recipient.ts';
import type { Span } from '../model/span.ts';
import { createTextNode, type Text } from '../model/tree.ts';
import { guardHint } from '../template/interpret.ts';
import { insertAt, PLACEHOLDERS, type RenderedText } from '../template/rendered.ts';
import { pathOfValue, valueText, type ViewTexts } from '../template/shapes.ts';
import { findDoubledSpaces } from '../template/working-notes.ts';
import { withoutSecondFullStop } from './full-stop.ts';
import { joinTextNodes, markValue, trimTextNode, createValueNode } from './isolates.ts';
import { pluralWords } from './plural-words.ts';

/**
 * Replaces the placeholders in a rendered line by the recipient's values. Adds a fault (`template/no-value`) to
 * `faults` for each value that the recipient lacks.
 */
export function fillLine(
  { text, inserts }: RenderedText,
  span: Span,
  view: ViewTexts,
  recipient: Recipient,
  conventions: Conventions,
  faults: Diagnostic[],
): Text {
  let filledText = createTextNode('');
  let offset = 0;
  for (const { index, 0: placeholder, 1: insertIndex } of text.matchAll(PLACEHOLDERS)) {
    const insert = insertAt(inserts, Number(insertIndex));
    if (insert.kind !== 'value' && insert.kind !== 'plural')
      throw new Error(`a ${insert.kind} in a line was not checked`);
    const source = insert.kind === 'value' ? insert.value : insert.number;
    const words = insert.kind === 'value' ? valueText(insert.value, view) : pluralWords(insert, view, conventions);
    if (words === undefined && 'path' in source) faults.push(missingValueFault(source.path, insert.span, recipient.id));
    filledText = joinTextNodes(filledText, createTextNode(typedText(filledText, text.slice(offset, index))));
    const value =
      insert.kind === 'value'
        ? createValueNode(words ?? '', conventions.writingDirection, text)
        : createTextNode(words ?? '');
    filledText = joinTextNodes(filledText, markValue(value, pathOfValue(source, insert.typedPath)));
    offset = index + placeholder.length;
  }
  // Double spaces occur only if the recipient lacks a value of the line: `renderLine` refuses them in all other cases.
  if (findDoubledSpaces(text).length > 0) faults.push(fault('text/working-note', span, say`two spaces in a row`));
  return trimTextNode(joinTextNodes(filledText, createTextNode(typedText(filledText, text.slice(offset)))));
}

/** Returns what is typed after a value, with which a filled text ends: without a second full stop. */
function typedText({ value }: Text, typed: string): string {
  return value.endsWith('.') ? withoutSecondFullStop(typed) : typed;
}

function missingValueFault(path: string, span: Span, id: string): Diagnostic {
  const hint = [...say`Add it to the profile. Or: `, ...guardHint(path)];
  return fault('template/no-value', span, say`${path} has no value for ${id}`, { hint });
}
