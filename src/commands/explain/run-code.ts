import { EXIT, type Shell, noSuch } from '../../cli/shell.ts';
import type { DiagnosticCode } from '../../model/diagnostic.ts';
import { EXPLAINED_CODES } from '../../report/explained-codes.ts';
import { jsonDocument } from '../../report/json-document.ts';

/**
 * `demarche explain CODE`: prints the meaning of a diagnostic code, with an example. Needs no campaign. Usage error: an
 * unknown code; the hint lists the codes with the same prefix.
 */
export async function run(shell: Shell, code: string, { json }: { readonly json: boolean }): Promise<number> {
  if (!isDiagnosticCode(code)) {
    const area = code.slice(0, code.indexOf('/') + 1);
    const codes = Object.keys(EXPLAINED_CODES);
    const inArea = codes.filter((name) => name.startsWith(area));
    throw noSuch('code', [code], inArea.length > 0 ? inArea : codes);
  }
  await shell.out(json ? jsonDocument({ code, ...EXPLAINED_CODES[code] }) : explainedCodeText(code));
  return EXIT.done;
}

/** Whether this is a diagnostic code. */
export function isDiagnosticCode(name: string): name is DiagnosticCode {
  return Object.hasOwn(EXPLAINED_CODES, name);
}

/** The explanation of a code as text: a paragraph, a wrong and a right example. */
export function explainedCodeText(code: DiagnosticCode): string {
  const { meaning, why, fix: repair, wrong, right } = EXPLAINED_CODES[code];
  const indented = (text: string): string => text.replaceAll(/^/gmu, '    ');
  return `${code}\n\n${folded(`${meaning} ${why} ${repair}`)}\n\nWrong:\n\n${indented(wrong)}\n\nRight:\n\n${indented(right)}\n`;
}

/** The maximum length of a line of a paragraph, in UTF-16 units. */
const LINE_WIDTH = 80;

/** Breaks a text into lines of at most `LINE_WIDTH`, at spaces. */
function folded(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE_WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
