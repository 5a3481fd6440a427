import type { YAMLError } from 'yaml';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { profileEcho, say } from '../model/message.ts';
import { quoteYaml } from '../model/quote-yaml.ts';
import type { Span } from '../model/span.ts';

/** The message of a fault, with a hint how to fix it. */
type Advice = readonly [problem: string, hint: string];

const TAB_ADVICE: Advice = ['this line is indented with a tab', 'indent with spaces, two for each level'];

const INDENT_ADVICE: Advice = [
  'the indentation of this line does not fit',
  'give it the indentation of the lines it belongs to',
];

/** Patterns of source lines with a common mistake. They take precedence over the error code of the parser. */
const LINE_MISTAKES: readonly (readonly [RegExp, ...Advice])[] = [
  [/^ *\t/u, ...TAB_ADVICE],
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
    /^\s*(?:- +)*(?:[\p{L}\p{N}_-]+: +)?(?:\[[^\]]*\]|\{[^}]*\}|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]+[^\s#,\]}:]/u,
    'the text goes on after its closing quotation mark or bracket',
    'put the whole text in quotation marks',
  ],
  [
    /^\s*(?:- +)*(?:[\p{L}\p{N}_-]+: +)?[|>][ \t]+[^\s#]/u,
    'text that begins with | or > must stand in quotation marks',
    'put the whole text in quotation marks',
  ],
  [
    /'[^']*'[^\s,\]}:#]/u,
    "the text goes on after its closing '",
    'within \'…\' an apostrophe is written twice; or put the text in "…"',
  ],
];

const STRUCTURE_ADVICE: Advice = [
  'this does not fit what comes before it',
  'check the indentation, and that every [ { and quotation mark is closed',
];

/** Advice for the error codes of the parser. Codes of features that `findRefusedYaml` reports are not included. */
const ADVICE_BY_CODE: Partial<Record<YAMLError['code'], Advice>> = {
  BAD_DQ_ESCAPE: [
    'within "…" a backslash begins an escape, and this is none',
    "write \\\\ for a backslash, or put the text in '…'",
  ],
  BAD_INDENT: INDENT_ADVICE,
  BAD_SCALAR_START: [
    'text cannot begin with this character unless it stands in quotation marks',
    'put the whole text in "…"',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'text with a colon and a space in it must stand in quotation marks',
    'a list or mapping goes on lines of its own below the key; put the whole text in "…"',
  ],
  BLOCK_IN_FLOW: ['this cannot stand between brackets', 'write it on lines of its own, or all of it in brackets'],
  KEY_OVER_1024_CHARS: ['this key is far too long', 'a text that holds a colon must stand in quotation marks'],
  MISSING_CHAR: [
    'something is missing here: a colon after a key, or a comma, ] or } in brackets',
    'write key: value; put text with [ ] { } in quotation marks',
  ],
  MULTILINE_IMPLICIT_KEY: ['there is no colon on this line', 'write key: value on one line'],
  TAB_AS_INDENT: TAB_ADVICE,
  UNEXPECTED_TOKEN: STRUCTURE_ADVICE,
};

/**
 * Converts the errors of the parser to faults. At most one is kept for each line, and one for the indentation of the
 * whole file, because further ones are consequences of the first. Errors on `faultyLines` (1-based) are dropped,
 * because these lines already have faults.
 */
export function syntaxFaults(
  errors: readonly YAMLError[],
  text: string,
  locationAt: (offset: number) => Span,
  faultyLines: ReadonlySet<number>,
): readonly Diagnostic[] {
  const sourceLines = text.split('\n');
  const reportedLines = new Set(faultyLines);
  let hasIndentFault = false;
  return errors.flatMap(({ code, pos }) => {
    const span = locationAt(pos[0]);
    const sourceLine = sourceLines[span.line - 1] ?? '';
    const [problem, hint] = chooseAdvice(code, sourceLine);
    const isIndentFault = problem === INDENT_ADVICE[0] || problem === TAB_ADVICE[0];
    if (reportedLines.has(span.line) || (isIndentFault && hasIndentFault)) return [];
    reportedLines.add(span.line);
    hasIndentFault ||= isIndentFault;
    const shown = hint.includes('the whole text in') ? quotedValue(sourceLine) : undefined;
    const example = shown === undefined ? [] : say`: ${profileEcho(shown)}`;
    return [fault('yaml/syntax', span, [problem], { hint: [hint, ...example] })];
  });
}

/**
 * Returns the value on a line as a quoted scalar, for a hint that shows what to write; undefined for a value in brackets.
 * A word of small letters before a colon is taken for a key, other words for a part of the text.
 */
function quotedValue(sourceLine: string): string | undefined {
  const value = sourceLine.replace(/^\s*(?:- +)*(?:[a-z][a-z0-9-]*: +)?/u, '').trim();
  return value === '' || /[,\]}]$/.test(value) ? undefined : quoteYaml(value);
}

function chooseAdvice(code: YAMLError['code'], sourceLine: string): Advice {
  const mistake = LINE_MISTAKES.find(([pattern]) => pattern.test(sourceLine));
  if (mistake !== undefined) return [mistake[1], mistake[2]];
  // For a key with wrong indentation, the parser reports a missing character.
  if (code === 'MISSING_CHAR' && /^\s+[\w-]+: /u.test(sourceLine)) return INDENT_ADVICE;
  return ADVICE_BY_CODE[code] ?? STRUCTURE_ADVICE;
}
