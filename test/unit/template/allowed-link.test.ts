import { expect, test } from 'vitest';
import { isAllowedLink } from '../../../src/template/narrow-inlines.ts';

test.each([
  'https://example.org',
  'HTTP://example.org/a?b=c#d',
  'mailto:somebody@example.org',
  'https://müller.example/é',
])('a letter links to %s', (url) => {
  expect(isAllowedLink(url)).toBe(true);
});

test.each([
  '',
  'example.org',
  '//example.org',
  '/path',
  '#part',
  'https:',
  'https:/example.org',
  'https://',
  'mailto:',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' https://example.org',
  'x https://example.org',
  'java\u200Bscript:https://example.org',
  'https://example.org/\u202Egpj',
  'https://example.org/a b',
  'data:text/html,https://example.org',
  'file:///etc/passwd',
  'ftp://example.org',
  'tel:+123',
])('a letter does not link to %j', (url) => {
  expect(isAllowedLink(url)).toBe(false);
});
