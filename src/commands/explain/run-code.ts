import { jsonDocument } from '../../cli/answer.ts';
import { EXIT, type Shell, noSuch } from '../../cli/shell.ts';
import { EXPLAINED_CODES } from '../../report/explained-codes.ts';
import { explainedCodeText, isCode } from './code-text.ts';

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
