import { beforeAll, expect, test } from 'vitest';
import type { Campaign } from '../../../src/model/campaign.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { valueOf } from '../../support/outcomes.ts';
import { validatedCampaign, validatedProfile } from '../../support/validated.ts';

let campaign: Campaign;
beforeAll(async () => {
  campaign = valueOf(await validatedCampaign());
});

/** What is reported for a recipient who reads these languages, of a letter with these. */
function reportedFor(read: string, letter: Partial<Campaign['letter']>, more = ''): readonly string[] {
  const languages = Object.keys(letter.languages ?? campaign.letter.languages);
  const profile = `id: the-chair
languages: [${read}]
office: { title: { en: Chair, pt: Presidente } }
${more}`;
  return validatedProfile(profile, {
    ...campaign,
    editions: { languages, each: 'first-read' },
    letter: { ...campaign.letter, ...letter },
  }).diagnostics.map(
    ({ code, span, message, hint = [] }) =>
      `${code} ${span.line}:${span.column} ${plainMessage([...message, ': ', ...hint])}`,
  );
}

test('a letter in another variant than the recipient reads is a fault, and not in its original instead', () => {
  const languages = { en: 'original', 'pt-BR': 'revised' } as const;
  const fault =
    'profile/no-edition 2:13 the letter is in pt-BR, and not in pt: write pt-BR if this recipient reads it; texts for all variants belong in templates/appeal/pt';
  expect(reportedFor('pt', { languages })).toEqual([fault]);
  expect(reportedFor('pt-PT', { languages })).toEqual([fault.replace('not in pt:', 'not in pt-PT:')]);
  expect(reportedFor('pt-BR', { languages })).toEqual([]);
  expect(reportedFor('pt, en', { languages })).toEqual([]);
  expect(reportedFor('fr', { languages })).toEqual([]);
  expect(reportedFor('pt', { languages }, 'skip: { reason: vacant }\n')).toEqual([]);
  expect(reportedFor('pt', { languages: { en: 'original', 'pt-BR': 'unchecked' } })).toEqual([]);
});

test('a final letter that needs approvals is in no variant that letter.yaml does not have', () => {
  const needs = { final: ['legal'] };
  const fault =
    'letter/not-approved 2:13 the letter is final, and its approvals do not cover en-US: add en-US: original to languages in letter.yaml; what is the same in en needs no approval of its own';
  expect(reportedFor('en-US', { status: 'final', needs })).toEqual([fault]);
  expect(reportedFor('en-US', { status: 'draft', needs })).toEqual([]);
  expect(reportedFor('en-US', { status: 'final', needs: {} })).toEqual([]);
  expect(reportedFor('en', { status: 'final', needs })).toEqual([]);
  const languages = { en: 'original', 'en-US': 'original' } as const;
  expect(reportedFor('en-US', { status: 'final', needs, languages })).toEqual([]);
});
