import * as v from 'valibot';
import { expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import { accentColour, colourHint, contrastHint } from '../../../src/validate/accent-colour.ts';

/** Colours on either side of a contrast of 4.5 : 1 on white, by the checker of WebAIM. */
test.each(['#000000', '#1a3c6e', '#767676', '#C00000', '#008000', '#0000FF'])('%s can be read on white', (colour) => {
  expect(v.is(accentColour, colour)).toBe(true);
});

test.each(['#777777', '#FF0000', '#00AA00', '#8fb3e8', '#ffffff'])('%s is too light on white', (colour) => {
  expect(v.is(accentColour, colour)).toBe(false);
});

test.each(['#FFFFFF', '#FFFF00', '#8fb3e8', '#777777', '#ff0000', '#00ffee', '#f0f0f0'])(
  'the colour that the hint gives in the place of %s can be read, and is no darker than it must be',
  (colour) => {
    const darker = /#[0-9a-f]{6}/u.exec(plainMessage(contrastHint(colour)))?.[0] ?? '';
    expect(v.is(accentColour, darker)).toBe(true);
    const brighter = darker.replaceAll(/[0-9a-f]{2}/gu, (channel) =>
      Math.min(255, Number.parseInt(channel, 16) + 2)
        .toString(16)
        .padStart(2, '0'),
    );
    expect(v.is(accentColour, brighter)).toBe(false);
  },
);

test('the hint says the contrast that is reached, rounded down', () => {
  expect(plainMessage(contrastHint('#777777'))).toContain('it has 4.47 : 1');
  expect(plainMessage(contrastHint('#ffffff'))).toContain('it has 1 : 1');
});

test.each([
  ['1a3c6e', '#1a3c6e'],
  ['#abc', '#aabbcc'],
  ['ABC', '#AABBCC'],
  ['navy', undefined],
  ['#12345', undefined],
  ['rgb(1,2,3)', undefined],
])('%s can be taken for %s', (text, colour) => {
  expect(colourHint(text)).toBe(colour);
});
