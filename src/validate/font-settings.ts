import * as v from 'valibot';
import type { FontSettings } from '../model/font-settings.ts';
import { listOf, strictMapping, textMatching } from './value-schemas.ts';

/** The message of a path that does not name a file in the letter's folder. */
const FONT_PATH_MESSAGE = "the path of a file in the letter's folder, as in fonts/Name.ttf";

/** Matches a relative path with `/` that does not lead out of its folder. */
const PATH_INSIDE = /^(?!\.{1,2}(?:\/|$))[^/\\:]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\:]+)*$/u;

const fontPath = textMatching(PATH_INSIDE, FONT_PATH_MESSAGE);

const fontPathsByCut = strictMapping({ regular: fontPath, bold: fontPath, italic: fontPath, 'bold-italic': fontPath });

/**
 * The schema of `fonts` under `page`. The typefaces of the text, of the letterhead and of Arabic script have a file for
 * every cut that letters use: no cut is imitated, and none is taken from another typeface.
 */
export const fontSettingsSchema: v.GenericSchema<unknown, FontSettings> = strictMapping({
  text: v.exactOptional(fontPathsByCut),
  sans: v.exactOptional(strictMapping({ regular: fontPath, bold: fontPath })),
  arabic: v.exactOptional(fontPathsByCut),
  also: v.optional(listOf(fontPath), []),
});
