import type { ExplainedCodes } from './explained-code.ts';

/** Explanations of the codes for the font files of a campaign. */
export const FONT_CODES: ExplainedCodes<'font'> = {
  'font/unsupported': {
    meaning: 'A file that `page: { fonts: … }` names is no font in which letters can be set.',
    why: 'Collections (.ttc), web fonts (.woff, .woff2), variable fonts, bitmaps, fonts with colours and symbol fonts are not TrueType or OpenType files with the outlines of one cut, which a PDF can hold.',
    fix: 'Name the .ttf or .otf file of each cut.',
    wrong: 'text: { regular: fonts/Name.woff2, … }',
    right: 'text: { regular: fonts/Name-Regular.ttf, … }',
  },
  'font/damaged': {
    meaning:
      'A font file is not whole: a table is cut off, is not the one whose checksum the file states, or holds outlines that cannot be read.',
    why: 'Glyphs would be missing or have wrong shapes in print, and no message would say so.',
    fix: 'Copy the file again from where it came from.',
    wrong: 'a file whose download stopped in the middle',
    right: 'the whole file',
  },
  'font/not-embeddable': {
    meaning:
      'A font says itself that it may not be embedded, or only as a whole, or only as bitmaps (the field fsType of its table OS/2).',
    why: 'Every PDF has the outlines of the glyphs that it uses, so that each reader sees the same page. A font with a restricted licence does not permit that.',
    fix: 'Name another font, or ask the owner of the font for a file with the permission.',
    wrong: 'a font whose fsType is 2 (restricted licence)',
    right: 'a font whose fsType is 0 (installable), 4 (preview and print) or 8 (editable)',
  },
};
