import type { ExplainedCodes } from './explained-code.ts';

/** Setting letters on pages, and writing them. */
export const PAGES: ExplainedCodes<'glyph' | 'page' | 'output'> = {
  'glyph/missing': {
    meaning: 'The fonts have no glyph for a character.',
    why: 'The letter would show an empty box in its place.',
    mend: 'Write it in words, or in letters that the fonts have.',
    wrong: 'In hope of 🕊',
    right: 'In hope of peace',
  },
  'page/does-not-fit': {
    meaning: 'A part of a letter has no room on a page and cannot be divided.',
    why: 'Addresses and signatures stay whole: the rest would fall off the page.',
    mend: 'Shorten it, or nest it less deep.',
    wrong: 'address: { lines: [… 60 lines …] }',
    right: 'address: { lines: [1 Assembly Square, 1000 Somewhere] }',
  },
  'output/foreign-file': {
    meaning: 'Where a letter goes stands a file that was changed by hand, or is somebody else’s.',
    why: 'What a person wrote is not for a program to lose.',
    mend: 'Move it away, or overwrite it with --force.',
    wrong: 'demarche generate',
    right: 'demarche generate --force',
  },
  'output/in-the-way': {
    meaning: 'Where a file is to be written stands a folder, a link or a device, or a link leads there.',
    why: 'Through a link, a letter would be written over a file elsewhere.',
    mend: 'Move it away, or write into another folder with -o.',
    wrong: 'out/appeal -> /srv/www',
    right: 'out/appeal, an ordinary folder',
  },
  'output/failed': {
    meaning: 'A file could not be written.',
    why: 'The letter is not there; nothing half-written is left in its place.',
    mend: 'Make room, or give yourself the right to write there; then run the same command again.',
    wrong: 'demarche generate -o /media/full-disk',
    right: 'demarche generate -o letters',
  },
  'output/manifest': {
    meaning: 'The record of what was written cannot be read.',
    why: 'Without it nobody knows which files are ours to overwrite.',
    mend: 'Remove manifest.ndjson and generate again: letters with the right bytes are adopted.',
    wrong: 'out/appeal/manifest.ndjson, edited by hand',
    right: 'rm out/appeal/manifest.ndjson && demarche generate',
  },
  'output/locked': {
    meaning: 'Another run is writing these letters.',
    why: 'Two runs at once would overwrite each other’s letters and records.',
    mend: 'Wait until it is done. Runs of different shards may go on side by side.',
    wrong: 'demarche generate & demarche generate',
    right: 'demarche generate --shard 1/2 & demarche generate --shard 2/2',
  },
  'output/stale': {
    meaning: 'A letter that was written is not the one that would be written now.',
    why: 'What is reviewed or sent would not be what the campaign says.',
    mend: 'Generate it again, and commit it with the change that made it stale.',
    wrong: 'git commit templates/',
    right: 'demarche generate && git commit templates/ out/',
  },
  'output/missing': {
    meaning: 'A letter that would be written is not there.',
    why: 'Somebody would get no letter.',
    mend: 'Generate it.',
    wrong: 'demarche check',
    right: 'demarche generate && demarche check',
  },
  'output/edited': {
    meaning: 'A letter was changed by hand after it was written, or is somebody else’s file.',
    why: 'The change is in no text and no profile, so the next run would not have it.',
    mend: 'Bring the change into the campaign, or drop it with --force.',
    wrong: 'an edit in out/appeal/the-chair.en.md',
    right: 'the same edit in templates/appeal/en/body/chair.md',
  },
  'output/orphaned': {
    meaning: 'A letter is there that nobody gets any more.',
    why: 'It might be sent with the others.',
    mend: 'Delete the file; the next run takes it out of the manifest.',
    wrong: 'out/appeal/former-minister.en.md, whose profile is gone',
    right: 'rm out/appeal/former-minister.en.*',
  },
  'output/skipped': {
    meaning: 'A letter is there whose profile says by now that it is not to be written to.',
    why: 'It might be sent although there is a reason not to.',
    mend: 'Delete the file; the next run takes it out of the manifest.',
    wrong: 'out/appeal/hu-minister.en.md, and skip: in its profile',
    right: 'rm out/appeal/hu-minister.en.*',
  },
};
