import { hashOf } from './choice.js';
import { byId, element, formatCount } from './elements.js';

/** @typedef {import('../preview.ts').PreviewRecipient} PreviewRecipient */

/** The groups of the list, in their order, by the outcome of their recipients. */
const GROUPS = /** @type {const} */ ([
  ['fault', 'With faults'],
  ['letter', 'Letters'],
  ['skipped', 'Skipped'],
  ['not-addressed', 'Not addressed'],
]);

/** How many recipients of a group are listed at first. More take a browser longer than a reader notices. */
const FIRST_LISTED = 200;

/** The list of recipients beside the pages, and the field that searches it. */
export class RecipientList {
  #search = byId('search', HTMLInputElement);
  #list = byId('recipients', HTMLElement);
  /** @type {readonly { recipient: PreviewRecipient, words: string }[]} */
  #recipients = [];
  /** @type {import('./choice.js').Choice | undefined} */
  #choice;
  /** Groups of which all recipients are listed. @type {Set<string>} */
  #whole = new Set();

  constructor() {
    this.#search.addEventListener('input', () => this.#render());
    this.#search.addEventListener('keydown', (event) => {
      const links = this.#links();
      if (event.key === 'ArrowDown') focusLink(links[0], event);
      if (event.key === 'Enter') links[0]?.click();
      if (event.key === 'Escape') {
        this.#search.value = '';
        this.#render();
      }
    });
    this.#list.addEventListener('keydown', (event) => {
      const links = this.#links();
      const index = links.findIndex((link) => link === document.activeElement);
      const targets = new Map([
        ['ArrowDown', index + 1],
        ['ArrowUp', index - 1],
        ['Home', 0],
        ['End', links.length - 1],
      ]);
      const target = targets.get(event.key);
      if (index < 0 || target === undefined) return;
      if (target < 0) focusLink(this.#search, event);
      else focusLink(links[target], event);
    });
  }

  /** @param {readonly PreviewRecipient[]} recipients */
  show(recipients) {
    this.#recipients = recipients.map((recipient) => ({ recipient, words: wordsOf(recipient) }));
    this.#render();
  }

  /** @param {import('./choice.js').Choice | undefined} choice the recipient that is shown */
  mark(choice) {
    const isOther = choice !== undefined && (this.#choice === undefined || keyOf(choice) !== keyOf(this.#choice));
    this.#choice = choice;
    for (const link of this.#links()) {
      const isShown = choice !== undefined && link.dataset['key'] === keyOf(choice);
      if (isShown) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    this.#setTabStop();
    if (isOther) this.#list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  #links() {
    return [...this.#list.querySelectorAll('a')];
  }

  /** One link of the list is a stop of the Tab key: that of the shown letter, or else the first. */
  #setTabStop() {
    const links = this.#links();
    const stop = links.find((link) => link.hasAttribute('aria-current')) ?? links[0];
    for (const link of links) link.tabIndex = link === stop ? 0 : -1;
  }

  #render() {
    const words = normalised(this.#search.value).split(' ');
    const found = this.#recipients.filter((each) => words.every((word) => each.words.includes(word)));
    const total = this.#recipients.length;
    byId('found', HTMLElement).textContent =
      found.length === total
        ? formatCount(total, 'recipient')
        : `${found.length} of ${formatCount(total, 'recipient')}`;
    const letters = [...new Set(found.map(({ recipient }) => recipient.letter))];
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
    this.#list.replaceChildren(
      ...letters.flatMap((letter) =>
        GROUPS.flatMap(([outcome, title]) => {
          const group = found.flatMap(({ recipient }) =>
            recipient.letter === letter && recipient.outcome === outcome ? [recipient] : [],
          );
          return group.length === 0 ? [] : [this.#group(group, letters.length > 1 ? `${letter}: ${title}` : title)];
        }),
      ),
    );
    this.mark(this.#choice);
    if (focused !== undefined)
      this.#links()
        .find((link) => link.dataset['key'] === focused)
        ?.focus();
  }

  /**
   * @param {readonly PreviewRecipient[]} group
   * @param {string} title
   */
  #group(group, title) {
    const listed = this.#whole.has(title) ? group : group.slice(0, FIRST_LISTED);
    const heading = element('h3', {}, [`${title} (${group.length})`]);
    const section = element('section', {}, [heading, element('ul', {}, listed.map(recipientItem))]);
    if (listed.length < group.length) {
      const more = element('button', { type: 'button' }, [`List all ${group.length}`]);
      more.addEventListener('click', () => {
        this.#whole.add(title);
        this.#render();
        this.#links()[listed.length]?.focus();
      });
      section.append(more);
    }
    return section;
  }
}

/** @param {PreviewRecipient} recipient */
function recipientItem({ letter, id, roles, state, office, holder, languages, outcome, reason }) {
  const [language] = languages;
  const href = hashOf({ letter, id, languages: language === undefined ? [] : [language] });
  const about = [roles.join(', '), state, languages.join(', ')].filter((text) => text !== null && text !== '');
  return element('li', { class: outcome }, [
    element('a', { href, 'data-key': keyOf({ letter, id }) }, [
      element('strong', {}, [id]),
      ...[holder, office].flatMap((text) => (text === null ? [] : [element('span', {}, [text])])),
      element('span', { class: 'about' }, [about.join(' · ')]),
      reason === '' ? undefined : element('span', { class: 'reason' }, [reason]),
    ]),
  ]);
}

/** @param {{ readonly letter: string, readonly id: string }} choice */
function keyOf({ letter, id }) {
  return `${letter}/${id}`;
}

/** @param {PreviewRecipient} recipient */
function wordsOf({ letter, id, roles, state, office, holder, languages, reason }) {
  return normalised([letter, id, ...roles, state, office, holder, ...languages, reason].join(' '));
}

/**
 * A text as it is searched: without the difference of capitals and of marks on letters.
 *
 * @param {string} text
 */
function normalised(text) {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/**
 * @param {HTMLElement | undefined} target
 * @param {KeyboardEvent} event
 */
function focusLink(target, event) {
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}
