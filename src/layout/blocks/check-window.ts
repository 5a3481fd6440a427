import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import type { Letter } from '../../model/letter.ts';
import { say } from '../../model/message.ts';
import { heightInWindow } from './set-address.ts';
import { endOfLetterhead } from './set-opening.ts';
import type { TypesettingContext } from '../typesetting-context.ts';

/** Is the whole address in the envelope's window, and nothing of the letterhead? */
export function checkWindow(letter: Letter, context: TypesettingContext): readonly Diagnostic[] {
  const { window } = context.stylesheet;
  if (window === undefined) return [];
  const { y, height } = window.area;
  const addressExcess = heightInWindow(letter, window, context) - height;
  const letterheadExcess = endOfLetterhead(letter, context) - y;
  const faults: Diagnostic[] = [];
  if (addressExcess > 0) {
    const message = say`the inside address is ${inMillimetres(addressExcess)} taller than the window of the envelope`;
    const hint = say`shorten it to ${Math.floor(height / context.stylesheet.styles.address.leading)} printed lines, or set the letter as international`;
    faults.push(fault('page/does-not-fit', letter.span, message, { hint }));
  }
  if (letterheadExcess > 0) {
    const message = say`the letterhead ends ${inMillimetres(letterheadExcess)} below the top of the envelope's window`;
    const hint = say`name fewer signatories, or set the letter as international`;
    faults.push(fault('page/does-not-fit', letter.span, message, { hint }));
  }
  return faults;
}

function inMillimetres(points: number): string {
  return `${((points * 25.4) / 72).toFixed(1)} mm`;
}
