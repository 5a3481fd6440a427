import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, join } from 'node:path';

/** A place in one of the program's files, as V8 writes it: `/…/pdf-BTPjWvFj.cjs:861:12`. */
const PLACE = /((?:\/|[A-Z]:\\)[^()\n]*\.cjs):(\d+):(\d+)/g;

/** A stack trace that tells files, lines and columns of the source, as far as the program's files know them. */
export function withSourceLocations(trace: string): string {
  return trace.replaceAll(PLACE, (place, file: string, line: string, column: string) => {
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return place;
    return `${join(dirname(file), entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** The map that lies beside a bundled file; other files have none. */
function mapOf(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
