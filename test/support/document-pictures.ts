import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GALLERY } from '../../src/commands/init/gallery.ts';
import { folderWith, inProcess } from './in-process.ts';

/** A picture of a page in README.md or docs/: the first page of a letter of the gallery. */
export interface DocumentPicture {
  /** The name of the file in `docs/pictures/pages/`. */
  readonly name: string;
  /** The campaign of the gallery. */
  readonly campaign: string;
  readonly recipient: string;
  readonly language: string;
  /** The preset of the page, and what follows it in `letter.yaml`; undefined if it is that of the campaign. */
  readonly preset?: string;
}

/** The pictures, in the order of their documents. */
export const DOCUMENT_PICTURES: readonly DocumentPicture[] = [
  { name: 'president.svg', campaign: 'open-letter', recipient: 'asp-president', language: 'en' },
  { name: 'asked-to-build.svg', campaign: 'council', recipient: 'upper-town', language: 'en' },
  { name: 'asked-to-support.svg', campaign: 'council', recipient: 'lower-town', language: 'en' },
  { name: 'letter.svg', campaign: 'letter', recipient: 'mayor', language: 'en' },
  { name: 'access-request.svg', campaign: 'access-request', recipient: 'water-authority', language: 'en' },
  { name: 'consultation.svg', campaign: 'consultation', recipient: 'ministry', language: 'en' },
  { name: 'arabic.svg', campaign: 'open-letter', recipient: 'asp-president', language: 'ar' },
  {
    name: 'justified.svg',
    campaign: 'open-letter',
    recipient: 'asp-president',
    language: 'en',
    preset: 'international\n  justify: true',
  },
  { name: 'din-5008.svg', campaign: 'open-letter', recipient: 'eu-dk', language: 'en', preset: 'din-5008-b' },
];

/** Draws a picture: begins the campaign in an empty folder, and generates the letter there. */
export async function drawDocumentPicture(picture: DocumentPicture): Promise<string> {
  const { campaign, recipient, language, preset } = picture;
  const parent = folderWith({});
  await run(parent, 'init', 'campaign', '--from', campaign);
  const folder = join(parent, 'campaign');
  const letter = GALLERY.find(({ name }) => name === campaign)?.letter ?? '';
  if (preset !== undefined) {
    const path = join(folder, 'templates', letter, 'letter.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('preset: international', `preset: ${preset}`));
  }
  await run(folder, 'generate', recipient, '--language', language, '--to', 'svg');
  return readFileSync(join(folder, 'out', letter, `${recipient}.${language}.1.svg`), 'utf8');
}

async function run(folder: string, ...args: readonly string[]): Promise<void> {
  const { code, err } = await inProcess(folder, args);
  if (code !== 0) throw new Error(err);
}
