import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import type { EnvelopeWindow, SheetSize, Stylesheet } from '../../src/layout/stylesheet.ts';
import type { PageSettings } from '../../src/model/page-settings.ts';
import type { Area } from '../../src/model/page.ts';
import { PRESET_PAGES } from './preset-pages.ts';

/** A picture of the first page of a preset with a window, and the words that take its place. */
export interface WindowPicture {
  /** The name of the file in `docs/pictures/`. */
  readonly name: string;
  readonly svg: string;
  /** The alternative text. */
  readonly words: string;
}

/** Returns a picture of each page with a window, drawn from the numbers of its stylesheet. */
export function windowPictures(): readonly WindowPicture[] {
  return PRESET_PAGES.flatMap((page) => {
    const { window, ...stylesheet } = stylesheetFor(page, 'a4');
    return window === undefined ? [] : [drawPage(page, stylesheet, window)];
  });
}

/** Returns a length in points as millimetres, to a tenth. */
function millimetres(points: number): number {
  return Math.round((points * 254) / 72) / 10;
}

/** An area in millimetres. */
function inMillimetres({ x, y, width, height }: Area): Area {
  return { x: millimetres(x), y: millimetres(y), width: millimetres(width), height: millimetres(height) };
}

/** Returns the part of an area that is on the sheet. */
function withinSheet({ x, y, width, height }: Area, sheet: SheetSize): Area {
  const left = Math.max(0, x);
  return { x: left, y, width: Math.min(x + width, sheet.width) - left, height };
}

/** The height of type in the pictures, in millimetres of the sheet. */
const TYPE = 6.2;
const COLOURS = {
  window: { fill: '#fbe3c0', line: '#8a4b00' },
  address: { fill: '#cfe6cf', line: '#1d5c1d' },
  information: { fill: '#d6e4f5', line: '#1f4e85' },
};

function drawPage(
  page: PageSettings,
  { sheet: sheetInPoints, leftMargin }: Pick<Stylesheet, 'sheet' | 'leftMargin'>,
  window: EnvelopeWindow,
): WindowPicture {
  const [width, height] = [millimetres(sheetInPoints.width), millimetres(sheetInPoints.height)];
  const left = millimetres(leftMargin);
  const area = inMillimetres(withinSheet(window.area, sheetInPoints));
  const address = inMillimetres(window.addressArea);
  const { x, y, width: informationWidth } = window.information;
  const information = inMillimetres({ x, y, width: informationWidth, height: 2 * 12.75 });
  const marks = window.marks.map((mark) => ({ y: millimetres(mark.y), isFold: mark.width < 14 }));
  const folds = marks.filter(({ isFold }) => isFold).map((mark) => mark.y);
  const subject = millimetres(window.area.y + window.area.height + window.spaceBeforeSubject);
  const name = ['window', page.preset, ...(page.preset === 'ch' ? [page.window] : [])].join('-');
  const places = (each: Area): string =>
    `${each.width} × ${each.height} mm, ${each.x} mm from the left, ${each.y} mm from the top`;
  const words = [
    `A sheet of ${width} × ${height} mm for the preset ${page.preset}, window on the ${page.window}.`,
    `What the window can show: ${places(area)}.`,
    `The address: ${places(address)}.`,
    `Date and references: ${information.x} mm from the left, ${information.y} mm from the top.`,
    `Folds at ${folds.join(' and ')} mm. The subject is below ${subject} mm.`,
  ].join(' ');
  const legendTop = height - 76;
  const parts = [
    `<rect x="0" y="0" width="${width}" height="${height}" fill="#ffffff" stroke="#767676" stroke-width="0.6"/>`,
    box(area, COLOURS.window),
    box(address, COLOURS.address),
    box(information, COLOURS.information),
    ...folds.map((fold) => dashedLine(fold, width)),
    ...folds.map((fold) => label(width - 3, fold - 1.5, `fold ${fold}`, 'end')),
    ...marks.map((mark) => solidLine(5, mark.isFold ? 9 : 11, mark.y)),
    label(address.x + 3, address.y + address.height / 2 + TYPE / 3, 'address'),
    label(information.x + 2, information.y + information.height - 2, 'date'),
    // On a white ground, because the line of a fold can be behind it.
    label(left, subject + TYPE - 1, 'subject').replace('<text', '<text stroke="#ffffff" paint-order="stroke"'),
    label(left, 12, 'letterhead'),
    area.x < TYPE ? '' : across(area.x, area.y + area.height + 4),
    across(address.x, address.y + address.height - 3),
    down(area.x + area.width - 4, area.y),
    down(address.x + address.width - 12, address.y),
    ...legend(legendTop, [
      [COLOURS.window, 'what the window can show', places(area)],
      [COLOURS.address, 'the return line and the address', places(address)],
      [
        COLOURS.information,
        'the date and the references',
        `${information.x} mm from the left, ${information.y} mm from the top`,
      ],
    ]),
  ];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="-2 -2 ${width + 4} ${height + 4}" width="${Math.round((width + 4) * 1.8)}" height="${Math.round((height + 4) * 1.8)}" font-family="sans-serif" font-size="${TYPE}" fill="#1a1a1a">`,
    `  <title>${words}</title>`,
    ...parts.filter((part) => part !== '').map((part) => `  ${part}`),
    '</svg>\n',
  ].join('\n');
  return { name: `${name}.svg`, svg, words };
}

function box({ x, y, width, height }: Area, { fill, line }: { fill: string; line: string }): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" stroke="${line}" stroke-width="0.5"/>`;
}

function dashedLine(y: number, width: number): string {
  return `<line x1="0" y1="${y}" x2="${width}" y2="${y}" stroke="#767676" stroke-width="0.5" stroke-dasharray="3 2"/>`;
}

function solidLine(from: number, to: number, y: number): string {
  return `<line x1="${from}" y1="${y}" x2="${to}" y2="${y}" stroke="#1a1a1a" stroke-width="0.6"/>`;
}

function label(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return `<text x="${round(x)}" y="${round(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${words}</text>`;
}

/** Draws the distance of a place from the left edge of the sheet, with its number. */
function across(x: number, y: number): string {
  const [at, top] = [round(y), round(y - 1.5)];
  return `${dimension(`M0 ${at}H${x}M0.3 ${top}v3M${x} ${top}v3`)}${label(x / 2, y - 1, String(x), 'middle')}`;
}

/** Draws the distance of a place from the top of the sheet, with its number. */
function down(x: number, y: number): string {
  const [at, left] = [round(x), round(x - 1.5)];
  return `${dimension(`M${at} 0V${y}M${left} 0.3h3M${left} ${y}h3`)}${label(x - 1.5, y / 2 + 8, String(y), 'end')}`;
}

function dimension(path: string): string {
  return `<path d="${path}" stroke="#1a1a1a" stroke-width="0.4" fill="none"/>`;
}

function legend(
  top: number,
  rows: readonly (readonly [colour: { fill: string; line: string }, name: string, place: string])[],
): readonly string[] {
  return rows.flatMap(([colour, name, place], index) => {
    const y = round(top + index * 2.9 * TYPE);
    return [
      box({ x: 14, y: round(y - TYPE * 0.75), width: 7, height: 5 }, colour),
      label(25, y, name),
      label(25, y + 1.25 * TYPE, place),
    ];
  });
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
