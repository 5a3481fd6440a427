import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs that the suite runs, each with its Debian package. Maven is needed only to install veraPDF. */
export const TOOLS: Readonly<Record<string, string>> = {
  java: 'default-jre-headless',
  qpdf: 'qpdf',
  'fix-qdf': 'qpdf',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  python3: 'python3',
};

/** Throws an Error that names missing programs and their packages, because a check that did not run has not passed. */
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

/** The output of a tool, and its exit code. */
export interface ToolRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a tool to its end, and accepts any exit code. */
export function runTool(name: string, args: readonly string[], encoding: 'utf8' | 'latin1' = 'utf8'): Promise<ToolRun> {
  return new Promise((resolved, rejected) => {
    const child = execFile(name, [...args], { maxBuffer: 256_000_000, encoding }, (error, out, err) => {
      if (error !== null && child.exitCode === null) rejected(error);
      else resolved({ code: child.exitCode ?? -1, out, err });
    });
  });
}

/** Runs a tool, and returns its standard output. Throws an Error unless its exit code is 0. */
export async function outputOf(name: string, args: readonly string[], encoding?: 'utf8' | 'latin1'): Promise<string> {
  const { code, out, err } = await runTool(name, args, encoding);
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${code}: ${err}`);
  return out;
}
