import type { DiagnosticCode } from '../../model/diagnostic.ts';
import { EXPLAINED_CODES } from '../../report/explained-codes.ts';

/** Is there a code of this name? */
export function isCode(name: string): name is DiagnosticCode {
  return Object.hasOwn(EXPLAINED_CODES, name);
}

/** What a code means: a paragraph, and an example. */
export function explainedCodeText(code: DiagnosticCode): string {
  const { meaning, why, mend, wrong, right } = EXPLAINED_CODES[code];
  const indented = (text: string): string => text.replaceAll(/^/gmu, '    ');
  return `${code}\n\n${folded(`${meaning} ${why} ${mend}`)}\n\nNot so:\n\n${indented(wrong)}\n\nBut so:\n\n${indented(right)}\n`;
}

/** Characters in a line of a paragraph. */
const MEASURE = 80;

function folded(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= MEASURE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
