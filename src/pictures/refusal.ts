import { say, type Message } from '../model/message.ts';

/** Why a picture file cannot be printed, as a sentence that names the file, and what its user can do. */
export interface Refusal {
  readonly reason: Message;
  readonly hint: Message;
}

/** A value that was read from a picture file, or the reason why the file is refused. */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** Returns a checked value. */
export function passCheck<T>(value: T): Checked<T> {
  return { ok: true, value };
}

/** Returns a refusal. */
export function refusePicture(reason: Message, hint: Message): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { reason, hint } };
}

/** Refuses a file that its format does not allow. `what`: what is wrong, as the end of a sentence. */
export function refuseDamaged(file: string, what: Message): { readonly ok: false; readonly refusal: Refusal } {
  return refusePicture(
    say`${file} is damaged: ${what}`,
    say`copy it again from where it came from, or export it again`,
  );
}
