import { type Format, havePages } from '../model/artifact.ts';
import type { Data } from '../model/data.ts';
import { FONT_FILES } from '../model/font-files.ts';
import type { Job } from '../model/job.ts';
import type { World } from '../world.ts';
import { sha256 } from './sha256.ts';

/** What the letters of one run share, as far as it can change a letter's bytes. */
export interface SharedInputs {
  readonly tool: string;
  readonly job: Job;
  /** Of all shared files; see `recordReads`. */
  readonly files: string;
  /** Hash of the fonts; see `identifyFonts`. Null: the job makes no pages. */
  readonly fonts: string | null;
}

/** The hash over everything that a letter's file of a format is made from. */
export type InputHashOf = (format: Format) => string;

/** Hashes the shared files, the job, the tool's version and the profile; for pages, the fonts too. */
export function hashInputs(shared: SharedInputs, profile: Data): InputHashOf {
  const { letter, date, attachSource } = shared.job;
  const words = sha256(
    JSON.stringify([shared.tool, letter, date ?? null, attachSource, shared.files, contentOnly(profile)]),
  );
  const pages = sha256(`${words} ${shared.fonts}`);
  return (format) => (havePages([format]) ? pages : words);
}

/** The profile's content alone: moving it in its file, or adding a comment, does not make a letter stale. */
function contentOnly(data: Data): unknown {
  switch (data.kind) {
    case 'scalar':
      return data.text;
    case 'list':
      return data.items.map(contentOnly);
    case 'fields':
      return Object.fromEntries(data.entries.map(({ key, value }) => [key, contentOnly(value)]));
  }
}

/** Bytes: more than a font's table directory, which begins the file and has a checksum of each table (OpenType). */
const DIRECTORY = 1024;

/** One hash over all fonts, which changes with any of them. Reads only where they begin: most runs need no more. */
export function identifyFonts({ readResource }: World): string {
  const files = Object.values(FONT_FILES).map((file) => readResource(file, DIRECTORY));
  return sha256(JSON.stringify(files.map((bytes) => sha256(bytes))));
}
