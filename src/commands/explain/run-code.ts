import { EXIT, type Shell, unknownNameError } from '../../cli/shell.ts';
import type { DiagnosticCode } from '../../model/diagnostic.ts';
import { EXPLAINED_CODES } from '../../report/explained-codes.ts';
import { jsonDocument } from '../../report/json-document.ts';

/**
 * `demarche explain CODE`: prints the meaning of a diagnostic code, with an example. Needs no campaign. Throws a
 * UsageError if the code is unknown; its hint lists the codes with the same prefix, or all codes.
 */
export async function run(shell: Shell, code: string, { json }: { readonly json: boolean }): Promise<number> {
  if (!isDiagnosticCode(code)) {
    const area = code.slice(0, code.indexOf('/') + 1);
    const codes = Object.keys(EXPLAINED_CODES);
    const codesInArea = codes.filter((name) => name.startsWith(area));
    throw unknownNameError('code', [code], codesInArea.length > 0 ? codesInArea : codes);
  }
  await shell.out(json ? jsonDocument({ code, ...EXPLAINED_CODES[code] }) : explainedCodeText(code));
  return EXIT.success;
}

/** Whether this is a diagnostic code. */
export function isDiagnosticCode(name: string): name is DiagnosticCode {
  return Object.hasOwn(EXPLAINED_CODES, name);
}

/** Formats the explanation of a code: a paragraph, a wrong example and its correction. */
export function explainedCodeText(code: DiagnosticCode): string {
  const { meaning, why, fix, wrong, right } = EXPLAINED_CODES[code];
  const indented = (text: string): string => text.replaceAll(/^/gmu, '    ');
  return `${code}\n\n${wrapText(`${meaning} ${why} ${fix}`)}\n\nWrong:\n\n${indented(wrong)}\n\nRight:\n\n${indented(right)}\n`;
}

/** The maximum length of a line of a paragraph, in UTF-16 units. */
const LINE_WIDTH = 80;

/** Breaks a text at spaces into lines of at most `LINE_WIDTH`, unless a word is longer. */
function wrapText(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const lastLine = lines.at(-1);
    if (lastLine !== undefined && lastLine.length + 1 + word.length <= LINE_WIDTH)
      lines[lines.length - 1] = `${lastLine} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
