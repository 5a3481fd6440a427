import type { Data } from '../model/data.ts';
import { isLanguageTag } from '../model/language-tag.ts';
import { type Message, say } from '../model/message.ts';

/** Returns the hint for lines of an address without their key. */
export function addressHint(): Message {
  return say`put the lines under lines:, as in ${'address: { lines: [1 Mill Lane, TOWN] }'}`;
}

/** Returns the hint that has the languages of a letter as a mapping, if the value in its place lists their codes. */
export function languagesHint(wrongData: Data): Message | undefined {
  const codes =
    wrongData.kind === 'list'
      ? wrongData.items.map((item) => (item.kind === 'scalar' ? item.text : ''))
      : wrongData.kind === 'scalar'
        ? wrongData.text.split(/[\s,]+/)
        : [];
  if (!codes.every(isLanguageTag)) return undefined;
  const statuses = codes.map((code, index) => `${code}: ${index === 0 ? 'original' : 'unchecked'}`);
  return say`write ${`languages: { ${statuses.join(', ')} }`}; the original is the language that the letter was written in`;
}
