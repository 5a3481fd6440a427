import { EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent, getScalarValue, parseEvents } from 'js-yaml';
import { refusedCharacters } from '../model/character-policy.ts';
import type { Data, Field, Fields, List, Scalar } from '../model/data.ts';
import type { Span } from '../model/span.ts';
import { withoutByteOrderMark } from './character-policy.ts';
import { placesIn } from './places.ts';
import { NO_VALUE, commentBehind } from './plain-scalar.ts';
import { DEEPEST } from './yaml-subset.ts';

/** What is read: the text, how to tell places in it, and its events, of which `at` is the next. */
interface Reading {
  readonly text: string;
  readonly placeAt: (offset: number) => Span;
  readonly events: readonly Event[];
  at: number;
}

/** Not to be read here: there may be nothing wrong with it, but somebody else has to look. */
class Doubt extends Error {}

/** Tabs, directives and the marks between documents: rare, and the two libraries do not see them quite alike. */
const RARE = /\t|^ *(?:%|---|\.\.\.)/m;

/** The data of a file in which there is nothing to complain of; undefined where that is not certain. */
export function readSoundYaml(file: string, typed: string): Data | undefined {
  const text = withoutByteOrderMark(typed);
  if (RARE.test(text) || refusedCharacters(text).length > 0) return undefined;
  try {
    const [start, ...events] = parseEvents(text, { maxDepth: DEEPEST });
    if (start?.type !== EVENT_ID.DOCUMENT) return undefined;
    const reading: Reading = { text, placeAt: placesIn(file, text), events, at: 0 };
    const data = readNode(reading);
    // The document is closed, and there is no other. A single text is never what a file should hold.
    return data.kind !== 'scalar' && reading.at === events.length - 1 ? data : undefined;
  } catch {
    // A syntax fault, or a doubt of ours; and nothing that a stranger's file does inside the library is for us to judge.
    return undefined;
  }
}

function readNode(reading: Reading): Data {
  const event = next(reading);
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return scalarOf(event, reading);
    case EVENT_ID.SEQUENCE:
      return listFrom(event, reading);
    case EVENT_ID.MAPPING:
      return fieldsFrom(event, reading);
    default:
      throw new Doubt('an alias, or an end where there is no beginning');
  }
}

function next(reading: Reading): Event {
  const event = reading.events[reading.at];
  reading.at += 1;
  if (event === undefined) throw new Doubt('the end');
  if ('tagStart' in event && (event.tagStart !== NOWHERE || event.anchorStart !== NOWHERE)) throw new Doubt('a tag');
  return event;
}

/** How the library says that something is not there. */
const NOWHERE = -1;

function listFrom({ start }: { readonly start: number }, reading: Reading): List {
  const items: Data[] = [];
  while (!isEnd(reading)) items.push(readNode(reading));
  return { kind: 'list', items, span: reading.placeAt(start) };
}

function fieldsFrom({ start }: { readonly start: number }, reading: Reading): Fields {
  const entries: Field[] = [];
  const keys = new Set<string>();
  while (!isEnd(reading)) {
    const key = readNode(reading);
    if (key.kind !== 'scalar' || keys.has(key.text) || isOdd(key)) throw new Doubt('a key');
    keys.add(key.text);
    entries.push({ key: key.text, keySpan: key.span, value: readNode(reading) });
  }
  return { kind: 'fields', entries, span: reading.placeAt(start) };
}

/** A key that means something else, or that is longer than a key may be. */
function isOdd({ text, quoted }: Scalar): boolean {
  return (!quoted && text === '<<') || text.length > 1000;
}

/** Does the list or mapping end here? Then that is taken note of. */
function isEnd(reading: Reading): boolean {
  const ends = reading.events[reading.at]?.type === EVENT_ID.POP;
  if (ends) reading.at += 1;
  return ends;
}

function scalarOf(event: ScalarEvent, { text: file, placeAt }: Reading): Scalar {
  if (event.valueStart === NOWHERE) throw new Doubt('nothing');
  const text = getScalarValue(file, event);
  if (event.style === SCALAR_STYLE.PLAIN) {
    if (NO_VALUE.has(text)) throw new Doubt('no value');
    const comment = commentBehind(event.valueEnd, file, placeAt);
    const span = placeAt(event.valueStart);
    return { kind: 'scalar', text, quoted: false, span, ...(comment === undefined ? {} : { comment }) };
  }
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && refusedCharacters(text).length > 0) throw new Doubt('an escape');
  return { kind: 'scalar', text, quoted: true, span: placeAt(startOf(event, file)) };
}

const HEADER = /[|>]-?(?: +#.*)? *$/;

/** Where it begins with its mark: a quotation mark, or the | or > at the end of the line above a block. One with more than a dash behind it is rare. */
function startOf({ style, valueStart }: ScalarEvent, file: string): number {
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return valueStart - 1;
  const line = file.lastIndexOf('\n', valueStart - 2) + 1;
  const header = HEADER.exec(file.slice(line, valueStart - 1));
  if (header === null) throw new Doubt('a block');
  return line + header.index;
}
