import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { putFile } from './in-process.ts';
import { ROOT } from './run-demarche.ts';

/** What a reader of `docs/start.md` does, in its order: types a command, writes a file, changes lines of a file. */
export type Step =
  | {
      readonly kind: 'command';
      readonly line: string;
      /** What the document shows below the command; a line `…` stands for any lines. */
      readonly shown: readonly string[];
    }
  | { readonly kind: 'file' | 'change'; readonly path: string; readonly lines: readonly string[] };

/** A code block, with the path of a file on the line above it if it is of one. */
const BLOCK = /(?:^`(?<path>[^`\n]+)`\n\n)?^```(?<language>\w*)\n(?<text>.*?)^```$/gmsu;

/** The steps of the document. */
export function startSteps(): readonly Step[] {
  const document = readFileSync(join(ROOT, 'docs/start.md'), 'utf8');
  return [...document.matchAll(BLOCK)].flatMap(({ groups }) => {
    const { path, language, text = '' } = groups ?? {};
    const lines = text.trimEnd().split('\n');
    if (path === undefined) return commandsIn(lines);
    return [{ kind: language === 'diff' ? 'change' : 'file', path, lines } as const];
  });
}

function commandsIn(lines: readonly string[]): readonly Step[] {
  const commands: { kind: 'command'; line: string; shown: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('$ ')) commands.push({ kind: 'command', line: line.slice(2), shown: [] });
    else commands.at(-1)?.shown.push(line);
  }
  return commands;
}

/** Whether a command printed what the document shows, and nothing else. */
export function isAsShown(printed: string, shown: readonly string[]): boolean {
  const lines = shown.map((line) =>
    line === '…' ? '(?:.*\n)*' : `${line.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}\n`,
  );
  return new RegExp(`^${lines.join('')}$`, 'u').test(printed);
}

/** Writes a file as the document shows it, or replaces the lines that begin with `-` by those with `+`. */
export function editFile(folder: string, step: Exclude<Step, { kind: 'command' }>): void {
  const { kind, path, lines } = step;
  if (kind === 'file') {
    putFile(folder, path, `${lines.join('\n')}\n`);
    return;
  }
  const linesOf = (other: string): string =>
    lines
      .filter((line) => !line.startsWith(other))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const text = readFileSync(join(folder, path), 'utf8');
  if (text.split(linesOf('+')).length !== 2) throw new Error(`${path} does not have the lines of the change once`);
  putFile(folder, path, text.replace(linesOf('+'), linesOf('-')));
}
