import { beforeAll, describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/model/campaign.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { isMailAddress } from '../../../src/model/mail-address.ts';
import { suggestMailAddresses } from '../../../src/validate/mail-address.ts';
import { aCampaign } from '../../support/a-campaign.ts';
import { faultsOf, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign, validatedProfile } from '../../support/validated.ts';

let campaign: Campaign;
beforeAll(async () => {
  campaign = valueOf(await validatedCampaign());
});

test.each([
  'a@x.org',
  'first.last+tag@sub.example.co.uk',
  "o'brien@example.org",
  'a_b-c@x-y.org',
  'a@xn--exmple-cua.org',
  'ü@exämple.org',
  'δοκιμή@παράδειγμα.ελ',
  '用户@例子.广告',
  '1@1.org',
  '"a..b"@docomo.example',
  'a/b=c@x.org',
])('%s is an e-mail address', (text) => {
  expect(isMailAddress(text)).toBe(true);
});

test.each([
  ['mailto:a@x.org', ['a@x.org']],
  ['MAILTO:a@x.org?subject=x', ['a@x.org']],
  ['<a@x.org>', ['a@x.org']],
  ['Name <a@x.org>', ['a@x.org']],
  ['"Name, A" <a@x.org>', ['a@x.org']],
  ['a@x.org,', ['a@x.org']],
  ['a@x.org.', ['a@x.org']],
  ['(a@x.org)', ['a@x.org']],
  ['a@x.org; b@x.org', ['a@x.org', 'b@x.org']],
  ['a@x.org, b@x.org', ['a@x.org', 'b@x.org']],
  ['a@x.org b@x.org', ['a@x.org', 'b@x.org']],
  ['A <a@x.org>, B <b@x.org>', ['a@x.org', 'b@x.org']],
  ['a@@x.org', ['a@x.org']],
  ['a @ x.org', ['a@x.org']],
  ['a@x. org', ['a@x.org']],
  ['a@x..org', ['a@x.org']],
  ['a@x,org', ['a@x.org']],
  ['a..b@x.org', ['a.b@x.org']],
  ['.a@x.org', ['a@x.org']],
  ['a.@x.org', ['a@x.org']],
  ['a [at] x [dot] org', ['a@x.org']],
  ['a(at)x.org', ['a@x.org']],
  ['e-mail: a@x.org', ['a@x.org']],
  ['o’brien@x.org', ["o'brien@x.org"]],
  ['a@x–y.org', ['a@x-y.org']],
  ['a@localhost', []],
  ['a@gmail', []],
  ['@x.org', []],
  ['a@', []],
  ['a', []],
  ['a@[127.0.0.1]', []],
  ['a@127.0.0.1', []],
  ['a@-x.org', []],
  [`${'a'.repeat(65)}@x.org`, []],
  ['', []],
] as const)('%j is none; the hint would be %j', (text, expected) => {
  expect(isMailAddress(text)).toBe(false);
  expect(suggestMailAddresses(text)).toEqual(expected);
});

describe('in a profile', () => {
  const diagnosticsWith = (email: string) => {
    const text = aCampaign()['recipients/chair.yaml'] ?? '';
    const channels = `channels: [{ email: ${JSON.stringify(email)}, purpose: letters, source: x }]\n`;
    return validatedProfile(`${text.replace(/^channels:.*\n/mu, '')}${channels}`, campaign);
  };

  test('a wrong address is a fault, with the address that would do, which is withheld in public', () => {
    const outcome = diagnosticsWith('Name <a@x.org>');
    expect(faultsOf(outcome)).toEqual([expect.stringMatching(/^data\/wrong-value /u)]);
    expect(outcome.diagnostics[0]?.hint).toEqual(['write ', { echo: 'a@x.org', secret: true }]);
  });

  test('several addresses are written one by one', () => {
    const [diagnostic] = diagnosticsWith('a@x.org; b@x.org').diagnostics;
    expect(plainMessage(diagnostic?.hint ?? [])).toBe('write a@x.org and b@x.org, each under its own email:');
  });

  test('an internationalised address is right', () => {
    expect(faultsOf(diagnosticsWith('ü@exämple.org'))).toEqual([]);
  });
});

test('the time to suggest an address is linear', () => {
  for (const part of ['a@', '<a@', ' at ', '@', '. ', ', ']) {
    const cost = [1, 2].map((factor) => {
      const start = process.cpuUsage();
      suggestMailAddresses(part.repeat(1000 * factor).slice(0, 2000 * factor));
      return process.cpuUsage(start).user;
    });
    expect((cost[1] ?? 0) / Math.max(cost[0] ?? 0, 20_000)).toBeLessThan(8);
  }
});

// Mail programs, and the composer of drafts, would make another address of them.
test.each([
  '"a>,b<"@example.org',
  '"<x@y.example>"@example.org',
  '"a\u0000b"@example.org',
  '"a\u202Eb"@example.org',
  '=?utf-8?Q?x?=@example.org',
  '"=?utf-8?Q?x?="@example.org',
])('%j is no address that goes where it says', (text) => {
  expect(isMailAddress(text)).toBe(false);
});
