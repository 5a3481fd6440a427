import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the suite runs, and the Debian package that brings it. Maven is asked only where veraPDF is not there yet. */
export const TOOLS: Readonly<Record<string, string>> = {
  java: 'default-jre-headless',
  qpdf: 'qpdf',
  'fix-qdf': 'qpdf',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfdetach: 'poppler-utils',
};

/** Throws a sentence that says what is missing and where it comes from: a check that did not run has not passed. */
export function requireTools(tools: Readonly<Record<string, string>>): void {
  const missing = Object.keys(tools).filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((name) => tools[name]))].join(', ');
  throw new Error(`${missing.join(', ')} cannot be found, so nothing can be proved; on Debian install ${packages}`);
}

function isInstalled(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What a tool said and how it ended. */
export interface ToolRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a tool to its end, whatever its exit code. */
export function runTool(name: string, args: readonly string[], encoding: 'utf8' | 'latin1' = 'utf8'): Promise<ToolRun> {
  return new Promise((resolved, rejected) => {
    const child = execFile(name, [...args], { maxBuffer: 256_000_000, encoding }, (error, out, err) => {
      if (error !== null && child.exitCode === null) rejected(error);
      else resolved({ code: child.exitCode ?? -1, out, err });
    });
  });
}

/** Runs a tool that must succeed. */
export async function outputOf(name: string, args: readonly string[], encoding?: 'utf8' | 'latin1'): Promise<string> {
  const { code, out, err } = await runTool(name, args, encoding);
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${code}: ${err}`);
  return out;
}
