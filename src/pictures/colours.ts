import { say } from '../model/message.ts';
import { refusePicture, type Refusal } from './refusal.ts';

/** Refuses a picture whose file states other colours than those of sRGB. */
export function refuseColours(file: string): { readonly ok: false; readonly refusal: Refusal } {
  return refusePicture(
    say`${file} states another colour space than sRGB, in which its colours would be wrong`,
    say`convert its colours to sRGB in a picture editor and save it again`,
  );
}
