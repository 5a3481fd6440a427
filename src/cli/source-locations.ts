import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, join } from 'node:path';

/** A location in a bundled file, as V8 writes it in a stack trace: `/…/pdf-BTPjWvFj.cjs:861:12`. */
const BUNDLE_LOCATION = /((?:\/|[A-Z]:\\)[^()\n]*\.cjs):(\d+):(\d+)/g;

/** Replaces locations in bundled files by those in the source files, if the bundle has a source map. */
export function withSourceLocations(trace: string): string {
  return trace.replaceAll(BUNDLE_LOCATION, (location, file: string, line: string, column: string) => {
    const entry = readSourceMap(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return location;
    return `${join(dirname(file), entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** Reads the source map of a bundled file, `<file>.map`; undefined if there is none. */
function readSourceMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
