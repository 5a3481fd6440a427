import { fault } from '../../model/diagnostic.ts';
import { type Message, say } from '../../model/message.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { type Outcome, failure, success } from '../../model/outcome.ts';
import type { Span } from '../../model/span.ts';
import type { Sheet, Workbook } from './open-workbook.ts';
import { hasContent } from './read-sheet.ts';
import type { EntryProblem } from './zip-entries.ts';

/**
 * Returns the sheet of a name, be it hidden; without a name, the only visible sheet that is not empty. It is a fault if
 * there are several, because the first may be another list. `span`: where a fault is.
 */
export async function chooseSheet(
  { entries, sheets }: Workbook,
  name: string | undefined,
  span: Span,
): Promise<Outcome<Sheet> | EntryProblem> {
  const sheetFault = (message: Message, hint: Message): Outcome<never> =>
    failure(fault('workbook/sheet', span, message, { hint }));
  if (name !== undefined) {
    const named = sheets.find((sheet) => sheet.name === name);
    if (named !== undefined) return success(named);
    const names = sheets.map((sheet) => sheet.name);
    const meant = names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? nearestName(name, names);
    const hint = meant === undefined ? say`its sheets are ${namesOf(sheets)}` : say`write ${meant}`;
    return sheetFault(say`this workbook has no sheet ${name}`, hint);
  }
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const filled: Sheet[] = [];
  for (const sheet of visible) {
    const isFilled = await hasContent(entries.read(sheet.entry));
    if (typeof isFilled === 'string') return isFilled;
    if (isFilled) filled.push(sheet);
  }
  const [sheet] = filled;
  if (sheet !== undefined && filled.length === 1) return success(sheet);
  if (sheet === undefined) {
    return sheetFault(
      say`this workbook has no visible sheet with content`,
      say`put the recipients on a sheet that is not hidden`,
    );
  }
  return sheetFault(
    say`this workbook has ${filled.length} sheets with content: ${namesOf(filled)}`,
    say`name the sheet that has the recipients in the file of columns, as ${`sheet: ${sheet.name}`}; or delete the others`,
  );
}

/** The names of sheets for a message, at most ten of them. */
function namesOf(sheets: readonly Sheet[]): Message {
  const names = sheets.slice(0, 10).flatMap(({ name }, index) => [...(index === 0 ? [] : [', ']), ...say`${name}`]);
  return sheets.length > 10 ? [...names, ', …'] : names;
}
