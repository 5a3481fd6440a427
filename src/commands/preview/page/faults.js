import { element, formatCount, pathWithCopy } from './elements.js';

/** @typedef {import('../preview.ts').PreviewFault} PreviewFault */

/**
 * Sections with all faults and all warnings, each with its frame; none if there are none.
 *
 * @param {string} title what they are in
 * @param {readonly PreviewFault[]} diagnostics
 * @returns {HTMLElement[]}
 */
export function diagnosticSections(title, diagnostics) {
  return ['fault', 'warning'].flatMap((severity) => {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    if (found.length === 0) return [];
    return [
      element('section', { class: `diagnostics ${severity}s` }, [
        element('details', { open: severity === 'fault' }, [
          element('summary', {}, [element('h3', {}, [`${formatCount(found.length, severity)} in ${title}`])]),
          element('ol', {}, found.map(diagnosticItem)),
        ]),
      ]),
    ];
  });
}

/** @param {PreviewFault} diagnostic */
function diagnosticItem({ code, severity, message, hint, location, frame }) {
  return element('li', {}, [
    element('p', {}, [element('strong', {}, [`${severity === 'fault' ? 'error' : severity}[${code}]`]), ` ${message}`]),
    location === null ? undefined : element('p', {}, [pathWithCopy(location)]),
    // A long line of a file is scrolled, by keyboard too.
    frame === null
      ? undefined
      : element('pre', { tabindex: 0, role: 'group', 'aria-label': `Lines of ${location ?? 'the file'}` }, [frame]),
    hint === null ? undefined : element('p', { class: 'hint' }, [`Hint: ${hint}`]),
  ]);
}

/**
 * Those of the first that are not among the second.
 *
 * @param {readonly PreviewFault[]} diagnostics
 * @param {readonly PreviewFault[]} others
 */
export function withoutRepeats(diagnostics, others) {
  /** @param {PreviewFault} diagnostic */
  const keyOf = ({ code, message, location }) => JSON.stringify([code, message, location]);
  const keys = new Set(others.map(keyOf));
  return diagnostics.filter((diagnostic) => !keys.has(keyOf(diagnostic)));
}
