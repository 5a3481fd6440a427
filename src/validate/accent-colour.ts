import * as v from 'valibot';
import { type Message, say } from '../model/message.ts';
import { quoteYaml } from '../model/quote-yaml.ts';
import { textMatching } from './value-schemas.ts';

/** The message of a colour that is not written as one. */
export const COLOUR_MESSAGE = "a colour of six hexadecimal digits after #, as in '#1a3c6e'";

/** The message of a colour that is too light, by which `issue-faults.ts` recognises it. */
export const CONTRAST_MESSAGE = 'a colour with a contrast of at least 4.5 : 1 on white';

/** The least contrast of text with its background: Web Content Accessibility Guidelines 2.2, criterion 1.4.3 (AA). */
const LEAST_CONTRAST = 4.5;

/** What is added to both luminances of a contrast, for the light that paper and screens reflect. */
const FLARE = 0.05;

/** The schema of the accent: a colour that can be read on white paper. */
export const accentColour: v.GenericSchema<string, string> = v.pipe(
  textMatching(/^#[0-9A-Fa-f]{6}$/u, COLOUR_MESSAGE),
  v.check((colour) => contrastOnWhite(channelsOf(colour)) >= LEAST_CONTRAST, CONTRAST_MESSAGE),
);

/** Returns the hint for a text that is no colour: the colour that it can be taken for; undefined if there is none. */
export function colourHint(text: string): string | undefined {
  const [, digits = ''] = /^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/u.exec(text) ?? [];
  if (digits === '') return undefined;
  return `#${digits.length === 3 ? digits.replaceAll(/./gu, '$&$&') : digits}`;
}

/** Returns the hint for a colour that is too light: the contrast that it has, and the same hue made dark enough. */
export function contrastHint(colour: string): Message {
  const channels = channelsOf(colour);
  const luminance = luminanceOf(channels);
  const share = ((1 + FLARE) / LEAST_CONTRAST - FLARE) / luminance;
  const darker = hexColour(channels.map((channel) => Math.floor(255 * gammaEncoded(linearLight(channel) * share))));
  const reached = Math.floor(contrastOnWhite(channels) * 100) / 100;
  const lessLight = Math.ceil(100 - 100 * share);
  return say`it has ${reached} : 1; write ${quoteYaml(darker)}, which gives ${lessLight} % less light, or a darker one`;
}

/** Returns red, green and blue, each from 0 to 255. */
function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

function hexColour(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function contrastOnWhite(channels: readonly number[]): number {
  return (1 + FLARE) / (luminanceOf(channels) + FLARE);
}

/** Returns the relative luminance of a colour, from 0 (black) to 1 (white). */
function luminanceOf(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map(linearLight);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns the light of a channel of sRGB (IEC 61966-2-1), from 0 to 1. */
function linearLight(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Returns the share of a channel of sRGB, from 0 to 1, that gives this light. */
function gammaEncoded(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}
