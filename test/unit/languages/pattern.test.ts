import { describe, expect, test } from 'vitest';
import { compilePattern, splitPattern } from '../../../src/languages/pattern.ts';

describe('a pattern', () => {
  test('has values in its places, in its own order', () => {
    const date = compilePattern('{year}. {month} {day}.', ['day', 'month', 'year']);
    expect(date({ day: 1, month: 'december', year: 2025 })).toBe('2025. december 1.');
  });

  test('can have a place twice', () => {
    expect(compilePattern('{note}, {note}', ['note'])({ note: 3 })).toBe('3, 3');
  });

  test('prints values as they are, also those that look like a place or like a replacement', () => {
    const link = compilePattern('Link to {url}', ['url']);
    expect(link({ url: 'https://example.org/{url}?$&' })).toBe('Link to https://example.org/{url}?$&');
  });

  test('keeps braces that are no place', () => {
    expect(compilePattern('{} {two words} {note}', ['note'])({ note: 1 })).toBe('{} {two words} 1');
  });

  test('is refused with a place that has no value', () => {
    expect(() => compilePattern('Page {page} of {total}', ['page'])).toThrow('has a place {total} without a value');
  });

  test('is refused without a place, whose value would be lost', () => {
    expect(() => compilePattern('Page {page}', ['page', 'pages'])).toThrow('lacks the place {pages}');
  });
});

test('the parts of a pattern alternate between words and places', () => {
  expect(splitPattern('{name}, {family}!')).toEqual(['', 'name', ', ', 'family', '!']);
  expect(splitPattern('Madame,')).toEqual(['Madame,']);
});
