import { type PageSettings, type PresetName, PRESETS } from '../../src/model/page-settings.ts';

/** The page settings of every preset, on each of its papers, with its window on each of its sides. */
export const PRESET_PAGES: readonly PageSettings[] = (Object.keys(PRESETS) as readonly PresetName[]).flatMap(
  (preset) => {
    const { papers, windows } = PRESETS[preset];
    const sides: readonly Partial<Pick<PageSettings, 'window'>>[] =
      windows.length === 0 ? [{}] : windows.map((window) => ({ window }));
    return papers.flatMap((paper) => sides.map((side) => ({ preset, paper, ...side })));
  },
);
