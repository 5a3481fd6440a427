import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { say } from '../../model/message.ts';
import type { Span } from '../../model/span.ts';
import type { Stylesheet } from '../stylesheet.ts';

/** How far the inside address reaches out of an envelope's window, and the letterhead into it, in points; 0 or less: not. */
export interface WindowExcess {
  readonly address: number;
  readonly letterhead: number;
}

/** Checks that the whole address is in the envelope's window, and nothing of the letterhead. */
export function checkWindow(
  excess: WindowExcess | undefined,
  { window, styles }: Stylesheet,
  span: Span,
): readonly Diagnostic[] {
  if (excess === undefined || window === undefined) return [];
  const faults: Diagnostic[] = [];
  if (excess.address > 0) {
    const message = say`the inside address is ${inMillimetres(excess.address)} taller than the window of the envelope`;
    const hint = say`shorten it to ${Math.floor(window.area.height / styles.address.leading)} printed lines, or set the letter as international`;
    faults.push(fault('page/does-not-fit', span, message, { hint }));
  }
  if (excess.letterhead > 0) {
    const message = say`the letterhead ends ${inMillimetres(excess.letterhead)} below the top of the envelope's window`;
    const hint = say`name fewer signatories, or set the letter as international`;
    faults.push(fault('page/does-not-fit', span, message, { hint }));
  }
  return faults;
}

function inMillimetres(points: number): string {
  return `${((points * 25.4) / 72).toFixed(1)} mm`;
}
