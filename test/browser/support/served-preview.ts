import { onTestFinished } from 'vitest';
import { serve } from '../../../src/cli/serve.ts';
import type { PreviewLetter, PreviewPart } from '../../../src/commands/preview/preview.ts';
import { createPreviewSite } from '../../../src/commands/preview/run-site.ts';
import type { PreviewStart } from '../../../src/commands/preview/preview-start.ts';
import { type MadeUpCampaign, type MadeUpPreview, madeUpPreview } from '../../support/made-up-preview.ts';

/** A preview of made-up values, with the address at which it is served. */
export interface ServedPreview extends MadeUpPreview {
  readonly address: string;
  /** Stops the server, as Ctrl-C does; with a reason, as a folder that was deleted does. */
  readonly stop: (reason?: string) => Promise<void>;
}

/** Serves a made-up preview on a free port until the test finishes. */
export async function servePreview(
  campaign: MadeUpCampaign,
  start: Partial<PreviewStart> = {},
): Promise<ServedPreview> {
  const preview = madeUpPreview(campaign);
  const site = createPreviewSite(preview, { id: null, letter: null, languages: [], ...start });
  const served = await serve(site, 0);
  onTestFinished(() => served.close());
  return { ...preview, address: served.address, stop: (reason) => served.close(reason) };
}

const SHEET = { width: 595, height: 842 };

/** A letter of pages with a paragraph for each text. The first letter of the alphabet in each is shaded as a value. */
export function lettersOf(...pages: readonly (readonly string[])[]): Omit<PreviewLetter, 'version' | 'choice'> {
  return {
    pages: pages.map(pageOf),
    sheet: SHEET,
    parts: pages.flatMap((texts, page) => texts.flatMap((text, index) => partsOf(text, page, index))),
    diagnostics: [],
    isOld: false,
    reason: null,
  };
}

function pageOf(texts: readonly string[]): string {
  const lines = texts.map((text, index) => `<text x="72" y="${lineOf(index) + 12}">${escapeXml(text)}</text>`);
  const size = `width="${SHEET.width}pt" height="${SHEET.height}pt" viewBox="0 0 ${SHEET.width} ${SHEET.height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><title>Page</title><g font-size="11">${lines.join('')}</g></svg>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function lineOf(index: number): number {
  return 100 + index * 60;
}

function partsOf(text: string, page: number, index: number): readonly PreviewPart[] {
  const shared = {
    page,
    file: `templates/appeal/en/body/chair.md:${index + 1}`,
    words: 'Some words',
    wording: null,
    rule: null,
    evidence: [],
  };
  return [
    {
      ...shared,
      kind: 'block',
      name: text.split(' ').slice(0, 2).join(' '),
      area: { x: 72, y: lineOf(index), width: 450, height: 40 },
      wording: 'chair',
      rule: { text: 'for the role chair', file: 'templates/appeal/letter.yaml:12' },
      evidence: [{ label: 'Fact', text: 'observers were refused', file: 'templates/appeal/sources.yaml:3' }],
    },
    { ...shared, kind: 'value', name: 'value state.name', area: { x: 72, y: lineOf(index), width: 40, height: 14 } },
  ];
}
