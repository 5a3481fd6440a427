/**
 * `npm run bench`: installs the other tools from their registries, gives all of them the same letter and the same font
 * files, and measures them in turns (A B B A), so that a machine that slows down does so for both. Writes every figure
 * to bench/results.csv and prints the ratios. If BENCH_BEFORE is the folder of another checkout of this project, which
 * must be built, this build is compared with it too.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import {
  markdownFor,
  partsFor,
  recipientOf,
  writeCampaign,
  CLOSE,
  DATE,
  NOTICE,
  SALUTATION,
  SENDERS,
  SUBJECT,
} from './letter.mjs';
import { typstInputs, typstSource, typstSourceOfAll } from './typst-letter.mjs';

const here = import.meta.dirname;
const peers = join(here, '.peers');
const results = join(here, 'results.csv');
// In memory if possible, because the cost of creating a file on a disk varies from minute to minute.
const work = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const [only] = process.argv.slice(2);
const before = process.env['BENCH_BEFORE'] && resolve(process.env['BENCH_BEFORE']);
if (only === 'before' && !before) throw new Error('BENCH_BEFORE does not say where the other checkout is');
const wanted = (...names) => only === undefined || names.includes(only);

install();
const fonts = ['serif/400Regular', 'serif/700Bold', 'sans/400Regular', 'sans/700Bold'].map((face) => {
  const require = createRequire(import.meta.url);
  return join(
    dirname(require.resolve(`@expo-google-fonts/noto-${face.split('/')[0]}/package.json`)),
    face.split('/')[1],
  );
});
const environment = {
  ...process.env,
  BENCH_CAMPAIGN: join(work, 'campaign'),
  BENCH_PEERS: peers,
  BENCH_FONTS: JSON.stringify(fonts),
  BENCH_PARTS: join(work, 'parts.ndjson'),
  BENCH_TYPST: join(work, 'letter.typ'),
  BENCH_TYPST_ONCE: join(work, 'letters.typ'),
};
const illustrated = { ...environment, BENCH_CAMPAIGN: join(work, 'illustrated'), BENCH_ILLUSTRATED: 'yes' };
prepareInputs();

const python = join(peers, 'venv/bin/python');
const ownMaker = [process.execPath, await makerOf(join(here, '..'))];
const MAKERS = {
  demarche: ownMaker,
  plain: ownMaker,
  'typst-node': [process.execPath, join(here, 'makers/typst-node.mjs')],
  pdfmake: [process.execPath, join(here, 'makers/pdfmake.mjs')],
  'typst-python': [python, join(here, 'makers/typst_letters.py')],
  'typst-python-once': [python, join(here, 'makers/typst_letters_once.py')],
  reportlab: [python, join(here, 'makers/reportlab_letters.py')],
  ...(before && { before: [process.execPath, await makerOf(before)] }),
};

const ILLUSTRATED = { name: '1,000 letters with a logo and a table', by: makeIllustrated };

/**
 * The comparisons. `ours` and `theirs`: the number of letters that demarche and the other tool make, and how many of
 * them are for warming up. The other tools make fewer, because they take longer and do not become faster.
 * `typst-python-once` compiles the letters for warming up in one document and the measured ones in another; few are for
 * warming up, because typst's cache keeps them in memory and more make it no faster. `by` replaces the maker, for the
 * sample campaign and for letters with a logo and a table; `plain` is demarche with the same letters without them.
 */
const PAIRS = [
  { name: '1,000 letters', peer: 'typst-node', ours: [1000, 300], theirs: [130, 30], turns: 7 },
  { name: '3,000 letters', peer: 'typst-node', ours: [3000, 1000], theirs: [130, 30], turns: 7 },
  { ...ILLUSTRATED, peer: 'typst-node', ours: [1000, 300], theirs: [130, 30], turns: 7 },
  { ...ILLUSTRATED, peer: 'plain', ours: [1000, 300], theirs: [1000, 300], turns: 7 },
  { name: '1,000 letters', peer: 'pdfmake', ours: [1000, 300], theirs: [30, 10], turns: 3 },
  { name: '1,000 letters', peer: 'typst-python', ours: [1000, 300], theirs: [80, 20], turns: 7 },
  { name: '1,000 letters', peer: 'typst-python-once', ours: [1000, 300], theirs: [310, 10], turns: 7 },
  { name: '1,000 letters', peer: 'reportlab', ours: [1000, 300], theirs: [80, 20], turns: 3 },
  { name: '1,000 letters', peer: 'before', ours: [1000, 300], theirs: [1000, 300], turns: 7 },
  { name: '3,000 letters', peer: 'before', ours: [3000, 1000], theirs: [3000, 1000], turns: 7 },
  { name: 'the sample', peer: 'before', turns: 7, by: makeSample },
];

writeFileSync(results, 'comparison,turn,tool,letters,ms_cpu_per_letter,bytes_per_letter,peak_mb\n');
for (const pair of PAIRS) if (pair.peer in MAKERS && wanted(pair.peer)) compare(pair);
if (wanted('cold')) compareCold();

function compare({ name, peer, ours, theirs, turns, by = make }) {
  const ratios = [];
  let last = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    // A B and B A in alternation, so that the order is no advantage.
    const order = turn % 2 === 1 ? ['demarche', peer] : [peer, 'demarche'];
    const made = new Map(order.map((tool) => [tool, by(tool, tool === 'demarche' ? ours : theirs)]));
    for (const [tool, { letters, msPerLetter, bytesPerLetter, peakMb }] of made) {
      const figures = [letters, msPerLetter.toFixed(3), bytesPerLetter, peakMb];
      appendFileSync(results, [`"${name}, ${peer}"`, turn, tool, ...figures].join(',') + '\n');
    }
    ratios.push(made.get(peer).msPerLetter / made.get('demarche').msPerLetter);
    last = [made.get('demarche'), made.get(peer)];
  }
  const [own, other] = last;
  console.log(
    `${name} against ${peer}: ${summary(ratios)} times its letters per CPU second ` +
      `(last turn: ${own.msPerLetter.toFixed(2)} and ${other.msPerLetter.toFixed(2)} ms, ` +
      `${own.bytesPerLetter} and ${other.bytesPerLetter} bytes, ${own.peakMb} and ${other.peakMb} MB)`,
  );
}

function makeIllustrated(tool, counts) {
  return make(tool, counts, tool === 'plain' ? environment : illustrated);
}

function make(tool, [letters, warmUp], env = environment) {
  const [command, script] = MAKERS[tool];
  const folder = mkdtempSync(join(work, `${tool}-`));
  const args = [script, folder, '1', String(letters), String(warmUp)];
  const said = execFileSync(command, args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  execFileSync('rm', ['-r', folder]);
  return JSON.parse(said.trim().split('\n').at(-1));
}

/**
 * Makes all letters of the sample campaign in a process of its own, including its start. Both builds use the campaign
 * of the other checkout, so that only the program differs.
 */
function makeSample(tool) {
  const program = join(tool === 'before' ? before : join(here, '..'), 'bin/demarche.js');
  const out = mkdtempSync(join(work, 'sample-'));
  const { seconds, peakMb } = usedBy([process.execPath, program, 'generate', '-C', before, '-o', out, '--force']);
  const pdfs = readdirSync(out, { recursive: true }).filter((file) => file.endsWith('.pdf'));
  const bytes = pdfs.reduce((sum, file) => sum + statSync(join(out, file)).size, 0);
  rmSync(out, { recursive: true });
  const letters = pdfs.length;
  return { letters, msPerLetter: (seconds * 1000) / letters, bytesPerLetter: Math.round(bytes / letters), peakMb };
}

/** Measures single letters, of the benchmark and of the sample, each in a process of its own, including its start. */
function compareCold() {
  const campaign = join(work, 'one');
  const out = join(work, 'cold');
  writeCampaign(campaign, 1);
  writeFileSync(join(work, 'letter.md'), markdownFor(recipientOf(1)));
  const demarche = (...args) => [process.execPath, join(here, '../bin/demarche.js'), ...args];
  const generate = (format, ...whom) => demarche('generate', '-o', out, '--to', format, ...whom);
  const timed = ['-C', campaign, '--recipients', join(campaign, 'recipients.ndjson')];
  const sample = ['-C', join(here, '..'), 'eu-pl'];
  const commands = {
    'empty node': [process.execPath, '-e', '0'],
    'demarche --help': demarche('--help'),
    'demarche, Markdown': generate('md', ...timed),
    'demarche, one PDF': generate('pdf', ...timed),
    'demarche, one PDF of the sample': generate('pdf', ...sample),
    'pandoc and xelatex': [
      ...['pandoc', join(work, 'letter.md'), '-o', join(work, 'letter.pdf'), '--pdf-engine=xelatex'],
      ...['-V', 'mainfont=NotoSerif_400Regular.ttf', '-V', `mainfontoptions=Path=${fonts[0]}/`],
      ...['-V', `mainfontoptions=BoldFont=${relative(fonts[0], fonts[1])}/NotoSerif_700Bold.ttf`],
    ],
  };
  const figures = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let turn = 0; turn < 7; turn += 1) {
    const inTurn = Object.entries(commands);
    for (const [name, command] of turn % 2 === 0 ? inTurn : inTurn.toReversed()) {
      execFileSync('rm', ['-rf', out]);
      figures.get(name).push(usedBy(command).seconds);
    }
  }
  for (const [name, seconds] of figures) {
    const ratios = seconds.map((each, turn) => each / figures.get('empty node')[turn]);
    seconds.forEach((each, turn) =>
      appendFileSync(results, `"cold",${turn + 1},"${name}",1,${(each * 1000).toFixed(0)},,\n`),
    );
    console.log(`cold, ${name}: ${median(seconds).toFixed(3)} s CPU, ${summary(ratios)} empty Nodes`);
  }
  const shares = figures.get('demarche, one PDF').map((each, turn) => each / figures.get('pandoc and xelatex')[turn]);
  console.log(`cold, one PDF against pandoc and xelatex: ${summary(shares)} of its CPU time`);
}

/**
 * Runs a command. Returns the CPU time of the command and its children (user and system, in seconds), and the peak
 * memory of the largest of them in MB.
 */
function usedBy(command) {
  // The time before the command is subtracted: if `python3` is a script, it has already had children.
  const script = `import json, resource, subprocess, sys
def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
before = cpu()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000
print(json.dumps({"seconds": cpu() - before, "peakMb": peak}))
sys.exit(code)`;
  // TeX writes files about missing fonts into the current folder.
  const { stdout, status } = spawnSync('python3', ['-c', script, ...command], { cwd: work, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}`);
  return JSON.parse(stdout);
}

function summary(ratios) {
  return `median ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function prepareInputs() {
  writeCampaign(environment.BENCH_CAMPAIGN, 3000);
  writeCampaign(illustrated.BENCH_CAMPAIGN, 1000, true);
  writeFileSync(environment.BENCH_TYPST, typstSource());
  writeFileSync(environment.BENCH_TYPST_ONCE, typstSourceOfAll);
  const lines = Array.from({ length: 1000 }, (_, index) => {
    const recipient = recipientOf(index + 1);
    const letter = {
      id: recipient.id,
      notice: NOTICE,
      senders: SENDERS,
      date: DATE,
      address: [recipient.envelope, ...recipient.address],
      subject: SUBJECT,
      salutation: SALUTATION,
      close: CLOSE,
      ...partsFor(recipient),
      inputs: typstInputs(recipient),
      markdown: markdownFor(recipient),
    };
    return `${JSON.stringify(letter)}\n`;
  });
  writeFileSync(environment.BENCH_PARTS, lines.join(''));
}

/** Returns the path of a checkout's maker, bundled as its program is. Up to 0.1.0 it ran on the compiler's output. */
async function makerOf(checkout) {
  if (!existsSync(join(checkout, 'build/build.mjs'))) return join(checkout, 'bench/makers/demarche.mjs');
  const folder = join(checkout, 'bench/.peers/demarche');
  const { bundle } = await import(join(checkout, 'build/bundle.mjs'));
  await bundle({ demarche: 'bench/makers/demarche.mjs' }, folder);
  return join(folder, 'demarche.cjs');
}

/**
 * Installs the tools that the requested comparisons need, unless they are installed. pandoc and XeLaTeX come from the
 * packages of the system.
 */
function install() {
  mkdirSync(peers, { recursive: true });
  if (wanted('typst-node', 'pdfmake') && !existsSync(join(peers, 'node_modules/pdfmake'))) {
    writeFileSync(join(peers, 'package.json'), '{ "private": true }\n');
    run('npm', ['install', '--silent', '@myriaddreamin/typst-ts-node-compiler@0.7.0', 'pdfmake@0.3.11'], peers);
  }
  const inPython = wanted('typst-python', 'typst-python-once', 'reportlab');
  if (inPython && !existsSync(join(peers, 'venv/bin/python'))) {
    run('python3', ['-m', 'venv', 'venv'], peers);
    run(join(peers, 'venv/bin/pip'), ['install', '--quiet', 'typst==0.15.2', 'reportlab==5.1.0'], peers);
  }
  if (!wanted('cold')) return;
  // The letters of pandoc need a font of texlive-fonts-recommended, though no text is set in it.
  const lacks = [
    ['xelatex', '--version'],
    ['pandoc', '--version'],
    ['kpsewhich', 'pzdr.tfm'],
  ].some(([command, arg]) => spawnSync(command, [arg]).status !== 0);
  if (lacks) {
    const packages = ['pandoc', 'texlive-xetex', 'texlive-fonts-recommended', 'lmodern'];
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], here);
  }
}

function run(command, args, folder) {
  execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}
