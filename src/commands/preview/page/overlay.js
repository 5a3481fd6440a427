import { element } from './elements.js';

/**
 * @typedef {import('../preview.ts').PreviewPart} PreviewPart
 * @typedef {import('../preview.ts').PreviewLetter['sheet']} SheetSize in points
 * @typedef {(part: PreviewPart, button: HTMLElement) => void} OnChosen called when the user asks for a part of a page
 */

/**
 * What lies over a page: shaded values, and a button for each block. The pointer goes through to the words of the page,
 * so that they can be selected, and `partAt` resolves a click by its position; the buttons are for keyboards and screen
 * readers.
 *
 * @param {readonly PreviewPart[]} parts of this page, in reading order
 * @param {NonNullable<SheetSize>} sheet
 * @param {string} pageName
 * @param {OnChosen} onChosen
 * @returns {HTMLElement}
 */
export function createOverlay(parts, sheet, pageName, onChosen) {
  const blocks = parts.filter(({ kind }) => kind === 'block');
  const shades = parts
    .filter(({ kind }) => kind === 'value')
    .map((part) => placed(element('span', { class: 'value' }), part, sheet));
  const buttons = blocks.map((part, index) => {
    const namesakes = blocks.filter(({ name }) => name === part.name);
    const number = namesakes.length === 1 ? '' : `, ${namesakes.indexOf(part) + 1} of ${namesakes.length}`;
    const button = element('button', {
      type: 'button',
      'aria-label': part.name + number,
      'aria-description': part.words,
      'aria-pressed': 'false',
      // One stop of the Tab key a page; arrows lead to the other parts.
      tabindex: index === 0 ? 0 : -1,
    });
    button.addEventListener('click', () => onChosen(part, button));
    return placed(button, part, sheet);
  });
  return element('div', { class: 'parts' }, [
    element('div', { 'aria-hidden': 'true' }, shades),
    element('div', { role: 'group', 'aria-label': `Parts of ${pageName.toLowerCase()}` }, buttons),
  ]);
}

/**
 * Moves the focus between the parts of all pages with the arrow keys, Home and End.
 *
 * @param {KeyboardEvent} event
 * @param {Element} pages
 */
export function moveBetweenParts(event, pages) {
  const buttons = [...pages.querySelectorAll('button')];
  const index = buttons.findIndex((button) => button === document.activeElement);
  const targets = new Map([
    ['ArrowDown', index + 1],
    ['ArrowRight', index + 1],
    ['ArrowUp', index - 1],
    ['ArrowLeft', index - 1],
    ['Home', 0],
    ['End', buttons.length - 1],
  ]);
  const target = buttons[targets.get(event.key) ?? -1];
  if (index < 0 || target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  focusPart(target);
  target.scrollIntoView({ block: 'nearest' });
}

/**
 * Gives a part the focus, and makes it the one to which the Tab key leads on its page.
 *
 * @param {HTMLElement} button
 */
export function focusPart(button) {
  for (const other of button.parentElement?.querySelectorAll('button') ?? []) other.tabIndex = -1;
  button.tabIndex = 0;
  button.focus({ preventScroll: true });
}

/**
 * Returns the index, among the blocks of a page, of the smallest one under the pointer; -1 if there is none.
 *
 * @param {MouseEvent} event
 * @param {Element} page
 * @param {readonly PreviewPart[]} blocks
 * @param {NonNullable<SheetSize>} sheet
 * @returns {number}
 */
export function blockUnder(event, page, blocks, sheet) {
  const bounds = page.getBoundingClientRect();
  const x = ((event.clientX - bounds.left) / bounds.width) * sheet.width;
  const y = ((event.clientY - bounds.top) / bounds.height) * sheet.height;
  const found = blocks
    .filter(({ area }) => contains(area, x, y))
    .toSorted((a, b) => a.area.width * a.area.height - b.area.width * b.area.height);
  return found[0] === undefined ? -1 : blocks.indexOf(found[0]);
}

/**
 * Returns the values that stand in a block.
 *
 * @param {PreviewPart} block
 * @param {readonly PreviewPart[]} parts
 */
export function valuesIn(block, parts) {
  return parts.filter(
    ({ kind, page, area }) =>
      kind === 'value' &&
      page === block.page &&
      contains(block.area, area.x + area.width / 2, area.y + area.height / 2),
  );
}

/**
 * @param {PreviewPart['area']} area
 * @param {number} x in points
 * @param {number} y in points
 */
function contains(area, x, y) {
  return x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height;
}

/**
 * Gives an element the place of a part, in hundredths of the page, so that it stays there at any size.
 *
 * @template {HTMLElement} E
 * @param {E} mark
 * @param {PreviewPart} part
 * @param {NonNullable<SheetSize>} sheet
 * @returns {E}
 */
function placed(mark, { area }, sheet) {
  mark.style.left = `${(area.x / sheet.width) * 100}%`;
  mark.style.top = `${(area.y / sheet.height) * 100}%`;
  mark.style.width = `${(area.width / sheet.width) * 100}%`;
  mark.style.height = `${(area.height / sheet.height) * 100}%`;
  return mark;
}
