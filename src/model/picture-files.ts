import { type Diagnostic, type RelatedLocation } from './diagnostic.ts';
import type { Outcome } from './outcome.ts';
import type { Picture } from './picture.ts';
import { readPicturePath } from './picture-path.ts';
import type { Span } from './span.ts';

/**
 * The pictures that the settings and the texts of a letter name, by their path in its folder: each checked, or the
 * faults of its file. These are reported where a picture is named (`pictureFaultsAt`).
 */
export type PictureFiles = ReadonlyMap<string, Outcome<Picture>>;

/** The maximum size of a picture file, in bytes. It is read in chunks, so that a larger one is never in memory. */
export const MAX_PICTURE_BYTES = 16_000_000;

/** No pictures, as most letters have. */
export const NO_PICTURE_FILES: PictureFiles = new Map();

/** Returns the faults of a picture's file at a place that names it. Their messages name the file. */
export function pictureFaultsAt(
  { diagnostics }: Outcome<Picture>,
  span: Span,
  related: readonly RelatedLocation[] = [],
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, span, related: [...related, ...diagnostic.related] }));
}

/** Returns the picture of a path as the campaign's files have it; undefined if there is none that can be printed. */
export function findPicture(pictures: PictureFiles, written: string): Picture | undefined {
  const path = readPicturePath(written);
  const picture = path.ok ? pictures.get(path.path) : undefined;
  return picture?.ok === true ? picture.value : undefined;
}
