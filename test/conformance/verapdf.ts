import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { outputOf, requireTools, runTool } from './tools.ts';

/** The two standards that every letter claims, as veraPDF calls them: PDF/A-3a and PDF/UA-1. */
export const CLAIMS = ['3a', 'ua1'] as const;

/** veraPDF's verdict on one claim of one file. */
export interface Verdict {
  /** The file's name without its folder. */
  readonly file: string;
  readonly claim: string;
  readonly passed: boolean;
}

const POM = join(import.meta.dirname, 'pom.xml');
/** The folder of veraPDF, which git ignores; it can be deleted at any time. */
const JARS = resolve(import.meta.dirname, '../../.verapdf');

/** Downloads veraPDF with Maven, unless the version in `pom.xml` is installed. */
export async function installVerapdf(): Promise<void> {
  const version = /<version>([\d.]+)<\/version>\s*<\/dependency>/.exec(readFileSync(POM, 'utf8'))?.[1];
  if (version === undefined) throw new Error('pom.xml asks for no version of veraPDF');
  if (existsSync(join(JARS, `greenfield-apps-${version}.jar`))) return;
  requireTools({ mvn: 'maven' });
  const partial = `${JARS}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
  await outputOf('mvn', ['-q', '-B', '-f', POM, goal, `-DoutputDirectory=${partial}`]);
  rmSync(JARS, { recursive: true, force: true });
  renameSync(partial, JARS);
}

/**
 * Validates files in one process, each against the standards that it claims (`-f 0`). There is no verdict on a claim
 * that a file does not make, so a missing verdict counts as a failure: see {@link brokenClaims}.
 */
export async function validate(files: readonly string[]): Promise<readonly Verdict[]> {
  const main = 'org.verapdf.apps.GreenfieldCliWrapper';
  const options = ['-XX:+UseSerialGC', '-cp', join(JARS, '*'), main, '-f', '0', '--format', 'text'];
  const { code, out, err } = await runTool('java', [...options, ...files]);
  if (code !== 0 && code !== 1) throw new Error(`veraPDF ended with ${code}: ${err}`);
  return out.split('\n').flatMap((line): Verdict[] => {
    const match = /^(PASS|FAIL) (.+) (\S+)$/.exec(line.trim());
    return match === null
      ? []
      : [{ file: basename(match[2] ?? ''), claim: match[3] ?? '', passed: match[1] === 'PASS' }];
  });
}

/** The claims of {@link CLAIMS} that a file does not make, or to which it does not conform. */
export function brokenClaims(verdicts: readonly Verdict[], file: string): readonly string[] {
  return CLAIMS.filter((claim) => {
    const own = verdicts.filter((verdict) => verdict.file === file && verdict.claim === claim);
    return own.length !== 1 || own.some(({ passed }) => !passed);
  });
}
