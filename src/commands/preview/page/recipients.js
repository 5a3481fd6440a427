import { hashOf } from './choice.js';
import { byId, element, formatCount, isolated } from './elements.js';

/** @typedef {import('../preview.ts').PreviewRecipient} PreviewRecipient */

/** The groups of the list, in their order, by the outcome of their recipients. */
const GROUPS = /** @type {const} */ ([
  ['fault', 'With faults'],
  ['letter', 'Letters'],
  ['skipped', 'Skipped'],
  ['not-addressed', 'Not addressed'],
]);

/** How many recipients of a group are listed at once. A browser needs seconds for some thousands. */
const LISTED_AT_ONCE = 200;

/** The list of recipients beside the pages, and the field that searches it. */
export class RecipientList {
  #search = byId('search', HTMLInputElement);
  #list = byId('recipients', HTMLElement);
  /** @type {readonly { recipient: PreviewRecipient, words: string }[]} */
  #recipients = [];
  /** @type {import('./choice.js').Choice | undefined} */
  #choice;
  /** How many recipients of a group are listed, if the user asked for more. @type {Map<string, number>} */
  #limits = new Map();

  constructor() {
    this.#search.addEventListener('input', () => this.#find());
    this.#search.addEventListener('keydown', (event) => {
      const links = this.#links();
      if (event.key === 'ArrowDown') focusLink(links[0], event);
      if (event.key === 'Enter') links[0]?.click();
      if (event.key === 'Escape') {
        this.#search.value = '';
        this.#find();
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
    const areSame = JSON.stringify(recipients) === JSON.stringify(this.#recipients.map(({ recipient }) => recipient));
    if (areSame) return;
    this.#recipients = recipients.map((recipient) => ({ recipient, words: wordsOf(recipient) }));
    this.#render();
  }

  /** @param {import('./choice.js').Choice | undefined} choice the recipient that is shown */
  mark(choice) {
    const isOther = choice !== undefined && !this.#isShown(choice);
    this.#choice = choice;
    // One that is not listed yet is put into the list.
    if (isOther && !this.#links().some((link) => link.dataset['key'] === keyOf(choice))) this.#render();
    for (const link of this.#links()) {
      if (choice !== undefined && link.dataset['key'] === keyOf(choice)) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    this.#setTabStop();
    if (isOther) this.#list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {{ readonly letter: string, readonly id: string }} recipient */
  #isShown(recipient) {
    return this.#choice !== undefined && keyOf(recipient) === keyOf(this.#choice);
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

  #find() {
    this.#limits.clear();
    this.#render();
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
    const limit = this.#limits.get(title) ?? LISTED_AT_ONCE;
    // The one that is shown is always listed.
    const listed = group.filter((recipient, index) => index < limit || this.#isShown(recipient));
    const heading = element('h3', {}, [`${title} (${group.length})`]);
    const section = element('section', {}, [heading, element('ul', {}, listed.map(recipientItem))]);
    if (listed.length < group.length) {
      const more = element('button', { type: 'button' }, [
        `List ${Math.min(LISTED_AT_ONCE, group.length - limit)} more`,
      ]);
      more.addEventListener('click', () => {
        this.#limits.set(title, limit + LISTED_AT_ONCE);
        this.#render();
        const next = group[limit];
        if (next !== undefined)
          this.#links()
            .find((link) => link.dataset['key'] === keyOf(next))
            ?.focus();
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
  const about = [roles.join(', '), state ?? '', languages.join(', ')].filter((text) => text !== '');
  return element('li', { class: outcome }, [
    element('a', { href, 'data-key': keyOf({ letter, id }) }, [
      element('strong', {}, [id]),
      ...[holder, office].flatMap((text) => (text === null ? [] : [element('span', {}, [text])])),
      element('span', { class: 'about' }, isolated(about, ' · ')),
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
