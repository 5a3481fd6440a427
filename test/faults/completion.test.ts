import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith } from '../support/in-process.ts';
import { ROOT, demarche } from '../support/run-demarche.ts';

/** The key that asks for completion, and the key for which the set-up of each shell saves the line and ends the shell. */
const [TAB, SAVE_AND_END] = ['\t', '\u0018'];

/** How each interactive shell loads the script `completion` of the current folder, and saves the line in `result`. */
const INTERACTIVE_SHELLS = {
  bash: {
    command: 'bash --rcfile set-up -i',
    setUp: String.raw`source ./completion
bind -x '"\C-x": printf "%s\n" "$READLINE_LINE" > result; exit'
`,
  },
  zsh: {
    command: 'ZDOTDIR=. zsh -d -i',
    setUp: String.raw`autoload -Uz compinit; compinit -u -D
source ./completion
save() { print -r -- "$BUFFER" > result; exit }
zle -N save; bindkey '^X' save; bindkey '^I' complete-word
`,
  },
} as const;

/** A folder with the script of a shell, and with `demarche` in `bin/`. The script can also be that of a fake program. */
async function folderFor(shell: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = folderWith({
    'bin/x': '',
    completion: (await demarche(['completion', shell])).out,
    ...files,
    ...Object.fromEntries(Object.entries(CAMPAIGN).map(([path, text]) => [`my campaign/${path}`, text])),
  });
  if (!existsSync(join(folder, 'bin/demarche')))
    symlinkSync(join(ROOT, 'bin/demarche.js'), join(folder, 'bin/demarche'));
  return folder;
}

const CAMPAIGN = aCampaign({
  'recipients/more.yaml': '- id: anna-müller\n- id: "$(touch injected)"\n- id: "b`touch injected`"\n',
});

/** The environment of a shell, whose program `demarche` is that of the folder. */
function environmentFor(folder: string): Record<string, string> {
  const path = `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`;
  return { PATH: path, HOME: folder, LC_ALL: 'C.UTF-8', TERM: 'dumb' };
}

/** Types a line into an interactive shell, and the key for completion. Returns the line as it is then. */
function completeLine(shell: keyof typeof INTERACTIVE_SHELLS, folder: string, line: string): string {
  const { command, setUp } = INTERACTIVE_SHELLS[shell];
  for (const name of ['set-up', '.zshrc']) writeFileSync(join(folder, name), setUp);
  const input = `${line}${TAB}${SAVE_AND_END}`;
  execFileSync('script', ['-qec', command, '/dev/null'], { cwd: folder, env: environmentFor(folder), input });
  return readFileSync(join(folder, 'result'), 'utf8').trimEnd();
}

describe.each(['bash', 'zsh'] as const)('%s completes', (shell) => {
  test.each([
    ['a command', 'demarche gen', 'demarche generate'],
    ['an option', 'demarche generate --dr', 'demarche generate --dry-run'],
    ['a choice', 'demarche list --color al', 'demarche list --color always'],
    ['a choice after an equals sign', 'demarche list --color=al', 'demarche list --color=always'],
    ['a letter', "demarche list -C 'my campaign' --letter ap", "demarche list -C 'my campaign' --letter appeal"],
    ['an id', "demarche list -C 'my campaign' be", "demarche list -C 'my campaign' be-minister"],
    [
      'an id of any script',
      String.raw`demarche list -C my\ campaign anna-m`,
      String.raw`demarche list -C my\ campaign anna-müller`,
    ],
    [
      'an id after an option',
      'demarche list --quiet -C ~/my\\ campaign -- the',
      'demarche list --quiet -C ~/my\\ campaign -- the-chair',
    ],
    ['a code', 'demarche explain data/unknown-k', 'demarche explain data/unknown-key'],
    ['a folder', 'demarche list -C my', String.raw`demarche list -C my\ campaign/`],
    ['a file of a reporter', 'demarche list --reporter sarif=comp', 'demarche list --reporter sarif=completion'],
    ['no option after --', 'demarche list -- --dry', 'demarche list -- --dry'],
  ])('%s', async (_, line, completed) => {
    expect(completeLine(shell, await folderFor(shell), line)).toBe(completed);
  });

  test('nothing by executing what it is offered', async () => {
    // A program that offers anything: only the scripts keep it from being executed.
    const program = "#!/bin/sh\nprintf '%s\\n' 'x$(touch injected)' 'x`touch injected`' \"x'; touch injected\"\n";
    const folder = await folderFor(shell, { 'bin/demarche': program });
    execFileSync('chmod', ['+x', join(folder, 'bin/demarche')]);
    expect(completeLine(shell, folder, 'demarche list x')).toMatch(/^demarche list x/);
    expect(existsSync(join(folder, 'injected'))).toBe(false);
  });
});

describe('fish completes', () => {
  test.each([
    ['a command', 'demarche gen', ['generate']],
    ['an option', 'demarche generate --dr', ['--dry-run']],
    ['a choice', 'demarche list --color a', ['always', 'auto']],
    ['a choice after an equals sign', 'demarche list --color=al', ['--color=always']],
    ['a letter', "demarche list -C 'my campaign' --letter ap", ['appeal']],
    ['an id of any script', String.raw`demarche list -C ~/my\ campaign anna`, ['anna-müller']],
    ['an id after an option', "demarche list --quiet '--directory=my campaign' -- the", ['the-chair']],
    ['a code', 'demarche explain data/unknown-k', ['data/unknown-key']],
    ['a folder', 'demarche list -C my', ['my campaign/']],
    ['a file', 'demarche list --recipients comp', ['completion']],
    ['nothing for another command', 'demarche list --dry', []],
  ])('%s', async (_, line, expected) => {
    const folder = await folderFor('fish');
    const out = execFileSync('fish', ['-N', '-c', `source completion; complete -C ${JSON.stringify(line)}`], {
      cwd: folder,
      env: environmentFor(folder),
      encoding: 'utf8',
    });
    const candidates = out.split('\n').filter((candidate) => candidate !== '');
    expect(candidates.map((candidate) => candidate.split('\t')[0])).toEqual(expected);
    expect(existsSync(join(folder, 'injected'))).toBe(false);
  });
});
