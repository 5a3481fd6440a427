import type { Day } from '../model/date.ts';

/** The days of the week and the months as a separator line has them (asctime of C). */
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Returns a message as a part of an mbox file (RFC 4155), in its reversible form "mboxrd": lines that begin with "From ",
 * quoted or not, are quoted once more. Lines end in LF. The separator line has the day of the letter, as there is none
 * of sending.
 */
export function mboxEntry(message: Buffer, day: Day): Buffer {
  // Latin-1 keeps every byte.
  const text = message.toString('latin1').replaceAll('\r\n', '\n');
  const quoted = text.replaceAll(/^(?=>*From )/gm, '>');
  const ending = quoted.endsWith('\n') ? '\n' : '\n\n';
  return Buffer.from(`${separatorOf(day)}\n${quoted}${ending}`, 'latin1');
}

function separatorOf(day: Day): string {
  const date = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = String(date.getUTCDate()).padStart(2);
  const names = `${WEEKDAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]}`;
  return `From MAILER-DAEMON ${names} ${dayOfMonth} 00:00:00 ${date.getUTCFullYear()}`;
}
