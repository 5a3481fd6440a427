import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-demarche.ts';

/** A command line of a document, without `demarche` and a redirection of its output. */
export interface DocumentCommand {
  readonly line: string;
  /** The lines below it in a transcript, where command lines begin with `$`; empty elsewhere. */
  readonly output: readonly string[];
  readonly isTranscript: boolean;
}

const FENCE = /^```[^\n]*\n(?<block>.*?)^```$/gmsu;

/** The fenced blocks of a document that are in a language; in none, for an empty text. */
export function blocksOf(document: string, language: string): readonly string[] {
  const text = readFileSync(join(ROOT, document), 'utf8');
  return [...text.matchAll(FENCE)]
    .filter(([all]) => all.startsWith(`\`\`\`${language}\n`))
    .map(({ groups }) => groups?.['block'] ?? '');
}

/** The command lines of a document, in its order: those of its code blocks, then those in its sentences. */
export function commandsOf(document: string): readonly DocumentCommand[] {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const inBlocks = [...text.matchAll(FENCE)].flatMap(({ groups }) => commandsInBlock(groups?.['block'] ?? ''));
  const sentences = text.replaceAll(FENCE, '').matchAll(/`demarche ([^`]+)`/g);
  return [
    ...inBlocks,
    ...[...sentences].map(([, line = '']) => ({ line: line.replaceAll(/\s+/g, ' '), output: [], isTranscript: false })),
  ];
}

function commandsInBlock(block: string): readonly DocumentCommand[] {
  const isTranscript = block.startsWith('$ ');
  const commands: { line: string; output: string[]; isTranscript: boolean }[] = [];
  for (const text of block.split('\n')) {
    const [, line] = /^(?:\$ |.* \| |node \S*|npx )?demarche(?:\.js)? (.*?)(?: {2,}.*)?$/.exec(text) ?? [];
    if (line !== undefined) commands.push({ line: line.replace(/ > \S+$/, ''), output: [], isTranscript });
    else if (isTranscript && text !== '') commands.at(-1)?.output.push(text);
  }
  return commands;
}
