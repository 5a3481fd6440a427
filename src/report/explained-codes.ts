import type { DiagnosticCode } from '../model/diagnostic.ts';
import { CAMPAIGN } from './codes/campaign.ts';
import { DATA } from './codes/data.ts';
import type { ExplainedCode } from './codes/explained-code.ts';
import { FILES } from './codes/files.ts';
import { PAGES } from './codes/pages.ts';
import { TABLES } from './codes/tables.ts';
import { TEMPLATES } from './codes/templates.ts';
import { TEXTS } from './codes/texts.ts';

/** What every code means. The compiler finds the code that nobody explained. */
export const EXPLAINED_CODES: Readonly<Record<DiagnosticCode, ExplainedCode>> = {
  ...FILES,
  ...TABLES,
  ...DATA,
  ...CAMPAIGN,
  ...TEMPLATES,
  ...TEXTS,
  ...PAGES,
};

/** A code that there is. */
export function isCode(name: string): name is DiagnosticCode {
  return Object.hasOwn(EXPLAINED_CODES, name);
}

/** A code as a paragraph with an example. */
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
