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
import type { Comment, Data, Field, Scalar } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { keyEcho, say } from '../model/message.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import { type Span, fileStart } from '../model/span.ts';
import { limitFaults, forbiddenCharacterFaults, createOffsetLocator, stripByteOrderMark } from './file-text.ts';
import { syntaxFaults } from './yaml-syntax.ts';
import { findRefusedYaml } from './yaml-subset.ts';

/** The parsed first document of a file: its root node, with the errors and warnings of the yaml library. */
interface ParsedDocument {
  readonly contents: ParsedNode | null | undefined;
  readonly errors: readonly YAMLError[];
}

/**
 * Parses a subset of YAML 1.2 (https://yaml.org/spec/1.2.2/): one document of lists, mappings and scalars. Every scalar
 * stays the string that is in the file, as in the failsafe schema: `NO`, `01234` and `1.10` too. Strings are not
 * converted to a Unicode normalisation form. All faults are reported, not only the first: refused characters, syntax
 * errors, YAML features outside the subset, duplicate keys.
 */
export function readYaml(file: string, content: string): Outcome<Data> {
  const text = stripByteOrderMark(content);
  const locationAt = createOffsetLocator(file, text);
  const faults: Diagnostic[] = [...limitFaults(forbiddenCharacterFaults(text, locationAt))];
  try {
    const tokens = [...new Parser().parse(text)];
    const refusedYaml = findRefusedYaml(tokens, text, locationAt);
    faults.push(...limitFaults(refusedYaml.faults));
    if (refusedYaml.isTooDeep) return failure(...faults);

    const composedDocument = composeFirstDocument(tokens, text.length);
    const errors = composedDocument.errors.filter(({ pos }) => pos[0] < refusedYaml.unclosedOffset);
    const faultyLines = new Set(refusedYaml.faults.map(({ span }) => span.line));
    faults.push(...limitFaults(syntaxFaults(errors, text, locationAt, faultyLines)));
    const context: YamlContext = { text, locationAt, faults: [] };
    const data = toData(composedDocument.contents, fileStart(file), context);
    return settle(data, [...faults, ...limitFaults(context.faults)]);
  } catch {
    // The yaml library is not expected to throw on any input. If it does, the user sees a fault instead of a crash.
    return failure(...faults, fault('yaml/syntax', fileStart(file), say`this file cannot be read as YAML`));
  }
}

/**
 * Composes the first document: builds its nodes from tokens. `end` is the length of the text. An error token (an
 * unexpected token that belongs to no document) is included only if the document has no other errors, because it is
 * otherwise a consequence of them.
 */
function composeFirstDocument(tokens: readonly CST.Token[], end: number): ParsedDocument {
  const errorToken = tokens.find(({ type }) => type === 'error');
  const documentTokens = tokens.filter(({ type }) => type !== 'directive' && type !== 'error');
  const composedDocument = composeTokens(documentTokens, end);
  return composedDocument.errors.length > 0 || errorToken === undefined
    ? composedDocument
    : composeTokens([...documentTokens, errorToken], end);
}

/**
 * Composes tokens without the duplicate-key check of the library, which takes quadratic time. `toFields` reports
 * duplicate keys.
 */
function composeTokens(tokens: readonly CST.Token[], end: number): ParsedDocument {
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

/** Converts a node to data. A missing value becomes an empty scalar with the span `absentSpan`. */
function toData(node: ParsedNode | null | undefined, absentSpan: Span, context: YamlContext): Data {
  if (node === null || node === undefined) return { kind: 'scalar', text: '', quoted: false, span: absentSpan };
  const span = context.locationAt(node.range[0]);
  if (isSeq(node)) {
    const items = node.items.map((item) => toData(item, span, context));
    return { kind: 'list', items, span, ...sourceOnOneLine(node, context) };
  }
  if (isMap(node))
    return { kind: 'fields', entries: toFields(node, span, context), span, ...sourceOnOneLine(node, context) };
  return toScalar(node, span, context);
}

/** Returns the source text of a list or mapping of at most one entry, if it is on one line. */
function sourceOnOneLine(
  { items, range: [start, end] }: ParsedNode & { readonly items: readonly unknown[] },
  { text }: YamlContext,
): { readonly source?: string } {
  if (items.length > 1) return {};
  const source = text.slice(start, end).trimEnd();
  return source.includes('\n') ? {} : { source };
}

function toFields(map: YAMLMap.Parsed, span: Span, context: YamlContext): readonly Field[] {
  const firstKeySpans = new Map<string, Span>();
  return map.items.map((pair) => {
    const keyData = toData(pair.key, span, context);
    const key = keyData.kind === 'scalar' ? keyData.text : '';
    const firstSpan = firstKeySpans.get(key);
    if (firstSpan === undefined) firstKeySpans.set(key, keyData.span);
    else context.faults.push(duplicateYamlKeyFault(key, keyData.span, firstSpan));
    return { key, keySpan: keyData.span, value: toData(pair.value, keyData.span, context) };
  });
}

function toScalar(node: ParsedNode, span: Span, context: YamlContext): Scalar {
  // An alias node also gets here, with an empty text; `findRefusedYaml` has reported it.
  if (!isScalar(node) || typeof node.value !== 'string') return { kind: 'scalar', text: '', quoted: false, span };
  const { value: text, type, range } = node;
  if (type === 'QUOTE_DOUBLE') context.faults.push(...escapedCharacterFaults(text, range, span, context.text));
  if (type !== 'PLAIN') return { kind: 'scalar', text, quoted: true, span };
  if (NULL_SCALARS.has(text)) context.faults.push(nullScalarFault(text, span));
  const comment = findCommentAfter(range, context);
  return { kind: 'scalar', text, quoted: false, span, ...(comment === undefined ? {} : { comment }) };
}

/** Matches a comment with the white space before it. */
const COMMENT = /[ \t]*#.*/y;

/** Returns the comment that follows a plain scalar on its line; undefined if none follows. */
function findCommentAfter([start, end]: ParsedNode['range'], { text, locationAt }: YamlContext): Comment | undefined {
  COMMENT.lastIndex = end;
  const comment = COMMENT.exec(text)?.[0];
  if (comment === undefined) return undefined;
  const source = text.slice(start, end) + comment;
  return { span: locationAt(end + comment.indexOf('#')), source: source.trim() };
}

/**
 * The plain scalars that mean null in the YAML 1.2 core schema. They are refused, because they would be printed as
 * text.
 */
const NULL_SCALARS: ReadonlySet<string> = new Set(['~', 'null', 'Null', 'NULL']);

function nullScalarFault(text: string, span: Span): Diagnostic {
  return fault('yaml/unsupported', span, say`${text} cannot be used here: in YAML it means that there is no value`, {
    hint: say`leave the key out, or put it in quotation marks if these characters are meant`,
  });
}

/**
 * Returns a fault for the first refused character that an escape sequence of a double-quoted scalar produces. Returns
 * none if the source of the scalar itself contains refused characters, because they are already reported.
 */
function escapedCharacterFaults(
  value: string,
  [start, end]: ParsedNode['range'],
  span: Span,
  text: string,
): readonly Diagnostic[] {
  const isInSource = forbiddenCharacterFaults(text.slice(start, end), () => span).length > 0;
  return isInSource ? [] : forbiddenCharacterFaults(value, () => span).slice(0, 1);
}

function duplicateYamlKeyFault(key: string, span: Span, firstSpan: Span): Diagnostic {
  return fault('yaml/duplicate-key', span, say`the key ${keyEcho(key)} stands twice in one mapping`, {
    hint: say`keep one of the two`,
    related: [{ span: firstSpan, message: say`it stands here first` }],
  });
}
