import { type Diagnostic, inReadingOrder } from '../model/diagnostic.ts';
import type { FileTexts } from '../model/file-texts.ts';
import { holdsProfiles } from '../load/load-profiles.ts';
import type { World } from '../world.ts';

/** Files whose lines are shown. Whoever has faults in more of them mends these first. */
const MOST = 100;

/**
 * Reads the files that diagnostics are about once more, so that their lines can be shown: those of the campaign, and
 * profiles only where what they hold may be shown.
 */
export async function readTexts(
  world: World,
  diagnostics: readonly Diagnostic[],
  { showValues }: { readonly showValues: boolean },
): Promise<FileTexts> {
  const places = inReadingOrder(diagnostics).flatMap(({ span, related }) => [
    span,
    ...related.map((place) => place.span),
  ]);
  const files = new Set(places.map(({ file }) => file).filter((file) => showValues || !holdsProfiles(file)));
  const texts = new Map<string, string>();
  for (const file of [...files].filter(isOfCampaign).slice(0, MOST)) {
    const reading = await world.readText(file);
    if (reading.ok) texts.set(file, reading.value);
  }
  return texts;
}

/** What was written is nobody's mistake to look at. */
function isOfCampaign(file: string): boolean {
  return file.startsWith('templates/') || file.startsWith('recipients/');
}
