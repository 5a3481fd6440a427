import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import { picturePathsIn, readPicturePath } from '../../../src/model/picture-path.ts';

function hintFor(written: string): string {
  const path = readPicturePath(written);
  return path.ok ? `accepted: ${path.path}` : plainMessage(path.hint);
}

const SAVE = "save the picture in the letter's folder, and write its name, as map.png";

describe('the path of a picture', () => {
  test.each([
    ['map.png', 'map.png'],
    ['./maps/north.JPG', 'maps/north.JPG'],
    ['Karte_Süd-1.2.jpeg', 'Karte_Süd-1.2.jpeg'],
  ])('is accepted in the folder of the letter: %s', (written, path) => {
    expect(hintFor(written)).toBe(`accepted: ${path}`);
  });

  test.each([
    'https://example.org/map.png',
    '//example.org/map.png',
    'www.example.org/map.png',
    'data:image/png;base64,iVBORw0KGgo=',
    'file:///home/map.png',
    '/home/map.png',
    'C:\\maps\\map.png',
    '~/map.png',
    '../map.png',
    'maps/../../map.png',
    '..\\map.png',
  ])('leads to no other place: %s', (written) => {
    expect(hintFor(written)).toBe(SAVE);
  });

  test.each([
    ['maps\\north.png', 'write maps/north.png'],
    ['My%20Map.PNG', 'rename it to my-map.png, and write that'],
    ['Logo final (2).png', 'rename it to logo-final-2.png, and write that'],
    ['con.png', 'rename it to con-1.png, and write that'],
    ['maps//north.png', 'rename it, and write its new name'],
    ['.hidden.png', 'rename it to hidden.png, and write that'],
    ['map\u202Egnp.png', 'rename it to map-gnp.png, and write that'],
    ['', 'rename it, and write its new name'],
  ])('consists of names: %s', (written, hint) => {
    expect(hintFor(written)).toBe(hint);
  });
});

describe('the pictures that a template may name', () => {
  test('are those of its images, each once, however they are written', () => {
    const text = `![a](map.png) and ![b [c]](<maps/a.png> "60mm")\n\n![d](\n map\\_1.png)\n\n![e](./map.png)`;
    expect(picturePathsIn(text)).toEqual(['map.png', 'maps/a.png', 'map_1.png']);
  });

  test('are none in a text without images, nor on the web', () => {
    expect(picturePathsIn('[a](map.png)')).toEqual([]);
    expect(picturePathsIn('![a](https://example.org/map.png)')).toEqual([]);
  });

  test('are found in time that grows as the text does', () => {
    const text = `![${']('.repeat(50_000)}`;
    expect(picturePathsIn(text)).toEqual([]);
  });
});
