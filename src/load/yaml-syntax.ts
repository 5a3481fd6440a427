import type { YAMLError } from 'yaml';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';

/** What is wrong, and what to do about it. */
type Advice = readonly [problem: string, hint: string];

const TAB: Advice = ['this line is indented with a tab', 'indent with spaces, two for each level'];

const INDENT: Advice = [
  'the indentation of this line does not fit',
  'give it the indentation of the lines it belongs to',
];

/** Mistakes that can be told from the look of the line, whatever the parser made of it. */
const TRAPS: readonly (readonly [RegExp, ...Advice])[] = [
  [/^ *\t/u, ...TAB],
  [
    /^\s*(?:- +)*[\p{L}\p{N}_-]+:[^\s:/]/u,
    'there is no space after the colon',
    'write key: value, with a space after the colon',
  ],
  [
    /^[^"']*[:-] +\{\{/u,
    'text that begins with {{ must stand in quotation marks',
    'write "{{…}} …", with the whole text between the marks',
  ],
  [
    /'[^']*'[^\s,\]}:#]/u,
    "the text goes on after its closing '",
    'within \'…\' an apostrophe is written twice; or put the text in "…"',
  ],
];

const STRUCTURE: Advice = [
  'this does not fit what stands before it',
  'check the indentation, and that every [ { and quotation mark is closed',
];

/** The parser's codes in our words. Codes that concern what is refused anyway are absent: see `refusedYaml`. */
const BY_CODE: Partial<Record<YAMLError['code'], Advice>> = {
  BAD_DQ_ESCAPE: [
    'within "…" a backslash begins an escape, and this is none',
    "write \\\\ for a backslash, or put the text in '…'",
  ],
  BAD_INDENT: INDENT,
  BAD_SCALAR_START: [
    'text cannot begin with this character unless it stands in quotation marks',
    'put the whole text in "…"',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'text with a colon and a space in it must stand in quotation marks',
    'put the whole text in "…"; a list or mapping goes on lines of its own below the key',
  ],
  BLOCK_IN_FLOW: ['this cannot stand between brackets', 'write it on lines of its own, or all of it in brackets'],
  KEY_OVER_1024_CHARS: ['this key is far too long', 'a text that holds a colon must stand in quotation marks'],
  MISSING_CHAR: [
    'something is missing here: a colon after a key, or a comma, ] or } in brackets',
    'write key: value; put text with [ ] { } in quotation marks',
  ],
  MULTILINE_IMPLICIT_KEY: ['there is no colon on this line', 'write key: value on one line'],
  TAB_AS_INDENT: TAB,
  UNEXPECTED_TOKEN: STRUCTURE,
};

/**
 * The parser's complaints as faults in our words, the first of every line: what follows on a line follows from the
 * first, and after one line that is out of step others seem to be. `lines` that have faults already are left alone.
 */
export function syntaxFaults(
  errors: readonly YAMLError[],
  text: string,
  placeAt: (offset: number) => Span,
  lines: ReadonlySet<number>,
): readonly Diagnostic[] {
  const rows = text.split('\n');
  const seen = new Set(lines);
  let isOutOfStep = false;
  return errors.flatMap(({ code, pos }) => {
    const span = placeAt(pos[0]);
    const row = rows[span.line - 1] ?? '';
    const [problem, hint] = adviceOn(code, row);
    const isAboutIndent = problem === INDENT[0] || problem === TAB[0];
    if (seen.has(span.line) || (isAboutIndent && isOutOfStep)) return [];
    seen.add(span.line);
    isOutOfStep ||= isAboutIndent;
    return [fault('yaml/syntax', span, [problem], { hint: [hint] })];
  });
}

function adviceOn(code: YAMLError['code'], row: string): Advice {
  const trap = TRAPS.find(([pattern]) => pattern.test(row));
  if (trap !== undefined) return [trap[1], trap[2]];
  // The parser misses a colon where it does not expect a key at all.
  if (code === 'MISSING_CHAR' && /^\s+[\w-]+: /u.test(row)) return INDENT;
  return BY_CODE[code] ?? STRUCTURE;
}
