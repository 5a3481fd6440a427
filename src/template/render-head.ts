import { conventionsOf } from '../languages/languages.ts';
import type { Campaign } from '../model/campaign.ts';
import { type Diagnostic, removeRepeats } from '../model/diagnostic.ts';
import { coversLanguage, inLanguageOrFirst, type Language } from '../model/language.ts';
import type { OwnReference } from '../model/letterhead.ts';
import { createMeantTest } from '../model/meant.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import type { Inline } from '../model/tree.ts';
import type { View } from './campaign-view.ts';
import { linkAddresses } from './link-addresses.ts';
import { renderLine } from './render-line.ts';
import type { RenderedText } from './rendered.ts';
import { type ByShape, createNamesForShapes } from './shapes.ts';
import type { NotePatterns } from './working-notes.ts';

/** What the head of all letters in a language has of `letter.yaml`, and the template of the sender's reference. */
export interface RenderedHead {
  /** The lines of the letterhead below the names. */
  readonly senderLines: readonly (readonly Inline[])[];
  readonly reference: RenderedReference | undefined;
}

/** The sender's reference, rendered for each shape (the combination of optional values that a recipient has). */
export interface RenderedReference {
  readonly renderings: ByShape<RenderedText>;
  /** The language of its words; undefined if it is that of the letter. */
  readonly language: Language | undefined;
  readonly span: OwnReference['span'];
}

/** Renders the heads of letters in the languages of the run's editions. Returns them by language, or all faults. */
export function renderHeads(
  campaign: Campaign,
  view: View,
  notePatterns: NotePatterns,
): Outcome<ReadonlyMap<Language, RenderedHead>> {
  const diagnostics: Diagnostic[] = [];
  const { languages } = campaign.editions;
  const { reference } = campaign.letter;
  // A variant is written on request, so that words for it alone are validated too.
  const variants = Object.keys(reference?.text ?? {}).filter((tag) =>
    languages.some((language) => coversLanguage(language, tag)),
  );
  const heads = [...new Set([...languages, ...variants])].map((language): [Language, RenderedHead] => [
    language,
    {
      senderLines: renderSenderLines(campaign, language),
      reference: renderReference(campaign, language, { view, notePatterns }, diagnostics),
    },
  ]);
  return settle(new Map(heads), removeRepeats(diagnostics));
}

/** Returns the lines of the letterhead. Those of another language are marked with it. */
function renderSenderLines({ letter }: Campaign, language: Language): readonly (readonly Inline[])[] {
  const lines = letter.letterhead?.lines;
  if (lines === undefined) return [];
  const chosen = inLanguageOrFirst(lines, language);
  return chosen.value.map((line) =>
    linkAddresses(line).map((node) =>
      node.type === 'text' && chosen.language !== language ? { ...node, language: chosen.language } : node,
    ),
  );
}

/** Renders the reference, which can use every text value of the view. Faults are added to `diagnostics`. */
function renderReference(
  campaign: Campaign,
  language: Language,
  { view, notePatterns }: { readonly view: View; readonly notePatterns: NotePatterns },
  diagnostics: Diagnostic[],
): RenderedReference | undefined {
  const { letter, locales } = campaign;
  const { reference, meant } = letter;
  if (reference === undefined) return undefined;
  const { value: text, language: ownLanguage } = inLanguageOrFirst(reference.text, language);
  const rows = view.rows.filter((row) => row.type === 'text');
  const names = createNamesForShapes(rows, { campaign, language }, { untested: 'present' });
  const outcome = renderLine(
    { text, span: reference.span, noun: 'a reference' },
    { names, rows, view },
    {
      language: ownLanguage,
      conventions: conventionsOf(ownLanguage, locales),
      notePatterns,
      origin: 'form',
      isMeant: createMeantTest(meant),
    },
  );
  diagnostics.push(...outcome.diagnostics);
  return outcome.ok
    ? { renderings: outcome.value, language: ownLanguage === language ? undefined : ownLanguage, span: reference.span }
    : undefined;
}
