import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demarche, ROOT, type CommandResult, temporaryFolder } from './run-demarche.ts';

/** The result of a run of the command line, and the modules that it loaded. */
export interface LoadedModules extends CommandResult {
  /** JavaScript files except Node's own, relative to the project. */
  readonly files: readonly string[];
  /** Modules of demarche: paths in `src/` without their extension. */
  readonly modules: readonly string[];
  /** Names of npm packages. */
  readonly packages: readonly string[];
  /** Built-in modules of Node except its internal ones. */
  readonly builtins: readonly string[];
}

/** Runs the built command, and reads the coverage that V8 records, which lists every script that was loaded. */
export async function listLoadedModules(args: readonly string[]): Promise<LoadedModules> {
  const folder = temporaryFolder();
  const result = await demarche(args, { env: { NODE_V8_COVERAGE: folder } });
  const urls = readdirSync(folder).flatMap((name) => urlsIn(readFileSync(join(folder, name), 'utf8')));
  const files = urls.filter((url) => url.startsWith('file:')).map((url) => relative(ROOT, fileURLToPath(url)));
  const sources = files.flatMap(sourcesOf);
  const packages = sources.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return {
    ...result,
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

/** The sources of a bundled file, as its source map lists them; a file without a source map is its own source. */
function sourcesOf(file: string): readonly string[] {
  const map = join(ROOT, `${file}.map`);
  if (!existsSync(map)) return [file];
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { readonly sources: string[] };
  return sources.map((source) => posix.join(posix.dirname(file), source));
}

/** Returns the modules whose name matches the pattern. */
export function modulesMatching(modules: readonly string[], pattern: RegExp): readonly string[] {
  return modules.filter((name) => pattern.test(name));
}
