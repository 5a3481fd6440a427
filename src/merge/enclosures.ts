import type { Conventions } from '../languages/conventions.ts';
import { nameOfLanguage } from '../languages/language-names.ts';
import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { findEnclosedFile } from '../model/enclosed-file.ts';
import { type FileEnclosure, chooseFile } from '../model/enclosure.ts';
import type { Language } from '../model/language.ts';
import type { EnclosureLine } from '../model/letter.ts';
import { say } from '../model/message.ts';
import type { Selection } from '../model/selection.ts';
import { createAutolink } from './footnotes.ts';
import { localisedText } from './in-language.ts';

/**
 * Creates the list of what is sent with a letter. Of a file in another language than the letter, it says so. A fault is
 * added to `faults`.
 */
export function createEnclosures(
  campaign: Campaign,
  { enclosures, language, recipient }: Selection,
  conventions: Conventions,
  faults: Diagnostic[],
): readonly EnclosureLine[] {
  return enclosures.flatMap((enclosure) =>
    enclosure.kind === 'file'
      ? createFileLine(enclosure, campaign, { language, readLanguages: recipient.languages }, conventions)
      : createSourceLine(enclosure.id, campaign, language, conventions, faults),
  );
}

/** Returns the line of a file. Its path and its content are validated. */
function createFileLine(
  enclosure: FileEnclosure,
  { enclosedFiles }: Campaign,
  { language, readLanguages }: { readonly language: Language; readonly readLanguages: readonly Language[] },
  conventions: Conventions,
): readonly EnclosureLine[] {
  const { path, otherLanguage } = chooseFile(enclosure, language, readLanguages);
  const file = findEnclosedFile(enclosedFiles, path);
  if (file === undefined) throw new Error(`the enclosure ${path} was not checked`);
  const remark =
    otherLanguage === undefined ? '' : ` (${conventions.writtenIn(nameOfLanguage(otherLanguage, language))})`;
  return [{ title: localisedText(enclosure.title, language, conventions, remark), file }];
}

function createSourceLine(
  key: string,
  { sources, letter }: Campaign,
  language: Language,
  conventions: Conventions,
  faults: Diagnostic[],
): readonly EnclosureLine[] {
  const source = sources.get(key);
  if (source === undefined) {
    const hint = say`Its entry belongs in sources.yaml.`;
    faults.push(fault('template/unknown-source', letter.span, say`there is no source ${key} to enclose`, { hint }));
    return [];
  }
  const { title, url } = source;
  if (url === undefined) return [{ title: localisedText(title, language, conventions, ''), file: undefined }];
  const words = localisedText(title, language, conventions, conventions.comma);
  return [{ title: [...words, createAutolink(url)], file: undefined }];
}
