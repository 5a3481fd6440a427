/**
 * Creates an element with properties and children. Strings become text: no value is ever read as HTML.
 *
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Readonly<Record<string, string | number | boolean | undefined>>} attributes `undefined` and `false` are left out
 * @param {readonly (Node | string | undefined)[]} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function element(name, attributes = {}, children = []) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(attribute, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/**
 * Returns the element with an id, which index.html has.
 *
 * @template {HTMLElement} E
 * @param {string} id
 * @param {new () => E} kind
 * @returns {E}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`index.html has no such element: ${id}`);
}

/**
 * Replaces the children of an element, unless the new ones would look the same: what has the focus keeps it.
 *
 * @param {Element} parent
 * @param {readonly Node[]} children
 */
export function replaceContent(parent, children) {
  const isSame =
    parent.childNodes.length === children.length &&
    children.every((child, index) => parent.childNodes[index]?.isEqualNode(child));
  if (!isSame) parent.replaceChildren(...children);
}

/**
 * Texts on one line. Each is isolated, so that the direction of its letters does not move the others (UAX #9).
 *
 * @param {readonly string[]} texts
 * @param {string} separator
 * @returns {Node[]}
 */
export function isolated(texts, separator) {
  return texts.flatMap((text, index) => [
    ...(index === 0 ? [] : [document.createTextNode(separator)]),
    element('bdi', {}, [text]),
  ]);
}

/**
 * A path, with a button that copies it.
 *
 * @param {string} path
 * @returns {HTMLElement}
 */
export function pathWithCopy(path) {
  const code = element('code', {}, [path]);
  const button = element('button', { type: 'button', 'aria-label': `Copy ${path}` }, ['Copy']);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(path);
      announce(`Copied ${path}`);
    } catch {
      // Where the browser does not permit that, the path is selected, to be copied with the keyboard.
      getSelection()?.selectAllChildren(code);
      announce('The path is selected: copy it with the keyboard');
    }
  });
  return element('span', { class: 'path' }, [code, button]);
}

/**
 * Shows a message in the status line, which screen readers read out.
 *
 * @param {string} message
 */
export function announce(message) {
  byId('status', HTMLElement).textContent = message;
}

/**
 * @param {number} count
 * @param {string} noun
 */
export function formatCount(count, noun) {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
