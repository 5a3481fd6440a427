import { choiceIn, hashOf } from './choice.js';
import { announce, byId, formatCount, replaceContent } from './elements.js';
import { diagnosticSections, withoutRepeats } from './faults.js';
import { LetterView, showTitle } from './letter.js';
import { RecipientList } from './recipients.js';
import { keepSettings } from './settings.js';

/**
 * The page of `demarche preview`. What it shows follows from two values: the choice in its address, and the state of the
 * campaign on the disk, of which the server sends an event when it changes. It asks the server for documents and sends
 * nothing.
 *
 * @typedef {import('./choice.js').Choice} Choice
 * @typedef {import('../preview.ts').PreviewLetter} PreviewLetter
 * @typedef {import('../preview.ts').PreviewOverview} PreviewOverview
 * @typedef {import('../preview-start.ts').PreviewStart} PreviewStart
 */

const recipients = new RecipientList();
const view = new LetterView();
/** @type {PreviewStart} */
const start = await getJson('start.json');
/** @type {PreviewOverview | undefined} the state of the campaign that is shown */
let overview;
/** @type {readonly PreviewLetter[]} the editions that are shown */
let letters = [];
/** @type {EventSource | undefined} */
let events;
/** The message that the preview has ended. It stays: an answer that comes later was sent before the end. */
let ending = '';
/** Counts the requests, so that an answer is not shown if a newer request has been sent. */
let turn = 0;

keepSettings();
addEventListener('hashchange', () => void showLetters(choiceIn(location.hash)));
document.addEventListener('visibilitychange', listen);
listen();

/**
 * Waits for changes while the page is visible. A browser opens few connections to one server, which hidden pages would
 * take from the others.
 */
function listen() {
  events?.close();
  if (document.hidden) return;
  events = new EventSource('events');
  events.addEventListener('open', () => void refresh());
  events.addEventListener('message', () => void refresh());
  events.addEventListener('error', () => showConnection('No connection: demarche preview has ended, or is very busy.'));
  events.addEventListener('ended', ({ data }) => {
    events?.close();
    ending = `The preview has ended: ${data}.`;
    showConnection(ending);
  });
}

/** Shows the campaign and the letter as they are on the disk now. */
async function refresh() {
  // The letter is asked for first, as it is what the user looks at; the list may take longer.
  const choice = choiceIn(location.hash);
  const isKnown = overview !== undefined && choice !== undefined;
  const shown = isKnown ? showLetters(choice) : undefined;
  const asked = turn;
  await attempt(async () => {
    /** @type {PreviewOverview} */
    const answer = await getJson('overview.json');
    // Answers can come in another order than they were asked for.
    if (answer.version < (overview?.version ?? 0)) return;
    overview = answer;
    byId('campaign', HTMLElement).textContent = answer.campaign;
    recipients.show(answer.recipients);
    if (!isKnown && asked === turn) await showLetters(choice);
    await shown;
    showConnection('');
    showCampaignFaults();
  });
}

/**
 * Shows the editions of a choice, or of the first recipient if there is none.
 *
 * @param {Choice | undefined} asked
 */
async function showLetters(asked) {
  const choice = resolve(asked);
  turn += 1;
  const own = turn;
  recipients.mark(choice);
  if (choice === undefined) {
    letters = [];
    view.clear();
    announce(overview === undefined ? '' : 'There is no letter to show');
    return;
  }
  await attempt(async () => {
    const { letter, id } = choice;
    const answers = await Promise.all(
      choice.languages.map((language) => getJson(`letter.json?${new URLSearchParams({ letter, id, language })}`)),
    );
    if (own !== turn) return;
    letters = answers;
    history.replaceState(null, '', hashOf(choice));
    showTitle(choice, recipientOf(choice));
    view.show(choice, letters, recipientOf(choice)?.reason ?? '');
    showCampaignFaults();
  });
}

/** Shows the faults of the campaign that are not those of the shown letter. */
function showCampaignFaults() {
  const shown = letters.flatMap(({ diagnostics }) => diagnostics);
  const others = withoutRepeats(overview?.diagnostics ?? [], shown);
  replaceContent(byId('campaign-faults', HTMLElement), diagnosticSections('the campaign', others));
  const faults = others.filter(({ severity }) => severity === 'fault').length;
  if (letters.length === 0 && faults > 0) announce(formatCount(faults, 'fault'));
}

/**
 * Completes a choice: with the recipient that the command line names, or else the first one that gets a letter, and with
 * the languages that the command line names, or else the one in which the recipient is written to: none if it gets no
 * letter.
 *
 * @param {Choice | undefined} asked
 * @returns {Choice | undefined} undefined if there is no recipient
 */
function resolve(asked) {
  const all = overview?.recipients ?? [];
  const named = all.filter(({ id, letter }) => id === start.id && (start.letter ?? letter) === letter);
  const first = named[0] ?? all.find(({ outcome }) => outcome === 'letter') ?? all[0];
  const recipient = asked === undefined ? first : recipientOf(asked);
  if (recipient === undefined) return asked === undefined || asked.languages.length === 0 ? undefined : asked;
  const { letter, id, languages: offered } = recipient;
  const wanted = asked !== undefined && asked.languages.length > 0 ? asked.languages : start.languages;
  const languages = wanted === 'all' ? offered : wanted.filter((language) => offered.includes(language));
  const chosen = languages.length > 0 ? languages : offered.slice(0, 1);
  return { letter, id, languages: chosen };
}

/** @param {Pick<Choice, 'letter' | 'id'>} choice */
function recipientOf({ letter, id }) {
  return overview?.recipients.find((recipient) => recipient.letter === letter && recipient.id === id);
}

/**
 * Runs an action that sends requests to the server. Shows a message if there is no answer.
 *
 * @param {() => Promise<void>} action
 */
async function attempt(action) {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    showConnection('No connection: demarche preview has ended, or is very busy.');
  }
}

/** @param {string} message empty if there is a connection */
function showConnection(message) {
  const line = byId('connection', HTMLElement);
  const text = ending === '' ? message : ending;
  if (line.textContent !== text) line.textContent = text;
}

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
async function getJson(path) {
  const response = await fetch(path);
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  return response.json();
}
