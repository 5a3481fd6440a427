import { type CellPattern, headerKey } from '../model/columns-file.ts';
import { type Data, type Fields, type Scalar, isAbsent } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { keyEcho, say } from '../model/message.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import { quoteYaml } from '../model/quote-yaml.ts';
import { commentInTextFault } from './decode.ts';
import { didYouMeanHint } from './hints.ts';

/** The keys of a pattern that is written as a mapping. */
const PATTERN_KEYS = ['from', 'as', 'values'] as const;

const PATTERN_HINT = say`name columns in braces, as in ${'"{First name} {Last name}"'}; ${'{{'} and ${'}}'} stand for braces`;

/** Whether a mapping is a pattern with `from`, and not a mapping of keys to patterns. */
export function isPatternMapping({ entries }: Fields): boolean {
  return entries.some(({ key }) => PATTERN_KEYS.some((known) => known === key));
}

/**
 * Parses a pattern: a text with columns in braces, or a mapping `{ from: text, as: upper, values: { … } }`. Doubled
 * braces stand for single ones, in the text and in the name of a column.
 */
export function parsePattern(data: Data): Outcome<CellPattern> {
  if (data.kind === 'scalar') return parsePatternText(data);
  if (data.kind === 'fields' && isPatternMapping(data)) return parsePatternMapping(data);
  const { source } = data;
  const hint =
    source === undefined
      ? PATTERN_HINT
      : say`if it is text, write ${quoteYaml(source)}: braces are put in quotation marks`;
  const noun = data.kind === 'list' ? 'a list' : 'a mapping';
  return failure(fault('table/pattern', data.span, [`a value of a profile must be text here, not ${noun}`], { hint }));
}

function parsePatternText(scalar: Scalar): Outcome<CellPattern> {
  const { text, span } = scalar;
  if (isAbsent(scalar)) {
    const hint = say`write a text, or a column in braces, as in ${'"{Ward}"'}; or leave the key out`;
    return failure(fault('data/wrong-type', span, ['there is no value here'], { hint }));
  }
  const texts: string[] = [];
  const columns: string[] = [];
  let [current, isInColumn] = ['', false];
  const wrongBrace = (message: string): Outcome<CellPattern> =>
    failure(fault('table/pattern', span, [message], { hint: PATTERN_HINT }));
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const isBrace = character === '{' || character === '}';
    if (isBrace && text.charAt(index + 1) === character) {
      current += character;
      index += 1;
    } else if (!isBrace) current += character;
    else if (character === '{' && isInColumn) return wrongBrace('a brace is opened in the name of a column');
    else if (character === '}' && !isInColumn) return wrongBrace('a brace is closed that was not opened');
    else {
      if (isInColumn && headerKey(current) === '') return wrongBrace('there is no name between these braces');
      if (isInColumn) columns.push(headerKey(current));
      else texts.push(current);
      [current, isInColumn] = ['', !isInColumn];
    }
  }
  if (isInColumn) return wrongBrace('a brace is not closed');
  texts.push(current);
  const pattern: CellPattern = { kind: 'pattern', texts, columns, scalar, isUpperCase: false, values: undefined };
  // A comment after a text without columns is reported by the validation of the profile, which knows what it may be.
  const { comment } = scalar;
  const isCut = columns.length > 0 && comment !== undefined;
  return settle(pattern, isCut ? [commentInTextFault(comment, 'campaign')] : []);
}

function parsePatternMapping({ entries, span }: Fields): Outcome<CellPattern> {
  const faults: Diagnostic[] = [];
  let pattern: CellPattern | undefined;
  let isUpperCase = false;
  let values: ReadonlyMap<string, string> | undefined;
  for (const { key, keySpan, value } of entries) {
    if (key === 'from') {
      const parsed: Outcome<CellPattern> =
        value.kind === 'scalar'
          ? parsePatternText(value)
          : failure(fault('table/pattern', value.span, ['from must be a text'], { hint: PATTERN_HINT }));
      faults.push(...parsed.diagnostics);
      if (parsed.ok) pattern = parsed.value;
    } else if (key === 'as') {
      isUpperCase = value.kind === 'scalar' && value.text === 'upper';
      const hint = say`write ${'as: upper'} for capitals, or leave it out`;
      if (!isUpperCase) faults.push(fault('table/pattern', value.span, say`${'as'} must be ${'upper'}`, { hint }));
    } else if (key === 'values') {
      const read = readValues(value);
      faults.push(...read.diagnostics);
      if (read.ok) values = read.value;
    } else {
      const hint = didYouMeanHint(key, PATTERN_KEYS, [`known here: ${PATTERN_KEYS.join(', ')}`]);
      faults.push(fault('data/unknown-key', keySpan, say`the key ${keyEcho(key)} is not known here`, { hint }));
    }
  }
  if (entries.every(({ key }) => key !== 'from')) {
    const hint = say`add ${'from'} with the column, as in ${'from: "{Sex}"'}`;
    faults.push(fault('data/missing-key', span, say`the key ${'from'} is missing here`, { hint }));
  }
  if (pattern === undefined) return { ok: false, diagnostics: faults };
  return settle({ ...pattern, isUpperCase, values }, faults);
}

/** Reads `values`: the texts of cells, each with what replaces it. */
function readValues(data: Data): Outcome<ReadonlyMap<string, string>> {
  const hint = say`write each text of a cell with what takes its place: ${'values: { Ms: f, Mr: m, "": unknown }'}`;
  if (data.kind !== 'fields')
    return failure(fault('table/pattern', data.span, say`${'values'} must be a mapping`, { hint }));
  const faults = data.entries.flatMap(({ key, value }) =>
    value.kind === 'scalar'
      ? []
      : [fault('table/pattern', value.span, say`what takes the place of ${key} must be a text`, { hint })],
  );
  const values = data.entries.map(({ key, value }): [string, string] => [
    headerKey(key),
    value.kind === 'scalar' ? value.text : '',
  ]);
  return settle(new Map(values), faults);
}
