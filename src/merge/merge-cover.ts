import { conventionsOf, formatLongDate } from '../languages/languages.ts';
import type { Campaign } from '../model/campaign.ts';
import { type Diagnostic, sortByLocation } from '../model/diagnostic.ts';
import { type Outcome, settle, success } from '../model/outcome.ts';
import type { Selection } from '../model/selection.ts';
import type { Block, Inline } from '../model/tree.ts';
import type { Templates } from '../template/parse-templates.ts';
import { createViewTexts } from '../template/shapes.ts';
import { renderAddressWords } from './address-words.ts';
import { composeText } from './compose-texts.ts';

/** The cover text of an e-mail, as a recipient reads it. */
export interface CoverText {
  readonly subject: readonly Inline[];
  readonly blocks: readonly Block[];
}

/**
 * Merges the chosen cover text with the values of the recipient; undefined if the letter has none for it. Returns all
 * faults of the text, in reading order, if there are any.
 */
export function mergeCover(
  campaign: Campaign,
  templates: Templates,
  selection: Selection,
): Outcome<CoverText | undefined> {
  const { cover, recipient, language } = selection;
  if (cover === undefined) return success(undefined);
  const conventions = conventionsOf(language, campaign.locales);
  const date = formatLongDate(campaign.letter.date, conventions);
  const { words, faults: addressFaults } = renderAddressWords(campaign, templates, selection);
  // As in a letter: the fault of an empty `inText` is already reported.
  const inText = words.inText?.value === '' ? recipient.id : words.inText?.value;
  const view = createViewTexts(templates.view.textRows, { campaign, selection, inText, date });
  const { faults, ...text } = composeText({ campaign, templates, selection, view, conventions }, cover);
  const allFaults: readonly Diagnostic[] = [...addressFaults, ...faults];
  return settle(text, sortByLocation(allFaults));
}
