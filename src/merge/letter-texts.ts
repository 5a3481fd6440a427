import type { Campaign } from '../model/campaign.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Letter } from '../model/letter.ts';
import type { Selection } from '../model/selection.ts';
import { composeTexts, type Composition } from './compose-texts.ts';
import type { Templates } from './templates.ts';
import { namesWhere, VIEW, type ViewTexts } from './view.ts';

/** The texts of one letter, put together. */
export type LetterTexts = Pick<Letter, 'subject' | 'body' | 'notes'>;

/** What putting them together needs. `faults` is where it says what is wrong. */
export interface Merging {
  readonly campaign: Campaign;
  readonly templates: Templates;
  readonly selection: Selection;
  readonly view: ViewTexts;
  readonly faults: Diagnostic[];
}

/** The texts that were chosen, and the recipient's own values in them. */
export function mergeTexts(merging: Merging): LetterTexts {
  const { view, faults } = merging;
  const { subject, body, notes, faults: ofTexts } = compositionFor(merging);
  faults.push(...ofTexts);
  return { subject: subject.filled(view.texts), body: body.map(({ filled }) => filled(view.texts)), notes };
}

/** It is put together without seeing anybody; only where something is wrong does it say for whom. */
function compositionFor({ campaign, templates, selection, view }: Merging): Composition {
  const { language } = selection;
  const composeFor = (recipient: string | undefined): Composition => {
    const names = namesWhere(VIEW, { campaign, language }, ({ path }) => view.texts.has(path));
    return composeTexts({ campaign, templates, selection, names, recipient });
  };
  const { compositions, numberOf } = templates.memory;
  const texts = templates.texts.get(language);
  if (texts === undefined) throw new Error(`a letter was chosen in ${language}, which has no texts`);
  const { body, demands, passages } = selection;
  // Whoever gets the same texts has the same arrays of them, from the stage that chooses: a number for each is cheap.
  const key = [view.shape, body.text, numberOf(campaign), numberOf(demands), numberOf(passages)].join(' ');
  const known = compositions(texts).recall(key, () => composeFor(undefined));
  return known.faults.length === 0 ? known : composeFor(selection.recipient.id);
}
