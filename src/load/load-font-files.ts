import type { CampaignData } from '../model/campaign-data.ts';
import { spanAt } from '../model/data.ts';
import { type FontFile, type FontSettings, namedFonts } from '../model/font-settings.ts';
import { say } from '../model/message.ts';
import { type Outcome, collect, failure, success } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import type { ReadResult, World } from '../world.ts';
import { joinChunks } from './join-chunks.ts';
import { unreadableFileFault } from './read-file.ts';

/** The greatest size of a font file, in bytes. Those with all Chinese characters have up to 20 MB. */
const MAX_FONT_BYTES = 32_000_000;

/**
 * Reads the font files that a letter names, each once. Their content is not checked. A fault is at the place in
 * `letter.yaml` that names the file.
 */
export async function loadFontFiles(
  world: World,
  { id, letter }: Pick<CampaignData, 'id' | 'letter'>,
  settings: FontSettings | undefined,
): Promise<Outcome<readonly FontFile[]>> {
  const contents = new Map<string, ReadResult<Uint8Array>>();
  const fonts: Outcome<FontFile>[] = [];
  for (const { face, file: path, path: dataPath } of settings === undefined ? [] : namedFonts(settings)) {
    const file = `templates/${id}/${path}`;
    const span = spanAt(letter, dataPath);
    const content = contents.get(file) ?? (await joinChunks(world.readChunks(file), MAX_FONT_BYTES));
    contents.set(file, content);
    if (content.ok) fonts.push(success({ face, file, bytes: content.value, span }));
    else fonts.push(unreadFont(file, content, span));
  }
  return collect(fonts);
}

/** Returns the fault for a font that cannot be read, at the place that names it. */
function unreadFont(file: string, result: Extract<ReadResult<unknown>, { ok: false }>, span: Span): Outcome<never> {
  const unreadable = unreadableFileFault(file, result, 'a font of the letter', MAX_FONT_BYTES);
  const hints = {
    missing: say`copy the font there, or name the path where it is, from the folder of the letter`,
    'too-large': say`name a font with fewer glyphs`,
  };
  const hint = result.problem === 'missing' || result.problem === 'too-large' ? hints[result.problem] : unreadable.hint;
  return failure({ ...unreadable, span, ...(hint === undefined ? {} : { hint }) });
}
