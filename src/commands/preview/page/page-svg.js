/** Elements of an SVG document that could run something, change the document that it is put into, or load another. */
const REFUSED_ELEMENTS =
  'parsererror, script, style, foreignObject, iframe, animate, animateTransform, animateMotion, set';

/** Matches a reference of CSS to something else than a part of the same document, or an escape that could hide one. */
const REFERENCE = /url\((?!#)|\\/iu;

/**
 * Parses the SVG document of a page into an element for this document; undefined if it is not well-formed, or has
 * anything that runs. References to other documents are left out: nothing is loaded, and a click on a link shows where
 * its words come from, as a click on other words does.
 *
 * @param {string} text
 * @returns {Element | undefined}
 */
export function parsePage(text) {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg' || root.querySelector(REFUSED_ELEMENTS) !== null) return undefined;
  for (const each of [root, ...root.querySelectorAll('*')]) {
    if (each.namespaceURI !== 'http://www.w3.org/2000/svg') return undefined;
    for (const { name, localName, value } of Array.from(each.attributes)) {
      if (localName.toLowerCase().startsWith('on')) return undefined;
      const isOwn = value.startsWith('#') || value.startsWith('data:image/');
      const isElsewhere = localName === 'href' ? !isOwn : REFERENCE.test(value) && !localName.startsWith('aria-');
      if (isElsewhere || localName === 'style') each.removeAttribute(name);
    }
  }
  // A browser would show the title wherever the pointer is. The element around the page has its name.
  root.querySelector(':scope > title')?.remove();
  return document.importNode(root, true);
}
