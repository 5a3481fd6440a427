import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { type Echo, type Message, plainMessage } from '../../../src/model/message.ts';
import { decode } from '../../../src/validate/decode.ts';
import { letterSchema } from '../../../src/validate/letter-schema.ts';
import { profileSchema } from '../../../src/validate/profile-schema.ts';
import { valueOf } from '../../support/outcomes.ts';

const ofProfile = (text: string): readonly Message[] =>
  decode(profileSchema, valueOf(readYaml('p.yaml', text)), 'profile').faults.map(({ hint }) => hint ?? []);
const ofLetter = (text: string): readonly Message[] =>
  decode(letterSchema, valueOf(readYaml('letter.yaml', text))).faults.map(({ hint }) => hint ?? []);
const isEcho = (part: Message[number]): part is Echo => typeof part === 'object';

describe('a text in the place of a mapping or list has a hint that shows what to write, which is accepted', () => {
  test.each([
    ['holder: %', 'Ann Lee', '{ name: Ann Lee }'],
    ['office: %', 'Mayor', '{ title: { en: Mayor } }'],
    ['address: %', '1 Hill Road, TOWN', '{ lines: [1 Hill Road, TOWN] }'],
    ['address: %', '"Room #5\\nTOWN"', '{ lines: ["Room #5", TOWN] }'],
    ['channels: %', 'a@example.org', '[{ email: a@example.org }]'],
    ['channels: [%]', 'a@example.org', '{ email: a@example.org }'],
    ['office: %', `'The "Old" Mill'`, `{ title: { en: 'The "Old" Mill' } }`],
  ])('in a profile: %s with %s', (profile, typed, written) => {
    const hints = (value: string): readonly Message[] => ofProfile(`id: a\n${profile.replace('%', value)}\n`);
    expect(hints(typed).map(plainMessage)).toEqual([`write ${written}`]);
    expect(hints(written)).toEqual([]);
  });

  test.each([
    ['signatories: The Club', '[{ name: { en: The Club } }]'],
    ['signatories: [The Club]', '{ name: { en: The Club } }'],
    ['page: din-5008', '{ preset: din-5008 }'],
    ['signatories: [{ name: A, image: a.png }]', '{ file: a.png }'],
  ])('in letter.yaml: %s', (yaml, written) => {
    expect(ofLetter(`date: 2026-03-02\n${yaml}\n`).map(plainMessage)).toEqual([`write ${written}`]);
  });

  test.each([
    ['signatories: { name: { en: The Club } }', 'begin each entry with a hyphen and a space'],
    ['signatories: { id: club, name: The Club }', 'begin each entry with a hyphen and a space, as in - id: …'],
    ['signatories: [a.csv]', 'write signatories: a.csv if the table has all of them, and the others into the table'],
  ])('in letter.yaml: %s, where a list or a table is meant', (yaml, hint) => {
    expect(ofLetter(`date: 2026-03-02\n${yaml}\n`).map(plainMessage)).toEqual([hint]);
  });

  test('but not where a space after a colon is missing, and none for a key that is not known for it', () => {
    expect(ofProfile('id: a\naddress: lines:[TOWN]\n').map(plainMessage)).toEqual(['put a space after the colon']);
    expect(ofProfile('id: a\nskip: no answer\n')).toEqual([[]]);
  });
});

describe('a key that belongs in the value of another has a hint that says in which', () => {
  test.each([
    ['name: Ann Lee', 'holder', 'holder: { name: Ann Lee }'],
    ['gender: f', 'holder', 'holder: { name: …, gender: f }'],
    ['title: Mayor', 'office', 'office: { title: { en: Mayor } }'],
    ['street: 1 Hill Road', 'address', 'address: { lines: [1 Hill Road] }'],
    ['E-mail: a@example.org', 'channels', 'channels: [{ email: a@example.org }]'],
  ])('in a profile: %s', (yaml, place, written) => {
    expect(ofProfile(`id: a\n${yaml}\n`).map(plainMessage)).toEqual([`put it into ${place}, as in ${written}`]);
    expect(ofProfile(`id: a\n${written}\n`)).toEqual([]);
    expect(Object.keys(parse(written) as object)).toEqual([place]);
  });

  test('in letter.yaml', () => {
    expect(ofLetter('date: 2026-03-02\nfrom: The Club\n').map(plainMessage)).toEqual([
      'put it into signatories, as in signatories: [{ name: { en: The Club } }]',
    ]);
  });
});

test('the values of profiles can be withheld, and lists and long texts are not repeated', () => {
  const [echo] = (ofProfile('id: a\nholder: Ann Lee\n')[0] ?? []).filter(isEcho);
  expect(echo).toEqual({ echo: '{ name: Ann Lee }', secret: true, inPublic: '{ name: … }' });
  expect(ofProfile('id: a\nname: [Ann]\n').map(plainMessage)).toEqual([
    'put it into holder, as in holder: { name: … }',
  ]);
  expect(ofProfile(`id: a\nholder: ${'Ann '.repeat(30)}Lee\n`).map(plainMessage)).toEqual(['write { name: … }']);
});
