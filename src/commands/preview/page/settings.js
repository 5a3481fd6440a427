import { byId } from './elements.js';

/** Applies the settings of the view, and keeps them in the browser for the next preview of this address. */
export function keepSettings() {
  const root = document.documentElement;
  const size = byId('size', HTMLSelectElement);
  const theme = byId('theme', HTMLSelectElement);
  const shade = byId('shade', HTMLInputElement);
  const apply = () => {
    root.dataset['theme'] = theme.value;
    root.dataset['size'] = size.value;
    root.classList.toggle('shaded', shade.checked);
  };
  restore(size, theme, shade);
  apply();
  for (const control of [size, theme, shade]) {
    control.addEventListener('change', () => {
      apply();
      keep({ size: size.value, theme: theme.value, shade: shade.checked });
    });
  }
}

const KEY = 'demarche-preview';

/**
 * @param {HTMLSelectElement} size
 * @param {HTMLSelectElement} theme
 * @param {HTMLInputElement} shade
 */
function restore(size, theme, shade) {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    for (const [select, value] of /** @type {const} */ ([
      [size, kept.size],
      [theme, kept.theme],
    ]))
      if ([...select.options].some((option) => option.value === value)) select.value = value;
    if (typeof kept.shade === 'boolean') shade.checked = kept.shade;
  } catch {
    // A browser may refuse to keep values, or have another program's under this key: the settings are those of the page.
  }
}

/** @param {object} settings */
function keep(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // They are those of the page again next time.
  }
}
