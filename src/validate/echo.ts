import type { Data, DataPath } from '../model/data.ts';
import { type Echo, type Message, keyEcho, profileEcho, say } from '../model/message.ts';

/** The data to which a schema was applied. */
export interface ValidatedData {
  readonly data: Data;
  /** Whether the data is a profile. Messages can be made public, and must then withhold the values of profiles. */
  readonly origin: 'profile' | 'campaign';
}

/**
 * The maximum length, in UTF-16 code units, of a value that a message repeats. Messages do not repeat longer values.
 */
export const MAX_ECHO_LENGTH = 60;

/** The text of a value, if messages can repeat it: they do not repeat long ones, and lists and mappings have none. */
export function repeatable(data: Data): string | undefined {
  const text = data.kind === 'scalar' ? data.text : '';
  return text === '' || text.length > MAX_ECHO_LENGTH ? undefined : text;
}

/** Returns text of the data as part of a message, so that it can be withheld if it is that of a profile. */
export function echoOf(origin: ValidatedData['origin'], text: string): Echo {
  return origin === 'profile' ? profileEcho(text) : { echo: text, secret: false };
}

/** Returns the subject of a message about the value at a path: its key, or its 1-based number in a list. */
export function formatSubject(path: DataPath): Message {
  const lastStep = path.at(-1);
  if (lastStep === undefined) return ['this'];
  if (typeof lastStep === 'string') return say`${keyEcho(lastStep)}`;
  return say`entry ${lastStep + 1} of ${String(path.at(-2) ?? 'this')}`;
}
