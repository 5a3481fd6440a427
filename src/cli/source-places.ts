import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { posix } from 'node:path';

/** A place in one of the program's files, as V8 writes it: `file:///…/pdf-BTPjWvFj.js:861:12`. */
const PLACE = /(file:\S+?\.js):(\d+):(\d+)/g;

/** A stack trace that tells files, lines and columns of the source, as far as the program's files know them. */
export function inSourcePlaces(trace: string): string {
  return trace.replaceAll(PLACE, (place, file: string, line: string, column: string) => {
    const map = mapOf(file);
    const entry = map?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return place;
    const source = posix.join(posix.dirname(file.slice('file://'.length)), entry.originalSource);
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** The map that lies beside a bundled file; other files have none. */
function mapOf(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(new URL(`${file}.map`), 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
