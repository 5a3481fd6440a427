import { recurringCache } from '../model/bounded-cache.ts';
import type { Role } from '../model/page.ts';
import type { Inline } from '../model/tree.ts';
import { openNumbers } from '../model/value-numbers.ts';
import { emptyPartMemory, type PartMemory } from './part-memory.ts';
import type { Margins } from './place-pieces.ts';
import { openZones, type PlaceZone } from './place-zone.ts';
import type { Lay, TextLines } from './set-lines.ts';

/** Paragraphs kept per generation: those that a campaign says to many. */
const REMEMBERED_PARAGRAPHS = 1000;
/** What is said again is said again soon. */
const NUMBERED_PARAGRAPHS = 300;

/** What was set in earlier letters of a run and serves again. */
export interface SettingMemory {
  readonly text: TextMemory;
  readonly part: PartMemory;
  readonly zone: PlaceZone;
}

/**
 * Text that was set before. It changes no letter: what is remembered depends on nothing but what is asked for. Gives what
 * is known, or sets it; `set` is told whether letters will share that.
 */
export type TextMemory = (
  content: readonly Inline[],
  role: Role | 'artifact',
  lay: Lay,
  set: (isShared: boolean) => TextLines,
) => TextLines;

/** What was set of a piece of the tree that letters share. */
interface Known {
  readonly role: Role | 'artifact';
  readonly lay: Lay;
  readonly text: TextLines;
}

/** Remembers nothing yet. */
export function emptyMemory(margins: Margins): SettingMemory {
  return { text: emptyTextMemory(), part: emptyPartMemory(), zone: openZones(margins) };
}

function emptyTextMemory(): TextMemory {
  const paragraphs = recurringCache<TextLines>(REMEMBERED_PARAGRAPHS);
  const numberOf = openNumbers(NUMBERED_PARAGRAPHS);
  const known = new WeakMap<readonly Inline[], Known[]>();

  return (content, role, lay, set) => {
    const [only] = content;
    if (content.length === 1 && only?.type === 'text' && only.language === undefined && only.value.length < SHORT) {
      return paragraphs.recall(keyOf(`"${only.value}`, role, lay), set);
    }
    const own = known.get(content);
    const found = own?.find((each) => each.role === role && isSameLay(each.lay, lay));
    if (found !== undefined) return found.text;
    let isNew = false;
    const text = paragraphs.recall(keyOf(String(numberOf(content)), role, lay), (isKept) => {
      isNew = true;
      return set(isKept);
    });
    if (!isNew) known.set(content, [...(own ?? []), { role, lay, text }]);
    return text;
  };
}

/** A key is soon put together of so many characters; longer texts are mostly of the tree. */
const SHORT = 80;

/** All that decides how words are set, besides what all letters in a language share. */
function keyOf(words: string, role: Known['role'], { style, x, width, hanging, align, ...others }: Lay): string {
  others satisfies NothingElse;
  return `${role} ${style} ${x} ${width} ${hanging} ${align} ${words}`;
}

function isSameLay(a: Lay, { style, x, width, hanging, align, ...others }: Lay): boolean {
  others satisfies NothingElse;
  return a.style === style && a.x === x && a.width === width && a.hanging === hanging && a.align === align;
}

/** Whoever adds a measure to a lay is told by the compiler that it belongs here too. */
type NothingElse = Readonly<Record<string, never>>;
