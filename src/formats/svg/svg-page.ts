import type { Language } from '../../model/language.ts';
import { linesOfPage } from '../../model/page-lines.ts';
import type { Destination, LinkAnnotation, Page, PlacedPicture, RuleLine } from '../../model/page.ts';
import type { ContentDescription } from './content-descriptions.ts';
import { escapeXml } from '../escape-xml.ts';
import type { PictureAddress } from '../picture-address.ts';
import type { GlyphDrawing } from './svg-glyphs.ts';
import { formatColour, formatHundredths } from './svg-numbers.ts';
import { textOfLine, type TextSettings } from './svg-text.ts';

/** A place to which links lead. */
export interface LinkedPlace {
  readonly id: string;
  /** In points from the top of the page. */
  readonly y: number;
}

/** What a page is drawn from. */
export interface PageDrawing {
  readonly page: Page;
  readonly title: string;
  readonly language: Language;
  readonly direction: TextSettings['direction'];
  /** In points. */
  readonly sheet: { readonly width: number; readonly height: number };
  /** The language and the alternative text of marked content, where it has any. */
  readonly descriptionOf: (content: number) => ContentDescription | undefined;
  readonly glyphs: GlyphDrawing;
  readonly pictureAddress: PictureAddress;
  /** The places of the page to which links of the letter lead. */
  readonly places: readonly LinkedPlace[];
  /** Returns the URL of what a link leads to; that of a place in the letter is relative. */
  readonly urlOf: (destination: Destination) => string;
}

/**
 * Draws a page as an SVG document (SVG 2). Below the outlines of the glyphs is the text that they show, which is not
 * seen. The document has neither scripts nor styles and refers to nothing outside, so that it can stand in a page with a
 * strict Content-Security-Policy; only its pictures, which are data URLs, have to be allowed there.
 */
export function drawPage(drawing: PageDrawing): string {
  const { page, glyphs, language, sheet } = drawing;
  const lines = linesOfPage(page);
  const outlines = lines.map(glyphs.drawLine).join('');
  const [width, height] = [formatHundredths(sheet.width), formatHundredths(sheet.height)];
  const settings: TextSettings = {
    direction: drawing.direction,
    languageOf: (content) => (content === 'artifact' ? undefined : drawing.descriptionOf(content)?.language),
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}" lang="${escapeXml(language)}">\n`,
    `<title>${escapeXml(drawing.title)}</title>\n`,
    `<defs>\n${glyphs.symbols()}</defs>\n`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>\n`,
    ...page.pictures.map((picture) => drawPicture(picture, drawing)),
    ...page.rules.map(drawRule),
    // Spaces are kept, because those at the end of an element would otherwise be missing in what is copied.
    `<g fill-opacity="0" font-family="serif" xml:space="preserve">\n`,
    ...lines.map((line) => textOfLine(line, settings)),
    '</g>\n',
    // A pointer that selects words has to reach the text below.
    `<g aria-hidden="true" pointer-events="none">\n${outlines}</g>\n`,
    ...drawing.places.map(({ id, y }) => `<rect id="${id}" y="${formatHundredths(y)}" width="0" height="0"/>\n`),
    ...page.links.map((link) => drawLink(link, drawing)),
    '</svg>\n',
  ].join('');
}

function drawPicture(
  { picture, area, contentId }: PlacedPicture,
  { pictureAddress, descriptionOf }: PageDrawing,
): string {
  const alternative = contentId === 'artifact' ? undefined : descriptionOf(contentId)?.alternative;
  const attributes = `${areaAttributes(area)} preserveAspectRatio="none" href="${pictureAddress(picture)}"`;
  return alternative === undefined
    ? `<image aria-hidden="true"${attributes}/>\n`
    : `<image role="img"${attributes}><title>${escapeXml(alternative)}</title></image>\n`;
}

function drawRule({ area, colour }: RuleLine): string {
  return `<rect${areaAttributes(area)} fill="${formatColour(colour)}"/>\n`;
}

/** Draws the area of a link, over the words that it covers. */
function drawLink({ area, destination, description }: LinkAnnotation, { urlOf }: PageDrawing): string {
  return `<a href="${escapeXml(urlOf(destination))}"><title>${escapeXml(description)}</title><rect${areaAttributes(area)} fill-opacity="0"/></a>\n`;
}

function areaAttributes({ x, y, width, height }: RuleLine['area']): string {
  const [left, top, across, down] = [x, y, width, height].map(formatHundredths);
  return ` x="${left}" y="${top}" width="${across}" height="${down}"`;
}
