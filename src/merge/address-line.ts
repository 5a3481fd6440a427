import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { doubledSpaces } from './doubled-spaces.ts';
import { interpret, type Interpretation } from './interpret.ts';
import { MARKS } from './rendered.ts';
import type { Template } from './template.ts';
import type { ViewTexts } from './view.ts';

/** A line of a form of address with its conditions decided: the same for all of whom the same is known. */
export interface AddressLine {
  readonly pieces: readonly Piece[];
  readonly faults: readonly Diagnostic[];
}

/** Words, or where the view has a value. */
type Piece = string | { readonly path: string };

/** What a template makes of a line; it stands at `span`. */
export function addressLine(
  template: Template,
  { names, recipient }: Pick<Interpretation, 'names' | 'recipient'>,
  span: Span,
): AddressLine {
  const { rendered, faults } = interpret(template, { names, recipient, partials: () => undefined });
  const pieces = rendered.text.split(MARKS).map((part, index): Piece => {
    if (index % 2 === 0) return part;
    const insert = rendered.inserts[Number(part)];
    if (insert?.kind !== 'value') return '';
    return insert.path === undefined ? insert.text : { path: insert.path };
  });
  const isDoubled = doubledSpaces(rendered.text).length > 0;
  return {
    pieces,
    faults: [...faults, ...(isDoubled ? [fault('text/working-note', span, say`two spaces in a row`)] : [])],
  };
}

/** The line with every value in its place. */
export function wordsOfLine({ pieces }: AddressLine, texts: ViewTexts['texts']): string {
  const words = pieces.map((piece) => (typeof piece === 'string' ? piece : (texts.get(piece.path) ?? '')));
  return words.join('').trim();
}
