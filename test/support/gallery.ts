import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GALLERY } from '../../src/commands/init/gallery.ts';
import { ROOT } from './run-demarche.ts';

/** A campaign of the gallery in one of its languages. */
export interface GalleryEdition {
  readonly name: string;
  readonly language: string;
}

/** Every campaign of the gallery in every language: what `init` can write. */
export const GALLERY_EDITIONS: readonly GalleryEdition[] = GALLERY.flatMap(({ name, source }) =>
  source.kind === 'one'
    ? [{ name, language: source.language }]
    : readdirSync(join(ROOT, source.folder)).map((language) => ({ name, language })),
);
