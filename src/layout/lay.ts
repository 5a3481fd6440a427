import type { Role } from '../model/page.ts';
import type { StyleName } from './stylesheet.ts';

/** Where lines stand between the ends of the measure; they start where writing starts, on the left or on the right. */
export interface Lay {
  readonly style: StyleName;
  /** From the start of the measure, in points like all that follow. */
  readonly x: number;
  readonly width: number;
  /** How much further in the second and all further lines begin. */
  readonly hanging: number;
  readonly align: 'start' | 'end' | 'centre';
}

/** A key of all that decides how words are set besides the words, the language and the stylesheet. */
export function keyOfLay(role: Role | 'artifact', { style, x, width, hanging, align, ...others }: Lay): string {
  others satisfies NothingElse;
  return `${role} ${style} ${x} ${width} ${hanging} ${align}`;
}

/** Whoever adds a measure to a lay is told by the compiler that it belongs into the key too. */
type NothingElse = Readonly<Record<string, never>>;

/** How much further in a line begins than its lay says; lines count from 0. */
export function indentOf(line: number, { hanging }: Lay): number {
  return line === 0 ? 0 : hanging;
}
