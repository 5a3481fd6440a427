import { expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import { isWebAddress, suggestWebAddress } from '../../../src/validate/web-address.ts';
import { aCampaignWith } from '../../support/a-campaign.ts';
import { placedFaultsOf } from '../../support/outcomes.ts';
import { validatedCampaign } from '../../support/validated.ts';

test.each([
  'https://example.org',
  'https://example.org/',
  'http://example.org:8080/a?b=c&d#e',
  'https://example.org?a=b',
  'https://en.wikipedia.org/wiki/Foo_(bar)',
  'https://exämple.org/ü',
  'https://web.archive.org/web/2020/https://a.org/b',
  'https://example.org/Inc%2E',
  'https://192.0.2.1/a',
  'https://my_site.example.org/',
])('%s is a web address', (text) => {
  expect(isWebAddress(text)).toBe(true);
});

test.each([
  ['https://https://example.org/a', 'https://example.org/a'],
  ['http://https//example.org/a', undefined],
  ['https:/example.org/a', 'https://example.org/a'],
  ['https//example.org/a', 'https://example.org/a'],
  ['https:example.org', 'https://example.org'],
  ['HTTPS://example.org', 'https://example.org'],
  ['www.example.org/a', 'https://www.example.org/a'],
  ['https://example.org/a.', 'https://example.org/a'],
  ['https://example.org/a,', 'https://example.org/a'],
  ['https://example.org/a).', 'https://example.org/a'],
  ['(https://example.org/a)', 'https://example.org/a'],
  ['<https://example.org/a>', 'https://example.org/a'],
  ['https://example.org/a;', 'https://example.org/a'],
  ['https://example..org', undefined],
  ['https://localhost/a', undefined],
  ['https://example.org/a b', undefined],
  ['ftp://example.org', undefined],
  ['example.org', undefined],
] as const)('%j is none; the hint would be %j', (text, expected) => {
  expect(isWebAddress(text)).toBe(false);
  expect(suggestWebAddress(text)).toBe(expected);
});

test('the address of a source is a fault with the address that would do', async () => {
  const path = 'templates/appeal/sources.yaml';
  const files = aCampaignWith(path, 'https://example.org/charter', 'https://https://example.org/charter.');
  const outcome = await validatedCampaign(files);
  expect(placedFaultsOf(outcome)).toEqual([`data/wrong-value ${path}:4:8`]);
  expect(plainMessage(outcome.diagnostics[0]?.hint ?? [])).toBe('write https://example.org/charter');
});
