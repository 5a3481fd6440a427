import type { ExplainedCodes } from './explained-code.ts';

/** Explanations of the codes for the pictures that letters print. */
export const PICTURE_CODES: ExplainedCodes<'picture'> = {
  'picture/path': {
    meaning: 'A letter or a text names a picture that is not in the folder of the letter.',
    why: 'The pictures of a letter are kept with it, so that it can be made on every machine, and never from the web.',
    fix: 'Save the picture in templates/<letter>/, under a name of letters, digits and hyphens, and write its path from there.',
    wrong: '![A map of the valley](https://example.org/map.png)',
    right: '![A map of the valley](map.png)',
  },
  'picture/width': {
    meaning: 'The words in quotes after the path of a picture are not a width that it can have.',
    why: 'They say how wide the picture is printed. Without them, it has the size that its dots per inch give.',
    fix: 'Write a length from 5mm to the width of the text, or leave the quotes out. What the picture shows is in the brackets.',
    wrong: '![A map of the valley](map.png "half the page")',
    right: '![A map of the valley](map.png "75mm")',
  },
  'picture/refused': {
    meaning: 'A file that is named as a picture is none that letters can print, or it is damaged.',
    why: 'A letter prints PNG and baseline JPEG files in sRGB or grey, which print alike everywhere and stay readable.',
    fix: 'Save the picture again as the hint says.',
    wrong: 'logo: { file: logo.svg, alt: { en: Walkers of the Valley } }',
    right: 'logo: { file: logo.png, alt: { en: Walkers of the Valley } }',
  },
  'picture/no-alternative': {
    meaning: 'A picture has no words for a reader who does not see it, at least in one language of the letter.',
    why: 'Screen readers read these words out; without them, the picture is not there for their users.',
    fix: 'Say in a few words what the picture shows, in each language. A logo that repeats the letterhead may be decorative.',
    wrong: '![](map.png)',
    right: '![A map of the valley: the mill is north of the bridge](map.png)',
  },
  'picture/few-dots': {
    meaning: 'A picture has fewer than 150 dots per inch at the size at which it is printed. This is a warning.',
    why: 'In print, it looks coarse or blurred. 300 dots per inch are usual.',
    fix: 'Print it smaller, or save it again with more pixels.',
    wrong: '![A map of the valley](map.png "150mm")      400 pixels from left to right',
    right: '![A map of the valley](map.png "60mm")',
  },
  'picture/not-printed': {
    meaning:
      'A letter that ten signatories sign, or more, does not print the picture of a signature. This is a warning.',
    why: 'So many signatures are a list of names, which has no room to sign, by hand or by a picture.',
    fix: 'Remove the image, or let fewer sign the letter.',
    wrong: '- { id: brook, name: Brook, image: { file: brook.png } }      among ten signatories',
    right: '- { id: brook, name: Brook }',
  },
};
