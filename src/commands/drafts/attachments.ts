import { asciiName, attachmentName } from '../../mail/attachment-name.ts';
import type { MailAttachment } from '../../mail/draft.ts';
import type { EnclosedFile } from '../../model/enclosed-file.ts';
import { inLanguage } from '../../model/language.ts';
import type { Letter } from '../../model/letter.ts';
import type { Selection } from '../../model/selection.ts';
import { letterKey } from '../../run/manifest.ts';

/** The PDF of a letter, as it is in the output folder. */
export interface LetterPdf {
  readonly bytes: Uint8Array;
  /** Its SHA-256, in hexadecimal. */
  readonly hash: string;
}

/** Returns what is attached to the e-mail with a letter: the letter, then its enclosures in the order of its list. */
export function attachmentsOf(selection: Selection, letter: Letter, pdf: LetterPdf): readonly MailAttachment[] {
  // Two enclosures may be one file.
  const files = new Set(letter.enclosures.flatMap(({ file }) => file ?? []));
  return [letterAttachment(selection, letter, pdf), ...Array.from(files, enclosureAttachment)];
}

function letterAttachment(
  { recipient, language, state, letter: { id } }: Selection,
  letter: Letter,
  pdf: LetterPdf,
): MailAttachment {
  const extension = '.pdf';
  const stateName = state && inLanguage(state.names, language)?.short;
  const addressee = stateName ?? letter.runningHeadForms.at(-1)?.value ?? '';
  const name = attachmentName({ day: letter.day, title: letter.title, addressee, extension });
  const fallback = `${letter.day} ${id} ${letterKey({ id: recipient.id, language })}`;
  return { ...pdf, name, asciiName: asciiName(name, fallback, extension), mediaType: 'application/pdf' };
}

/** Attaches an enclosure under its own name, by which the letter and the manifest know it. */
function enclosureAttachment({ name, mediaType, bytes, hash }: EnclosedFile, index: number): MailAttachment {
  const [extension = ''] = /\.[a-z0-9]+$/iu.exec(name) ?? [];
  return { name, asciiName: asciiName(name, `enclosure ${index + 1}`, extension), mediaType, bytes, hash };
}
