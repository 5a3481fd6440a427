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
import { enough, forbiddenCharacters, locationsIn, withoutByteOrderMark } from './file-text.ts';
import { syntaxFaults } from './yaml-syntax.ts';
import { refusedYaml } from './yaml-subset.ts';

/** A document put together, and what the library had to say of it. */
interface ParsedDocument {
  readonly contents: ParsedNode | null | undefined;
  readonly errors: readonly YAMLError[];
}

/**
 * Reads YAML 1.2 (https://yaml.org/spec/1.2.2/) of the plain kind: one document of lists, mappings and text. Every
 * scalar is the text as typed (`NO`, `01234` and `1.10` too), and none of it is normalised. All faults are told:
 * characters that may not stand in files, syntax, what of YAML is not read here, keys that stand twice.
 */
export function readYaml(file: string, typed: string): Outcome<Data> {
  const text = withoutByteOrderMark(typed);
  const placeAt = locationsIn(file, text);
  const faults: Diagnostic[] = [...enough(forbiddenCharacters(text, placeAt))];
  try {
    const tokens = [...new Parser().parse(text)];
    const refused = refusedYaml(tokens, placeAt);
    faults.push(...enough(refused.faults));
    if (refused.tooDeep) return failure(...faults);

    const composed = compose(tokens, text.length);
    const errors = composed.errors.filter(({ pos }) => pos[0] < refused.openFrom);
    const lines = new Set(refused.faults.map(({ span }) => span.line));
    faults.push(...enough(syntaxFaults(errors, text, placeAt, lines)));
    const reading: YamlContext = { text, placeAt, faults: [] };
    const data = toData(composed.contents, fileStart(file), reading);
    return settle(data, [...faults, ...enough(reading.faults)]);
  } catch {
    // Nothing is known to get here; but what a stranger's file does inside the library is the file's fault, not ours.
    return failure(...faults, fault('yaml/syntax', fileStart(file), say`this file cannot be read as YAML`));
  }
}

/**
 * Puts the first document together. Tokens that belong to no document are an error only if nothing before them was:
 * they follow from it.
 */
function compose(tokens: readonly CST.Token[], end: number): ParsedDocument {
  const stray = tokens.find(({ type }) => type === 'error');
  const orderly = tokens.filter(({ type }) => type !== 'directive' && type !== 'error');
  const composed = composeAll(orderly, end);
  return composed.errors.length > 0 || stray === undefined ? composed : composeAll([...orderly, stray], end);
}

/** Composes documents. Duplicate keys are found later (`toFields`): the library compares each key with all others. */
function composeAll(tokens: readonly CST.Token[], end: number): ParsedDocument {
  const composer = new Composer({ version: '1.2', schema: 'failsafe', uniqueKeys: false, logLevel: 'error' });
  const [document] = [...composer.compose(tokens, true, end)];
  return { contents: document?.contents, errors: [...(document?.errors ?? []), ...(document?.warnings ?? [])] };
}

/** What is at hand while a document is turned into data. */
interface YamlContext {
  readonly text: string;
  readonly placeAt: (offset: number) => Span;
  readonly faults: Diagnostic[];
}

/** `absent` is the place of a value that is not there. */
function toData(node: ParsedNode | null | undefined, absent: Span, reading: YamlContext): Data {
  if (node === null || node === undefined) return { kind: 'scalar', text: '', quoted: false, span: absent };
  const span = reading.placeAt(node.range[0]);
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => toData(item, span, reading)), span };
  if (isMap(node)) return { kind: 'fields', entries: toFields(node, span, reading), span };
  return toScalar(node, span, reading);
}

function toFields(map: YAMLMap.Parsed, span: Span, reading: YamlContext): readonly Field[] {
  const places = new Map<string, Span>();
  return map.items.map((pair) => {
    const name = toData(pair.key, span, reading);
    const key = name.kind === 'scalar' ? name.text : '';
    const first = places.get(key);
    if (first === undefined) places.set(key, name.span);
    else reading.faults.push(duplicateYamlKey(key, name.span, first));
    return { key, keySpan: name.span, value: toData(pair.value, name.span, reading) };
  });
}

function toScalar(node: ParsedNode, span: Span, reading: YamlContext): Scalar {
  // An alias gets here too; it was refused as a token.
  if (!isScalar(node) || typeof node.value !== 'string') return { kind: 'scalar', text: '', quoted: false, span };
  const { value: text, type, range } = node;
  if (type === 'QUOTE_DOUBLE') reading.faults.push(...smuggled(text, range, span, reading.text));
  if (type !== 'PLAIN') return { kind: 'scalar', text, quoted: true, span };
  if (NO_VALUE.has(text)) reading.faults.push(valuelessScalar(text, span));
  const comment = commentBehind(range[1], reading);
  return { kind: 'scalar', text, quoted: false, span, ...(comment === undefined ? {} : { comment }) };
}

const COMMENT = /[ \t]+#/y;

/** Where a comment follows a plain text that ends at `end`. */
function commentBehind(end: number, { text, placeAt }: YamlContext): Span | undefined {
  COMMENT.lastIndex = end;
  return COMMENT.test(text) ? placeAt(COMMENT.lastIndex - 1) : undefined;
}

/** YAML takes these for "no value"; printed, they would be words. */
const NO_VALUE: ReadonlySet<string> = new Set(['~', 'null', 'Null', 'NULL']);

function valuelessScalar(text: string, span: Span): Diagnostic {
  return fault('yaml/unsupported', span, say`${text} cannot be used here: in YAML it means that there is no value`, {
    hint: say`leave the key out, or put it in quotation marks if these characters are meant`,
  });
}

/** The first character that came in by an escape, and that the text of the file itself does not hold. */
function smuggled(value: string, [start, end]: ParsedNode['range'], span: Span, text: string): readonly Diagnostic[] {
  const isTyped = forbiddenCharacters(text.slice(start, end), () => span).length > 0;
  return isTyped ? [] : forbiddenCharacters(value, () => span).slice(0, 1);
}

function duplicateYamlKey(key: string, span: Span, first: Span): Diagnostic {
  return fault('yaml/duplicate-key', span, say`the key ${keyInFile(key)} stands twice in one mapping`, {
    hint: say`keep one of the two`,
    related: [{ span: first, message: say`it stands here first` }],
  });
}
