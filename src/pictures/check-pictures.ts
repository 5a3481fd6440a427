import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Outcome, andThen, failure, success } from '../model/outcome.ts';
import type { Picture, PreparedPictures } from '../model/picture.ts';
import type { PictureFiles } from '../model/picture-files.ts';
import { fileStart } from '../model/span.ts';
import { checkPicture } from './check-picture.ts';
import { preparePictures } from './prepare-pictures.ts';
import type { Refusal } from './refusal.ts';

/** Checks the pictures of a letter, by their path in its folder. A file that could not be read keeps its faults. */
export function checkPictures(files: ReadonlyMap<string, Outcome<Uint8Array>>): PictureFiles {
  return new Map(
    [...files].map(([path, bytes]) => [path, andThen(bytes, (content) => checkFile(path, content))] as const),
  );
}

function checkFile(path: string, bytes: Uint8Array): Outcome<Picture> {
  const checked = checkPicture(path, bytes);
  return checked.ok ? success(checked.value) : failure(refusedFault(path, checked.refusal));
}

/** The pictures of a letter, and their pixels as page formats contain them. */
export interface CheckedPixels {
  readonly files: PictureFiles;
  readonly prepared: PreparedPictures;
}

/** Prepares the pixels of checked pictures. A picture whose pixels are damaged has a fault then. */
export function checkPixels(files: PictureFiles): CheckedPixels {
  const pictures = [...files.values()].flatMap((file) => (file.ok ? [file.value] : []));
  const { prepared, refusals } = preparePictures(pictures);
  const checkedFiles = [...files].map(([path, file]): readonly [string, Outcome<Picture>] => {
    const refusal = file.ok ? refusals.get(file.value) : undefined;
    return [path, refusal === undefined ? file : failure(refusedFault(path, refusal))];
  });
  return { files: new Map(checkedFiles), prepared };
}

function refusedFault(path: string, { reason, hint }: Refusal): Diagnostic {
  return fault('picture/refused', fileStart(path), reason, { hint });
}
