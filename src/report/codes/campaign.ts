import type { ExplainedCodes } from './explained-code.ts';

/**
 * Explanations of the codes for rules across files of a campaign, for the choice of wordings, and for lint warnings.
 */
export const CAMPAIGN_CODES: ExplainedCodes<
  'letter' | 'fact' | 'profile' | 'group' | 'select' | 'source' | 'rule' | 'demand'
> = {
  'letter/unknown-text': {
    meaning: 'A rule names a wording for which there is no text.',
    why: 'The recipients whom the rule is for would get a letter without that text.',
    fix: 'Write the text into the file that the hint names, or correct the name after use:.',
    wrong: 'body: [{ use: chiar, for: chair, demands: [] }]',
    right: 'body: [{ use: chair, for: chair, demands: [] }]      with en/body/chair.md',
  },
  'letter/unknown-name': {
    meaning: 'A demand, source or language that letter.yaml names does not exist.',
    why: 'What it names would be missing from every letter.',
    fix: 'Correct the name, or declare it: demands in letter.yaml, sources in sources.yaml.',
    wrong: 'enclosures: [chartr]',
    right: 'enclosures: [charter]',
  },
  'letter/demand-twice': {
    meaning: 'A demand is listed twice in one body, or a wording of the demand names it again under with:.',
    why: 'The letter would ask for the same thing twice.',
    fix: 'Take one of the two out.',
    wrong: 'demands: [publish, publish]',
    right: 'demands: [publish]',
  },
  'letter/not-dated': {
    meaning: 'A letter has no date.',
    why: 'Who holds an office, and who belongs to a group, is decided as of the date of the letter.',
    fix: 'Write date: into letter.yaml, or give --date.',
    wrong: 'status: draft',
    right: 'status: draft\ndate: 2025-12-01',
  },
  'letter/not-approved': {
    meaning:
      'A letter has status: final, but something that it prints lacks an approval: a text with its partials and notes, the forms of address, the signatories, or other words of letter.yaml.',
    why: 'A final letter has no draft notice on its pages: no reader would see that it was never approved.',
    fix: 'Write status: draft until a person in each function under needs: has approved it: demarche check --approved lists what is missing, and what has changed since.',
    wrong: 'status: final\nneeds: { final: [legal] }',
    right: 'status: draft\nneeds: { final: [legal] }',
  },
  'letter/named-twice': {
    meaning: 'A signatory, an enclosure or the number of a demand is given twice.',
    why: 'It would be printed twice, or one demand would be taken for another.',
    fix: 'Take one out, or give it a name or number of its own.',
    wrong: 'enclosures: [charter, charter]',
    right: 'enclosures: [charter]',
  },
  'letter/unchecked': {
    meaning: 'The texts in a language have not been checked. Only --strict reports this.',
    why: 'A translation that nobody read may say the opposite of what was meant.',
    fix: 'Have them read by a person who reads the language well, then replace unchecked by revised.',
    wrong: 'languages: { en: original, fr: unchecked }',
    right: 'languages: { en: original, fr: revised }',
  },
  'fact/contradictory': {
    meaning: 'Two records of one fact say different things about the same days.',
    why: 'Which of them decides about the letter would depend on their order.',
    fix: 'Let the earlier record end (until:) before the later one begins (since:).',
    wrong: '- { value: false, since: 2001-01-01, source: … }\n- { value: true, since: 2010-01-01, source: … }',
    right:
      '- { value: false, since: 2001-01-01, until: 2009-12-31, source: … }\n- { value: true, since: 2010-01-01, source: … }',
  },
  'profile/duplicate-id': {
    meaning: 'Two profiles have the same id.',
    why: 'The id names the letter’s files, so one letter would overwrite the other.',
    fix: 'Give one of them another id, or remove the profile that is out of date.',
    wrong: '- id: minister\n- id: minister',
    right: '- id: be-minister\n- id: fr-minister',
  },
  'profile/unknown-name': {
    meaning:
      'A profile names a State or a field that is not declared, or a role that is not, although groups.yaml has declarations.',
    why: 'Rules that ask for it would not apply to the recipient, and no text would print it.',
    fix: 'Correct the name, or declare it: roles in recipients/groups.yaml, States in recipients/states.yaml, fields in recipients/fields.yaml.',
    wrong: 'state: BL',
    right: 'state: BE',
  },
  'profile/expired-holder': {
    meaning: 'The holder of an office in a profile did not hold it on the date of the letter.',
    why: 'The letter would name the wrong person, and cannot be recalled once it is sent.',
    fix: 'Write who holds the office, or leave holder: out: the letter is correct without a name.',
    wrong: 'holder: { name: …, gender: f, until: 2025-06-30 }      (letter of 1 December 2025)',
    right: 'holder: { name: …, gender: m, since: 2025-07-01 }',
  },
  'profile/no-form': {
    meaning:
      'There is no form of address for a recipient or its rank, or it leaves out the rank, the name or the honorific.',
    why: 'How an office is addressed is never guessed from its title.',
    fix: 'Add the rank to recipients/forms/, write envelope:, salutation: and close: into the profile, or leave rank: out.',
    wrong: 'rank: ambassador',
    right: 'rank: minister',
  },
  'profile/no-edition': {
    meaning: 'A recipient reads a language of which the letter has only another variant, as pt-BR for pt.',
    why: 'A letter in the variant of another country may be read as a mistake, or not be understood.',
    fix: 'Write the variant that the letter has into languages: of the profile, or write texts in the language itself.',
    wrong: 'languages: [pt]      (letter.yaml has languages: { pt-BR: original })',
    right: 'languages: [pt-BR]',
  },
  'profile/no-country': {
    meaning: 'An address in another State does not end with the name of the country, in capitals.',
    why: 'International mail is sorted by that line, so the letter may not arrive.',
    fix: 'End the address with the country. home: in letter.yaml is the State from which the letters are posted.',
    wrong: 'lines: [Town Hall, 1000 Brussels, Belgium]',
    right: 'lines: [Town Hall, 1000 Brussels, BELGIUM]',
  },
  'profile/short-address': {
    meaning: 'An address has one line, or only a body and a place before the country.',
    why: 'The letter comes back, or lies in the wrong house.',
    fix: 'Add the lines that are missing. Leave address out if the letter is not posted.',
    wrong: 'lines: [Ministry of Foreign Affairs, Sometown, SOMELAND]',
    right: 'lines: [Ministry of Foreign Affairs, 12 Square of the Republic, 1000 Sometown, SOMELAND]',
  },
  'profile/unverified': {
    meaning: 'A profile states that it has not been checked. Only --strict reports this.',
    why: 'Offices change hands and move: what was true when it was written down may not be any more.',
    fix: 'Check it against its source, and write the day on which you did.',
    wrong: 'verified: false',
    right: 'verified: 2025-11-30',
  },
  'group/expired': {
    meaning: 'A group that a condition asks for has no member left on the date of the letter.',
    why: 'The words that are for its members would go to nobody.',
    fix: 'Record the members of that day, with since: and until:, or ask for another group.',
    wrong: 'members: [{ state: FR, until: 2024-12-31, source: … }]      (letter of 1 December 2025)',
    right: 'members: [{ state: FR, since: 2024-01-01, until: 2026-12-31, source: … }]',
  },
  'select/no-body': {
    meaning: 'A letter goes to a recipient, but none of its bodies is for that recipient.',
    why: 'There would be nothing to write.',
    fix: 'Add a body whose for: holds for the recipient, or narrow to: so that it leaves the recipient out.',
    wrong: 'to: [chair, minister]\nbody: [{ use: chair, for: chair, demands: [publish] }]',
    right: 'to: [chair]\nbody: [{ use: chair, for: chair, demands: [publish] }]',
  },
  'select/no-wording': {
    meaning: 'A body lists a demand, but no wording of that demand is for the recipient.',
    why: 'The letter would leave out what it was written to ask.',
    fix: 'Add a wording whose for: holds, or take the demand out of that body’s list.',
    wrong: 'wordings: [{ use: ask, for: chair }]      (for a minister)',
    right: 'wordings: [{ use: ask, for: chair }, { use: support }]',
  },
  'select/no-signatory': {
    meaning: 'The letter has signatories, but none of them signs the letter to this recipient.',
    why: 'The letter would go out without the name of a sender.',
    fix: 'Add a signatory whose for: holds for the recipient, or one without for:.',
    wrong: 'signatories: [{ name: { en: Walkers }, for: mayor }]      (for a minister)',
    right: 'signatories: [{ name: { en: Walkers } }]',
  },
  'select/demand-twice': {
    meaning: 'A demand is listed by the body, and the wording of another demand carries it too (with:).',
    why: 'The letter would ask it twice.',
    fix: 'Take it out of the body’s demands, or out of with:.',
    wrong: 'demands: [publish, teach]      and  { use: support, with: [teach] }',
    right: 'demands: [publish]             and  { use: support, with: [teach] }',
  },
  'select/fact-not-recorded': {
    meaning: 'A condition negates a fact (not:), but nothing is recorded about it for the recipient’s State.',
    why: 'A missing record does not mean no: the State might be told that it failed to do what it did.',
    fix: 'Record the fact with its source, or, if every State for which it is true is recorded, write complete: true into the fact.',
    wrong: 'for: { not: { fact: signed-charter } }      (nothing recorded for BE)',
    right: 'BE: { facts: { signed-charter: { value: false, source: … } } }',
  },
  'select/field-empty': {
    meaning: 'A condition negates a field (not:) that has no value in the profile of the recipient.',
    why: 'An empty field does not mean no: perhaps the value was forgotten, and the recipient gets words meant for others.',
    fix: 'Write the value into the profile. With required: true in recipients/fields.yaml, every profile must have one.',
    wrong: 'for: { not: { field: { party: green } } }      (fields.party missing in the profile)',
    right: 'fields: { party: red }',
  },
  'source/later-than-letter': {
    meaning: 'A letter cites or encloses a source that is dated later than the letter, or a demand rests on one.',
    why: 'The source did not exist on the date of the letter.',
    fix: 'Take it out, correct its date, or date the letter later.',
    wrong: 'charter: { date: 2026-05-04, … }      (letter of 1 December 2025)',
    right: 'charter: { date: 1999-05-04, … }',
  },
  'rule/shadowed': {
    meaning: 'A rule comes after another one that already holds for all of its recipients.',
    why: 'The first rule that holds decides, so nobody ever gets this wording.',
    fix: 'Put the narrower of the two first, or take one out.',
    wrong: 'wordings: [{ use: support }, { use: ask, for: chair }]',
    right: 'wordings: [{ use: ask, for: chair }, { use: support }]',
  },
  'demand/reaches-nobody': {
    meaning: 'No letter of this run makes a demand, though a recipient has a role that its wordings are for.',
    why: 'The demand may have been forgotten in the demands: of a body.',
    fix: 'Add it to the demands: of a body, or take it out.',
    wrong: 'body: [{ use: minister, for: minister, demands: [publish] }]      (and a demand teach for ministers)',
    right: 'body: [{ use: minister, for: minister, demands: [publish, teach] }]',
  },
  'source/unused': {
    meaning: 'A source is not used: it is not enclosed, no demand rests on it, and no text cites it.',
    why: 'Either a citation is missing in a text, or the entry is left over.',
    fix: 'Cite it where it belongs, or take it out.',
    wrong: 'spare: { title: { en: Spare }, … }      (and no {{cite "spare"}})',
    right: 'We rely on the Report{{cite "spare"}}.',
  },
  'fact/unused': {
    meaning: 'A fact is declared, but no rule of any letter uses it.',
    why: 'Either a wording has been forgotten, or the fact is recorded and kept up to date for nothing.',
    fix: 'Write a wording for the States of which it is true, or take the fact out.',
    wrong: 'facts: { idle: { … } }      (and no { fact: idle })',
    right: 'thanks: [{ use: signatory, for: { fact: idle } }]',
  },
  'fact/beside-role': {
    meaning: 'A fact about a State has chosen a text in a letter to a recipient whose role it does not concern.',
    why: 'A recipient would be thanked for, or reminded of, what another office of the State is responsible for.',
    fix: 'Name the role in the for: of the rule, or add it to concerns: of the fact.',
    wrong: 'for: { fact: signed-charter }      (concerns: [minister], and the letter goes to the chair)',
    right: 'for: { all: [minister, { fact: signed-charter }] }',
  },
  'profile/same-office': {
    meaning:
      'Two profiles have the same State, office and address, and no two holders, so that one office or person is written to twice.',
    why: 'A second letter to the same office or person looks careless.',
    fix: 'Take one of the two out, or give it a skip: with the reason.',
    wrong: '- { id: be-minister, … }\n- { id: minister-of-belgium, … }',
    right: '- { id: be-minister, … }',
  },
};
