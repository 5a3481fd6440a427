import { hashOf } from './choice.js';
import { announce, byId, element, formatCount, isolated, replaceContent } from './elements.js';
import { Edition } from './edition.js';
import { showPart } from './part.js';

/**
 * @typedef {import('./choice.js').Choice} Choice
 * @typedef {import('../preview.ts').PreviewLetter} PreviewLetter
 * @typedef {import('../preview.ts').PreviewPart} PreviewPart
 * @typedef {import('../preview.ts').PreviewRecipient} PreviewRecipient
 */

/** The letter that is shown, in one edition or several side by side, and the part of it that is explained. */
export class LetterView {
  #container = byId('letters', HTMLElement);
  /** @type {Map<string, Edition>} by language */
  #editions = new Map();
  /** @type {{ edition: Edition, part: PreviewPart } | undefined} */
  #explained;
  #key = '';

  constructor() {
    showPart(undefined, [], '', () => undefined);
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !(event.target instanceof HTMLInputElement)) this.#explain(undefined);
    });
  }

  /**
   * Shows the editions of a choice. A page, a part and a place that are still there stay as they are.
   *
   * @param {Choice} choice
   * @param {readonly PreviewLetter[]} letters
   * @param {string} reason why there is none, if there is none
   */
  show(choice, letters, reason) {
    const key = `${choice.letter}/${choice.id}`;
    const isOther = key !== this.#key;
    this.#key = key;
    if (isOther) this.#editions.clear();
    const faultsBefore = this.#countFaults();
    const shown = letters.map((letter) => {
      const { language } = letter.choice;
      const edition = this.#editions.get(language) ?? new Edition((part, its) => this.#choose(part, its));
      this.#editions.set(language, edition);
      return { edition, isNew: edition.letter === undefined, changed: edition.show(letter), letter };
    });
    const editions = shown.map(({ edition }) => edition);
    for (const [language, edition] of this.#editions) if (!editions.includes(edition)) this.#editions.delete(language);
    const none = letters.length === 0 ? [element('p', { class: 'note' }, [`No letter: ${reason}`])] : [];
    const roots = [...none, ...editions.map(({ root }) => root)];
    const areSame =
      roots.length === this.#container.children.length &&
      roots.every((root, index) => root === this.#container.children[index]);
    if (!areSame) this.#container.replaceChildren(...roots);
    this.#container.classList.toggle('beside', roots.length > 1);
    if (isOther) byId('pages', HTMLElement).scrollTo(0, 0);
    this.#explainAgain();
    announce(
      isOther || letters.length === 0 || shown.some(({ isNew }) => isNew)
        ? arrival(choice, letters)
        : this.#changes(shown, faultsBefore),
    );
  }

  /** Shows that there is no letter, as no recipient is chosen. */
  clear() {
    this.#editions.clear();
    this.#key = '';
    this.#container.replaceChildren();
    this.#explain(undefined);
  }

  /**
   * Explains the part that the user asks for.
   *
   * @param {PreviewPart} part
   * @param {Edition} edition
   */
  #choose(part, edition) {
    this.#explain({ edition, part });
    announce(`Paragraph: ${part.name}`);
  }

  /** @param {{ edition: Edition, part: PreviewPart } | undefined} explained */
  #explain(explained) {
    this.#explained = explained;
    for (const edition of this.#editions.values())
      edition.mark(explained?.edition === edition ? explained.part : undefined);
    const { parts = [], choice } = explained?.edition.letter ?? {};
    showPart(explained?.part, parts, choice?.language ?? '', () => this.#explain(undefined));
  }

  /** Explains the part again that has the place of the one before, among those of its name. */
  #explainAgain() {
    if (this.#explained === undefined) return;
    const { edition, part } = this.#explained;
    const isShown = [...this.#editions.values()].includes(edition);
    const namesakes = edition.letter?.parts.filter(({ kind, name }) => kind === part.kind && name === part.name) ?? [];
    /** @param {PreviewPart} other */
    const distance = ({ page, area }) => Math.abs(page - part.page) * 10_000 + Math.abs(area.y - part.area.y);
    const [next] = namesakes.toSorted((a, b) => distance(a) - distance(b));
    this.#explain(isShown && next !== undefined ? { edition, part: next } : undefined);
  }

  #countFaults() {
    return [...this.#editions.values()]
      .flatMap(({ letter }) => letter?.diagnostics ?? [])
      .filter(({ severity }) => severity === 'fault').length;
  }

  /**
   * What changed since the letter was last shown, for the status line.
   *
   * @param {readonly { changed: readonly number[], letter: PreviewLetter }[]} shown
   * @param {number} faultsBefore
   */
  #changes(shown, faultsBefore) {
    const faults = this.#countFaults();
    if (faults > 0) return formatCount(faults, 'fault');
    const changed = shown.flatMap(({ changed: numbers, letter }) =>
      numbers.length === 0
        ? []
        : [
            `${numbers.length === 1 ? 'Page' : 'Pages'} ${numbers.join(', ')} changed${shown.length > 1 ? ` (${letter.choice.language})` : ''}`,
          ],
    );
    const pages = changed.length === 0 ? 'No page changed' : changed.join('; ');
    return faultsBefore > 0 ? `Faults fixed. ${pages}` : pages;
  }
}

/**
 * @param {Choice} choice
 * @param {readonly PreviewLetter[]} letters
 */
function arrival({ id }, letters) {
  if (letters.length === 0) return `No letter to ${id}`;
  const pages = letters.map((letter) => `${letter.choice.language}: ${formatCount(letter.pages.length, 'page')}`);
  return `Letter to ${id}, ${pages.join('; ')}`;
}

/**
 * Shows the heading of a letter, and links to its editions, alone and side by side.
 *
 * @param {Choice} choice
 * @param {PreviewRecipient | undefined} recipient
 */
export function showTitle({ letter, id, languages }, recipient) {
  const about = [recipient?.holder, recipient?.office].filter((text) => text !== null && text !== undefined);
  replaceContent(byId('letter-heading', HTMLElement), isolated([id, ...about], ', '));
  const editions = languages.length === 0 ? '' : ` (${languages.join(', ')})`;
  document.title = `${id}${editions} – preview of ${letter}`;
  const offered = recipient?.languages ?? languages;
  const links = offered.map((language) => {
    const isShown = language === languages[0];
    return element('a', { href: hashOf({ letter, id, languages: [language] }), 'aria-current': isShown && 'true' }, [
      language,
    ]);
  });
  const [first, second = ''] = languages;
  const options = [['', 'none'], ...offered.filter((language) => language !== first).map((each) => [each, each])];
  const select = element(
    'select',
    {},
    options.map(([value, text]) => element('option', { value, selected: value === second }, [text])),
  );
  select.addEventListener('change', () => {
    location.hash = hashOf({ letter, id, languages: [first ?? '', select.value].filter((each) => each !== '') });
  });
  const beside = offered.length > 1 ? [element('label', {}, ['Beside ', select])] : [];
  replaceContent(byId('editions', HTMLElement), [...links, ...beside]);
}
