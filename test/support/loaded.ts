import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demarche, ROOT, type Said, temporaryFolder } from './run-demarche.ts';

/** What a run of the command line loaded. */
export interface Loaded extends Said {
  /** Files of JavaScript, Node's own left out. */
  readonly files: readonly string[];
  /** Modules of ours, as in `src`, without their ending. */
  readonly modules: readonly string[];
  /** Packages of others. */
  readonly packages: readonly string[];
  /** Modules of Node, without those that Node keeps to itself. */
  readonly builtins: readonly string[];
}

/** Runs the built command and looks at what V8 covered: every script that was loaded is there, whoever imported it. */
export async function loadedBy(args: readonly string[]): Promise<Loaded> {
  const folder = temporaryFolder();
  const said = await demarche(args, { env: { NODE_V8_COVERAGE: folder } });
  const urls = readdirSync(folder).flatMap((name) => urlsIn(readFileSync(join(folder, name), 'utf8')));
  const files = urls.filter((url) => url.startsWith('file:')).map((url) => relative(ROOT, fileURLToPath(url)));
  const sources = files.flatMap(sourcesOf);
  const packages = sources.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return {
    ...said,
    files,
    modules: sources.flatMap((path) => /^src\/(.*)\.ts$/.exec(path)?.[1] ?? []).toSorted(),
    packages: [...new Set(packages)].toSorted(),
    builtins: urls.filter((url) => /^node:(?!internal\/)/.test(url)),
  };
}

function urlsIn(coverage: string): readonly string[] {
  const { result } = JSON.parse(coverage) as { readonly result: readonly { readonly url: string }[] };
  return result.map(({ url }) => url);
}

/** What a bundled file was made from, as its map has it; another file is its own source. */
function sourcesOf(file: string): readonly string[] {
  const map = join(ROOT, `${file}.map`);
  if (!existsSync(map)) return [file];
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { readonly sources: string[] };
  return sources.map((source) => posix.join(posix.dirname(file), source));
}
