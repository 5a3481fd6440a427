import { EXIT, type Shell, noSuch } from '../../cli/shell.ts';
import type { DiagnosticCode } from '../../model/diagnostic.ts';
import { EXPLAINED_CODES } from '../../report/explained-codes.ts';
import { jsonDocument } from '../../report/json-document.ts';

/** `demarche explain CODE`: what a code means, with an example. Needs no campaign. */
export async function run(shell: Shell, code: string, { json }: { readonly json: boolean }): Promise<number> {
  if (!isCode(code)) {
    const area = code.slice(0, code.indexOf('/') + 1);
    const codes = Object.keys(EXPLAINED_CODES);
    const near = codes.filter((known) => known.startsWith(area));
    throw noSuch('code', [code], near.length > 0 ? near : codes);
  }
  await shell.out(json ? jsonDocument({ code, ...EXPLAINED_CODES[code] }) : explainedCodeText(code));
  return EXIT.done;
}

/** Is there a code of this name? */
export function isCode(name: string): name is DiagnosticCode {
  return Object.hasOwn(EXPLAINED_CODES, name);
}

/** What a code means: a paragraph, and an example. */
export function explainedCodeText(code: DiagnosticCode): string {
  const { meaning, why, fix: mend, wrong, right } = EXPLAINED_CODES[code];
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
