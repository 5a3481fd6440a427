import type { ExplainedCodes } from './explained-code.ts';

/** Explanations of the codes for typesetting and for the files that are written. */
export const PAGE_CODES: ExplainedCodes<'glyph' | 'page' | 'output'> = {
  'glyph/missing': {
    meaning: 'The fonts have no glyph for a character.',
    why: 'The letter would show an empty box in its place.',
    fix: 'Write it in words, or in letters that the fonts have.',
    wrong: 'In hope of 🕊',
    right: 'In hope of peace',
  },
  'page/does-not-fit': {
    meaning: 'A part of a letter has no room on a page and cannot be divided.',
    why: 'Addresses and signatures stay whole: the rest would fall off the page.',
    fix: 'Shorten it, or nest it less deep.',
    wrong: 'address: { lines: [… 60 lines …] }',
    right: 'address: { lines: [1 Assembly Square, 1000 Somewhere] }',
  },
  'page/loose-line': {
    meaning: 'A justified line has wide gaps between its words.',
    why: 'The next word is too long for the line and cannot be hyphenated. The line can be read, but looks bad.',
    fix: 'Change a word of the paragraph, or turn justification off.',
    wrong: 'page: { justify: true }',
    right: 'page: { justify: false }',
  },
  'output/foreign-file': {
    meaning:
      'The file at the path of a letter or a clearance copy was changed by hand, or was not written by demarche.',
    why: 'Work that a person did by hand must not be lost.',
    fix: 'Move it away, or overwrite it with --force.',
    wrong: 'demarche generate',
    right: 'demarche generate --force',
  },
  'output/in-the-way': {
    meaning: 'A file is to be written at a path that is a folder, a link or a device, or that leads through a link.',
    why: 'Through a link, a letter would be written over a file elsewhere.',
    fix: 'Move it away, or write into another folder with -o.',
    wrong: 'out/appeal -> /srv/www',
    right: 'out/appeal, an ordinary folder',
  },
  'output/failed': {
    meaning: 'A file could not be written, or one that is there could not be read.',
    why: 'The letter is not there; nothing half-written is left in its place.',
    fix: 'Make room, or give yourself the right to write there; then run the same command again.',
    wrong: 'demarche generate -o /media/full-disk',
    right: 'demarche generate -o letters',
  },
  'output/manifest': {
    meaning: 'The record of what was written cannot be read.',
    why: 'Without it, demarche does not know which files it wrote and may overwrite.',
    fix: 'Remove manifest.ndjson, or review.ndjson of a review, and run the command again: files that already are as they would be written are accepted.',
    wrong: 'out/appeal/manifest.ndjson, edited by hand',
    right: 'rm out/appeal/manifest.ndjson && demarche generate',
  },
  'output/locked': {
    meaning: 'Another run is writing these letters, or another review these copies.',
    why: 'Two runs at once would overwrite each other’s letters and records.',
    fix: 'Wait until it is done. Runs of different shards may go on side by side.',
    wrong: 'demarche generate & demarche generate',
    right: 'demarche generate --shard 1/2 & demarche generate --shard 2/2',
  },
  'output/stale': {
    meaning: 'A letter that was written is not the one that would be written now.',
    why: 'What is reviewed or sent would not be what the campaign says.',
    fix: 'Generate it again, and commit it with the change that made it stale.',
    wrong: 'git commit templates/',
    right: 'demarche generate && git commit templates/ out/',
  },
  'output/missing': {
    meaning: 'A letter that would be written is not there.',
    why: 'Somebody would get no letter.',
    fix: 'Generate it.',
    wrong: 'demarche check',
    right: 'demarche generate && demarche check',
  },
  'output/edited': {
    meaning: 'A letter was changed by hand after it was written, or was not written by demarche.',
    why: 'The change is in no text and no profile, so the next run would not have it.',
    fix: 'Bring the change into the campaign, or drop it with --force.',
    wrong: 'an edit in out/appeal/the-chair.en.md',
    right: 'the same edit in templates/appeal/en/body/chair.md',
  },
  'output/orphaned': {
    meaning: 'A letter is on the disk, but has no recipient any more.',
    why: 'It might be sent with the others.',
    fix: 'Delete the file; the next run takes it out of the manifest.',
    wrong: 'out/appeal/former-minister.en.md, whose profile is gone',
    right: 'rm out/appeal/former-minister.en.*',
  },
  'output/skipped': {
    meaning: 'A letter is on the disk, but the profile of its recipient now has skip:.',
    why: 'It might be sent although there is a reason not to.',
    fix: 'Delete the file; the next run takes it out of the manifest.',
    wrong: 'out/appeal/hu-minister.en.md, and skip: in its profile',
    right: 'rm out/appeal/hu-minister.en.*',
  },
};
