import { element, replaceContent } from './elements.js';
import { diagnosticSections } from './faults.js';
import { blockUnder, createOverlay, focusPart, moveBetweenParts } from './overlay.js';
import { parsePage } from './page-svg.js';

/**
 * @typedef {import('../preview.ts').PreviewLetter} PreviewLetter
 * @typedef {import('../preview.ts').PreviewPart} PreviewPart
 */

/** A letter in one language, as it is shown: its faults and its pages, each of which is replaced only if it changes. */
export class Edition {
  root = element('section', { class: 'edition' });
  /** @type {PreviewLetter | undefined} */
  letter = undefined;
  #title = element('h3');
  #notes = element('div');
  #pages = element('div', { class: 'pages' });
  #onChosen;

  /** @param {(part: PreviewPart, edition: Edition) => void} onChosen called with the part that the user asks for */
  constructor(onChosen) {
    this.#onChosen = onChosen;
    this.root.append(this.#title, this.#notes, this.#pages);
    this.#pages.addEventListener('keydown', (event) => moveBetweenParts(event, this.#pages));
  }

  /**
   * Shows a letter in place of the one before. Returns the numbers of the pages that changed.
   *
   * @param {PreviewLetter} letter
   * @returns {readonly number[]}
   */
  show(letter) {
    const before = this.letter;
    this.letter = letter;
    const { pages, sheet, diagnostics, choice, isOld } = letter;
    this.root.setAttribute('aria-label', `Edition ${choice.language}`);
    this.#title.textContent = `Edition ${choice.language}`;
    this.root.classList.toggle('old', isOld);
    replaceContent(this.#notes, [
      ...diagnosticSections(`this letter (${choice.language})`, diagnostics),
      ...notesOn(letter),
    ]);
    if (sheet !== null) this.#pages.style.setProperty('--sheet-width', `${sheet.width}pt`);
    while (this.#pages.children.length > pages.length) this.#pages.lastElementChild?.remove();
    return pages.flatMap((text, index) => {
      const hasChanged = before?.pages[index] !== text;
      this.#showPage(index, letter, before);
      return hasChanged ? [index + 1] : [];
    });
  }

  /**
   * Marks one part as the one that is explained; undefined: none.
   *
   * @param {PreviewPart | undefined} chosen
   */
  mark(chosen) {
    for (const [index, page] of [...this.#pages.children].entries()) {
      const blocks = this.#blocksOf(index);
      for (const [position, button] of page.querySelectorAll('button').entries())
        button.setAttribute('aria-pressed', String(blocks[position] === chosen));
    }
  }

  /** @param {number} page */
  #blocksOf(page) {
    return this.letter?.parts.filter((part) => part.kind === 'block' && part.page === page) ?? [];
  }

  /**
   * @param {number} index
   * @param {PreviewLetter} letter
   * @param {PreviewLetter | undefined} before
   */
  #showPage(index, letter, before) {
    const { pages, sheet, choice } = letter;
    const name = `Page ${index + 1} of ${pages.length}`;
    const page = this.#pages.children[index] ?? this.#pages.appendChild(this.#createPage(index));
    const text = pages[index] ?? '';
    if (before?.pages[index] !== text || page.firstElementChild === null) {
      const picture = parsePage(text) ?? element('p', {}, [`${name} cannot be shown: its SVG document is not safe.`]);
      picture.setAttribute('lang', choice.language);
      if (page.firstElementChild === null) page.append(picture);
      else page.firstElementChild.replaceWith(picture);
    }
    const parts = letter.parts.filter((part) => part.page === index);
    const partsBefore = before?.parts.filter((part) => part.page === index);
    const isSame = JSON.stringify([parts, sheet]) === JSON.stringify([partsBefore, before?.sheet]);
    page.setAttribute('aria-label', name);
    if (sheet === null || (isSame && page.querySelector('.parts') !== null)) return;
    const focused = [...page.querySelectorAll('button')].findIndex((button) => button === document.activeElement);
    page.querySelector('.parts')?.remove();
    // The part is looked up when it is asked for: that of the letter which is shown then.
    page.append(
      createOverlay(parts, sheet, name, (_, button) => {
        const position = [...page.querySelectorAll('button')].findIndex((other) => other === button);
        const part = this.#blocksOf(index)[position];
        if (part !== undefined) this.#onChosen(part, this);
      }),
    );
    const next = page.querySelectorAll('button')[focused];
    if (next !== undefined) focusPart(next);
  }

  /** @param {number} index */
  #createPage(index) {
    const page = element('article', { class: 'page' });
    page.addEventListener('click', (event) => {
      // Words that were just selected are to be copied; a click by keyboard has reached its button.
      const isSelecting = getSelection()?.type === 'Range';
      const sheet = this.letter?.sheet ?? null;
      if (isSelecting || sheet === null || event.target instanceof HTMLButtonElement) return;
      const position = blockUnder(event, page, this.#blocksOf(index), sheet);
      const button = page.querySelectorAll('button')[position];
      if (button === undefined) return;
      focusPart(button);
      button.click();
    });
    return page;
  }
}

/**
 * Returns the notes on the pages of a letter: that they are old, or why there are none.
 *
 * @param {PreviewLetter} letter
 */
function notesOn({ pages, diagnostics, isOld, reason }) {
  if (reason !== null) return [element('p', { class: 'note' }, [`No letter: ${reason}`])];
  if (isOld && pages.length > 0)
    return [element('p', { class: 'note' }, ['Old: these are the last pages without faults.'])];
  if (pages.length > 0) return [];
  const hasFault = diagnostics.some(({ severity }) => severity === 'fault');
  return [
    element('p', { class: 'note' }, [hasFault ? 'There is no page yet: the letter has faults.' : 'There is no page.']),
  ];
}
