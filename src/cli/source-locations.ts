import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, join } from 'node:path';

/** A location in a bundled file, as V8 writes it in a stack trace: `/…/pdf-BTPjWvFj.cjs:861:12`. */
const BUNDLE_LOCATION = /((?:\/|[A-Z]:\\)[^()\n]*\.cjs):(\d+):(\d+)/g;

/** Replaces locations in bundled files by those in the source, as far as there are source maps. */
export function withSourceLocations(trace: string): string {
  return trace.replaceAll(BUNDLE_LOCATION, (location, file: string, line: string, column: string) => {
    const entry = readSourceMap(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return location;
    return `${join(dirname(file), entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** The source map beside a bundled file; undefined if there is none. */
function readSourceMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
