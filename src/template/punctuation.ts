import type { Conventions } from '../languages/conventions.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { IsMeant } from '../model/meant.ts';
import { say } from '../model/message.ts';
import { replaceComments } from './html-comments.ts';
import { locate, type RenderedText } from './rendered.ts';

/**
 * Matches white space before a comma or a full stop. An ellipsis, also one with spaces (". . ."), and a decimal fraction
 * (".5") are no such full stops.
 */
const SPACE_BEFORE_STOP = /(?<=\S)\s+(?=[,،](?!\d))|(?<=[^\s.])\s+(?=\.(?:[\s"”’»)*_]|$)(?!\s*\.))/gu;

/**
 * The same before other marks, which have a space before them in some languages. A ratio is no such colon, and a colon at
 * the beginning of a line is reported as a list of definitions.
 */
const SPACE_BEFORE_MARK = /(?<=\S)\s+(?=[;؛!?؟]+(?:[\s"”’»)*_]|$))|(?<=[^\s\d>])[^\S\n]+(?=:(?:\s|$))/gu;

/** Matches spaces that are already reported as two in a row (`findDoubledSpaces`). */
const DOUBLED_SPACE = /^[ \t\u00A0]{2,}$/u;

/**
 * Returns a fault for each space before a punctuation mark in a rendered text, where a value, a citation or a condition
 * may end before the space: `{{#if state.of}} {{state.of}} {{/if}}, we`. Some languages have spaces before other marks.
 */
export function spaceBeforeMarkFaults(
  rendered: RenderedText,
  { thinSpaces, noBreakSpaces }: Pick<Conventions, 'thinSpaces' | 'noBreakSpaces'>,
  isMeant: IsMeant,
): readonly Diagnostic[] {
  // The words of a comment are not printed.
  const text = replaceComments(rendered.text, (comment) => '-'.repeat(comment.length));
  const hasSpaces = thinSpaces !== undefined || noBreakSpaces !== undefined;
  const patterns = hasSpaces ? [SPACE_BEFORE_STOP] : [SPACE_BEFORE_STOP, SPACE_BEFORE_MARK];
  const hint = say`Take it out, or put it inside the condition with its words. If it is meant, list the words under meant: in letter.yaml.`;
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: space }) => {
      if (DOUBLED_SPACE.test(space) || isMeant(text, index, space.length + 1)) return [];
      const { span, includedFrom: related } = locate(rendered, index);
      return [
        fault('text/working-note', span, say`there is a space before ${text.charAt(index + space.length)}`, {
          hint,
          related,
        }),
      ];
    }),
  );
}
