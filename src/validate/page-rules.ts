import { findConventions } from '../languages/languages.ts';
import type { LetterSettings } from '../model/campaign.ts';
import { dataAt, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { GREATEST_BOTTOM, LEAST_BOTTOM, PRESETS, paperOf } from '../model/page-settings.ts';
import type { CampaignParts } from './campaign-parts.ts';
import { joinNames } from './hints.ts';
import { boundsMessage } from './lengths.ts';

/** Returns a fault for a paper that the preset is not made for. */
export function presetPaperFaults({ page }: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  const { preset, paper } = page;
  const { papers } = PRESETS[preset];
  if (paper === undefined || papers.includes(paper)) return [];
  const message = say`the preset ${preset} is made for the paper ${papers[0]}, not for ${paper}`;
  const others = joinNames(presetsWith((choices) => choices.papers.includes(paper)));
  const hint = say`leave paper out, or name a preset for ${paper}: ${others}`;
  return [fault('page/not-of-preset', spanAt(data.letter, ['page', 'paper']), message, { hint })];
}

/** Returns a fault for a side on which the envelopes of the preset have no window. */
export function presetWindowFaults({ page }: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  const { preset, window } = page;
  const { windows } = PRESETS[preset];
  if (window === undefined || windows.includes(window)) return [];
  const [usual] = windows;
  const message =
    usual === undefined
      ? say`the preset ${preset} is for envelopes without a window`
      : say`the envelopes of the preset ${preset} have their window on the ${[usual]}`;
  const others = joinNames(presetsWith((choices) => choices.windows.includes(window)));
  const hint = say`leave window out, or name a preset with the window on the ${[window]}: ${others}`;
  return [fault('page/not-of-preset', spanAt(data.letter, ['page', 'window']), message, { hint })];
}

/** Returns the names of the presets whose choices a condition holds for. */
function presetsWith(hold: (choices: (typeof PRESETS)[keyof typeof PRESETS]) => boolean): readonly string[] {
  return Object.entries(PRESETS)
    .filter(([, choices]) => hold(choices))
    .map(([name]) => name);
}

/**
 * Returns a fault if the text of a language would end below the foot of its paper. The schema has the bounds for A4, of
 * which US Letter is a shorter sheet.
 */
export function pageBottomFaults(
  { page, languages }: LetterSettings,
  { data, locales }: CampaignParts,
): readonly Diagnostic[] {
  const bottom = page.stylesheet?.bottom;
  const typed = dataAt(data.letter, ['page', 'stylesheet', 'bottom']);
  if (bottom === undefined || typed?.kind !== 'scalar') return [];
  const papers = Object.keys(languages).map((language) =>
    paperOf(page, findConventions(language, locales)?.paper ?? 'a4'),
  );
  const paper = papers.find((each) => bottom > GREATEST_BOTTOM[each]);
  if (paper === undefined) return [];
  const bounds = boundsMessage(LEAST_BOTTOM, GREATEST_BOTTOM[paper], typed.text);
  const message = say`${'bottom'} must be ${[bounds]} on the paper ${paper}, not ${typed.text}`;
  return [fault('data/wrong-value', typed.span, message)];
}
