import {
  type CST,
  Composer,
  type ParsedNode,
  Parser,
  type YAMLError,
  type YAMLMap,
  isMap,
  isScalar,
  isSeq,
} from 'yaml';
import type { Data, Field, Scalar } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { keyInFile, say } from '../model/message.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import { type Span, fileStart } from '../model/span.ts';
import { limitFaults, forbiddenCharacters, offsetLocator, withoutByteOrderMark } from './file-text.ts';
import { syntaxFaults } from './yaml-syntax.ts';
import { findRefusedYaml } from './yaml-subset.ts';

/** The root node of the first document, with the errors and warnings of the yaml library. */
interface ParsedDocument {
  readonly contents: ParsedNode | null | undefined;
  readonly errors: readonly YAMLError[];
}

/**
 * Parses a subset of YAML 1.2 (https://yaml.org/spec/1.2.2/): one document of lists, mappings and scalars. Every scalar
 * is a string, as in the failsafe schema (`NO`, `01234` and `1.10` too), and is not normalised. All faults are
 * reported, not only the first: refused characters, syntax errors, YAML features outside the subset, duplicate keys.
 */
export function readYaml(file: string, content: string): Outcome<Data> {
  const text = withoutByteOrderMark(content);
  const locationAt = offsetLocator(file, text);
  const faults: Diagnostic[] = [...limitFaults(forbiddenCharacters(text, locationAt))];
  try {
    const tokens = [...new Parser().parse(text)];
    const refused = findRefusedYaml(tokens, locationAt);
    faults.push(...limitFaults(refused.faults));
    if (refused.tooDeep) return failure(...faults);

    const composed = compose(tokens, text.length);
    const errors = composed.errors.filter(({ pos }) => pos[0] < refused.unclosedOffset);
    const lines = new Set(refused.faults.map(({ span }) => span.line));
    faults.push(...limitFaults(syntaxFaults(errors, text, locationAt, lines)));
    const context: YamlContext = { text, locationAt, faults: [] };
    const data = toData(composed.contents, fileStart(file), context);
    return settle(data, [...faults, ...limitFaults(context.faults)]);
  } catch {
    // No input is known to make the yaml library throw. If one does, it is reported as a fault, not as a bug.
    return failure(...faults, fault('yaml/syntax', fileStart(file), say`this file cannot be read as YAML`));
  }
}

/**
 * Composes the first document. An error token (an unexpected token that belongs to no document) is included only if the
 * document has no other errors, because otherwise it is a consequence of them.
 */
function compose(tokens: readonly CST.Token[], end: number): ParsedDocument {
  const errorToken = tokens.find(({ type }) => type === 'error');
  const documentTokens = tokens.filter(({ type }) => type !== 'directive' && type !== 'error');
  const composed = composeAll(documentTokens, end);
  return composed.errors.length > 0 || errorToken === undefined
    ? composed
    : composeAll([...documentTokens, errorToken], end);
}

/** Composes without the library's check for duplicate keys, which takes quadratic time; `toFields` finds them. */
function composeAll(tokens: readonly CST.Token[], end: number): ParsedDocument {
  const composer = new Composer({ version: '1.2', schema: 'failsafe', uniqueKeys: false, logLevel: 'error' });
  const [document] = [...composer.compose(tokens, true, end)];
  return { contents: document?.contents, errors: [...(document?.errors ?? []), ...(document?.warnings ?? [])] };
}

/** The state shared by the functions that convert nodes to data. */
interface YamlContext {
  readonly text: string;
  readonly locationAt: (offset: number) => Span;
  readonly faults: Diagnostic[];
}

/** Converts a node to data. `absentSpan` is the span of the empty scalar that represents a missing value. */
function toData(node: ParsedNode | null | undefined, absentSpan: Span, context: YamlContext): Data {
  if (node === null || node === undefined) return { kind: 'scalar', text: '', quoted: false, span: absentSpan };
  const span = context.locationAt(node.range[0]);
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => toData(item, span, context)), span };
  if (isMap(node)) return { kind: 'fields', entries: toFields(node, span, context), span };
  return toScalar(node, span, context);
}

function toFields(map: YAMLMap.Parsed, span: Span, context: YamlContext): readonly Field[] {
  const firstKeySpans = new Map<string, Span>();
  return map.items.map((pair) => {
    const name = toData(pair.key, span, context);
    const key = name.kind === 'scalar' ? name.text : '';
    const first = firstKeySpans.get(key);
    if (first === undefined) firstKeySpans.set(key, name.span);
    else context.faults.push(duplicateYamlKey(key, name.span, first));
    return { key, keySpan: name.span, value: toData(pair.value, name.span, context) };
  });
}

function toScalar(node: ParsedNode, span: Span, context: YamlContext): Scalar {
  // An alias node also gets here; `refusedYaml` has reported it.
  if (!isScalar(node) || typeof node.value !== 'string') return { kind: 'scalar', text: '', quoted: false, span };
  const { value: text, type, range } = node;
  if (type === 'QUOTE_DOUBLE') context.faults.push(...escapedCharacterFaults(text, range, span, context.text));
  if (type !== 'PLAIN') return { kind: 'scalar', text, quoted: true, span };
  if (NO_VALUE.has(text)) context.faults.push(valuelessScalar(text, span));
  const comment = commentAfter(range[1], context);
  return { kind: 'scalar', text, quoted: false, span, ...(comment === undefined ? {} : { comment }) };
}

const COMMENT = /[ \t]+#/y;

/** Returns the span of the comment after a plain scalar on its line, if any. `end` is the scalar's end offset. */
function commentAfter(end: number, { text, locationAt }: YamlContext): Span | undefined {
  COMMENT.lastIndex = end;
  return COMMENT.test(text) ? locationAt(COMMENT.lastIndex - 1) : undefined;
}

/** The plain scalars that mean null in the YAML 1.2 core schema. As text, they would be printed in a letter. */
const NO_VALUE: ReadonlySet<string> = new Set(['~', 'null', 'Null', 'NULL']);

function valuelessScalar(text: string, span: Span): Diagnostic {
  return fault('yaml/unsupported', span, say`${text} cannot be used here: in YAML it means that there is no value`, {
    hint: say`leave the key out, or put it in quotation marks if these characters are meant`,
  });
}

/**
 * Returns a fault for the first refused character that an escape sequence produces in a double-quoted scalar; none if
 * the source of the scalar itself contains refused characters, which are already reported.
 */
function escapedCharacterFaults(
  value: string,
  [start, end]: ParsedNode['range'],
  span: Span,
  text: string,
): readonly Diagnostic[] {
  const isInSource = forbiddenCharacters(text.slice(start, end), () => span).length > 0;
  return isInSource ? [] : forbiddenCharacters(value, () => span).slice(0, 1);
}

function duplicateYamlKey(key: string, span: Span, first: Span): Diagnostic {
  return fault('yaml/duplicate-key', span, say`the key ${keyInFile(key)} stands twice in one mapping`, {
    hint: say`keep one of the two`,
    related: [{ span: first, message: say`it stands here first` }],
  });
}
