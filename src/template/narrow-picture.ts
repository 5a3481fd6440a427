import type { Image, PhrasingContent } from 'mdast';
import { findRefusedCharacters } from '../model/character-policy.ts';
import { fault } from '../model/diagnostic.ts';
import { POINTS_PER_UNIT } from '../model/length.ts';
import { say } from '../model/message.ts';
import { GREATEST_MEASURE } from '../model/page-settings.ts';
import type { Picture } from '../model/picture.ts';
import { fewDotsWarnings } from '../model/picture-dots.ts';
import { pictureFaultsAt } from '../model/picture-files.ts';
import { readPicturePath } from '../model/picture-path.ts';
import { figureAtWidth } from '../model/picture-sizes.ts';
import { lengthInPoints, suggestLength } from '../model/written-length.ts';
import { nodeStart, reportCharacter, reportFault, strayInsertFault, type MarkdownContext } from './markdown-faults.ts';
import type { PatternBlock } from './pattern.ts';
import { locate, PLACEHOLDERS } from './rendered.ts';

/** The least width of a picture in a text, in points: 5 mm. */
const LEAST_WIDTH = 14;

/** Returns the image that is the only content of a paragraph, besides comments; undefined if there is other content. */
export function pictureAlone(nodes: readonly PhrasingContent[]): Image | undefined {
  const [first, ...others] = nodes.filter(
    (node) =>
      !(node.type === 'html' && node.value.startsWith('<!--')) && !(node.type === 'text' && node.value.trim() === ''),
  );
  return first?.type === 'image' && others.length === 0 ? first : undefined;
}

/**
 * Narrows a picture: an image of CommonMark whose destination is a file in the letter's folder, and whose title, if it
 * has one, is its width. Returns no node if it has a fault.
 */
export function narrowPicture(context: MarkdownContext, node: Image): readonly PatternBlock[] {
  const alternative = (node.alt ?? '').trim();
  if (reportInserts(context, node)) return [];
  const refused = findRefusedCharacters(`${alternative}${node.url}`);
  for (const character of refused) reportCharacter(context, nodeStart(node), character);
  if (alternative === '') {
    const hint = say`Write what it shows into the brackets: ${'![A map of the valley](map.png)'}. If it shows nothing that a reader needs, leave it out.`;
    const message = say`this picture has no words for a reader who does not see it`;
    reportFault(context, nodeStart(node), 'picture/no-alternative', message, hint);
  }
  const width = narrowWidth(context, node);
  const picture = pictureOfNode(context, node);
  if (picture === undefined || width === 'refused' || alternative === '' || refused.length > 0) return [];
  const figure = figureAtWidth(picture, width, alternative);
  const { span, includedFrom } = locate(context.rendered, nodeStart(node));
  const printedWidth = Math.min(figure.width, context.tools.measure);
  context.warnings.push(...fewDotsWarnings(picture, printedWidth, span, includedFrom));
  return [{ type: 'picture', figure, origin: { text: context.key, span } }];
}

/** Reports values in the words, the path or the width of a picture, and returns whether there are any. */
function reportInserts(context: MarkdownContext, { alt, url, title }: Image): boolean {
  const indices = [...`${alt ?? ''}${url}${title ?? ''}`.matchAll(PLACEHOLDERS)].map(([, index]) => Number(index));
  for (const index of indices) {
    context.handledInserts.add(index);
    const insert = context.rendered.inserts[index];
    if (insert !== undefined) context.faults.push(strayInsertFault(insert));
  }
  return indices.length > 0;
}

/** Returns the width that a picture states, in points; undefined if it states none. */
function narrowWidth(context: MarkdownContext, node: Image): number | 'refused' | undefined {
  const { title } = node;
  if (title === undefined || title === null) return undefined;
  const points = lengthInPoints(title);
  if (points >= LEAST_WIDTH && points <= GREATEST_MEASURE) return points;
  const isLength = !Number.isNaN(points);
  const suggestion = suggestLength(title);
  const hint = isLength
    ? say`Write a width from 5mm to ${Math.floor(GREATEST_MEASURE / POINTS_PER_UNIT.mm)}mm, or none: the picture is never wider than the text.`
    : suggestion === undefined
      ? say`Write a width, as in ${'![A map of the valley](map.png "60mm")'}, or leave the quotes out.`
      : say`Write ${suggestion}.`;
  const message = isLength
    ? say`a picture cannot be as wide as ${title}`
    : say`the words in quotes after the path of a picture are its width, and ${title} is none`;
  reportFault(context, nodeStart(node), 'picture/width', message, hint);
  return 'refused';
}

/** Returns the checked picture of a node, and reports the faults of its path or its file. */
function pictureOfNode(context: MarkdownContext, node: Image): Picture | undefined {
  const { span, includedFrom: related } = locate(context.rendered, nodeStart(node));
  const path = readPicturePath(node.url);
  if (!path.ok) {
    context.faults.push(fault('picture/path', span, path.message, { hint: path.hint, related }));
    return undefined;
  }
  const picture = context.tools.pictures.get(path.path);
  if (picture?.ok === true) return picture.value;
  // The files to read are found in the text before it is parsed, where `&amp;` is no ampersand.
  if (picture === undefined) {
    const hint = say`Write the path without ${'&…;'} and without tags, as ${path.path}.`;
    context.faults.push(fault('picture/path', span, say`this path of a picture is not written out`, { hint, related }));
  } else context.faults.push(...pictureFaultsAt(picture, span, related));
  return undefined;
}
