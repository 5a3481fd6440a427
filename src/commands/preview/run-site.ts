import { readPackageFile } from '../../cli/package.ts';
import type { Site, SiteDocument } from '../../cli/site.ts';
import { isLanguageTag } from '../../model/language-tag.ts';
import { nameRequirement } from '../../model/name.ts';
import type { PreviewStart } from './preview-start.ts';
import type { Preview, PreviewChoice } from './preview.ts';

/** The folder of this package that has the files of the page. */
const PAGE_FOLDER = 'src/commands/preview/page/';

const MEDIA_TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;

/** The files of the page, by their path; that of the page itself is empty. Nothing else is read from the disk. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['', 'index.html'],
  ...[
    'style.css',
    'choice.js',
    'edition.js',
    'elements.js',
    'faults.js',
    'letter.js',
    'main.js',
    'overlay.js',
    'page-svg.js',
    'part.js',
    'recipients.js',
    'settings.js',
  ].map((file) => [file, file] as const),
]);

/** Creates the site of a preview: its page, what it shows, and an event for each change of the campaign. */
export function createPreviewSite(preview: Preview, start: PreviewStart): Site {
  const find = async (path: string, query: URLSearchParams): Promise<SiteDocument | undefined> => {
    const file = FILES.get(path);
    if (file !== undefined) return fileDocument(file);
    if (path === 'start.json') return jsonAnswer(start);
    if (path === 'overview.json') return jsonAnswer(await preview.overview());
    if (path !== 'letter.json') return undefined;
    const choice = choiceIn(query);
    return choice === undefined ? undefined : jsonAnswer(await preview.letter(choice));
  };
  return {
    find,
    eventsPath: 'events',
    onEvent: (listener) => preview.onChange((version) => listener(String(version))),
  };
}

function fileDocument(file: string): SiteDocument {
  const [extension] = /[^.]+$/u.exec(file) ?? [];
  const type = MEDIA_TYPES[extension === 'css' || extension === 'js' ? extension : 'html'];
  return { type, body: readPackageFile(PAGE_FOLDER + file) };
}

function jsonAnswer(value: unknown): SiteDocument {
  return { type: MEDIA_TYPES.json, body: JSON.stringify(value) };
}

/** The choice that a query names; undefined if it cannot be that of a letter. No name in it is part of another path. */
function choiceIn(query: URLSearchParams): PreviewChoice | undefined {
  const [letter = '', id = '', language = ''] = ['letter', 'id', 'language'].map((key) => query.get(key) ?? '');
  const isPossible = [letter, id].every((name) => nameRequirement(name) === undefined) && isLanguageTag(language);
  return isPossible ? { letter, id, language } : undefined;
}
