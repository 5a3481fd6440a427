import { byId, element, pathWithCopy, replaceContent } from './elements.js';
import { valuesIn } from './overlay.js';

/** @typedef {import('../preview.ts').PreviewPart} PreviewPart */

const HELP = 'Click a paragraph of a page, or go to one with the Tab and arrow keys and press Enter.';

/**
 * Shows where the words of a part come from; undefined: how to ask for that.
 *
 * @param {PreviewPart | undefined} part
 * @param {readonly PreviewPart[]} parts all of the letter
 * @param {string} language that of the letter
 * @param {() => void} onClose
 */
export function showPart(part, parts, language, onClose) {
  const panel = byId('part', HTMLElement);
  if (part === undefined) {
    panel.replaceChildren(element('p', {}, [HELP]));
    return;
  }
  const close = element('button', { type: 'button' }, ['Close']);
  close.addEventListener('click', onClose);
  const { name, words, file, wording, rule, evidence } = part;
  const rows = [
    row('File', file === null ? ['Words of demarche, in no file of the campaign'] : [pathWithCopy(file)]),
    ...(wording === null ? [] : [row('Wording', [wording])]),
    ...(rule === null ? [] : [row('Rule', [rule.text, pathWithCopy(rule.file)])]),
    ...evidence.map(({ label, text, file: place }) =>
      row(label, [text, ...(place === null ? [] : [pathWithCopy(place)])]),
    ),
    ...distinct(valuesIn(part, parts)).map((value) =>
      row(value.name, [
        ...value.evidence.map(({ text }) => text),
        ...(value.file === null ? [] : [pathWithCopy(value.file)]),
      ]),
    ),
  ];
  replaceContent(panel, [
    element('h3', {}, [name]),
    ...(words === '' ? [] : [element('blockquote', { lang: language, dir: 'auto' }, [words])]),
    element('dl', {}, rows),
    element('p', {}, [close, ' or the Escape key']),
  ]);
}

/**
 * A term and what it is, which may have the path of a file.
 *
 * @param {string} term
 * @param {readonly (string | Node)[]} descriptions
 */
function row(term, descriptions) {
  return element('div', {}, [
    element('dt', {}, [term]),
    ...descriptions.map((description) => element('dd', {}, [description])),
  ]);
}

/**
 * Values without repeats: one that is broken over lines has several areas.
 *
 * @param {readonly PreviewPart[]} values
 */
function distinct(values) {
  return [...new Map(values.map((value) => [`${value.name}\n${value.file}`, value])).values()];
}
