import { TOOL_VERSION } from '../../src/cli/package.ts';
import { COMMANDS } from '../../src/commands/commands.ts';
import type { CommandUsage, OptionUsage } from '../../src/model/command-usage.ts';
import { COMMAND_USAGES, programOfAll } from './command-usages.ts';

const PROGRAM = programOfAll();

/**
 * Writes the manual page `man/demarche.1` from the definitions of all commands, in the macros of man(7). Options that
 * several commands share are described once.
 */
export function manPage(): string {
  const { examples, exitCodes } = epilogueOf(PROGRAM);
  return [
    '.\\" Written by a test from the definitions of the commands.',
    `.TH DEMARCHE 1 "" ${quotedArgument(`demarche ${TOOL_VERSION}`)} "User Commands"`,
    '.nh',
    '.SH NAME',
    'demarche \\- turn one letter into many tailored ones',
    '.SH SYNOPSIS',
    '.B demarche',
    '.I command',
    '.RI [ options ]',
    '.RI [ arguments ]',
    '.br',
    '.B demarche help',
    '.RI [ command ]',
    '.SH DESCRIPTION',
    ...paragraph(PROGRAM.description()),
    '.PP',
    ...paragraph(
      'A campaign is a folder with templates/, where each folder is a letter, and recipients/, where YAML files describe ' +
        'those who are written to. Commands use the nearest campaign, in the current folder or above it on the same ' +
        'file system, or the one that -C names. demarche init writes a campaign to begin with.',
    ),
    '.SH COMMANDS',
    ...COMMANDS.flatMap(groupLines),
    '.SH OPTIONS',
    ...SHARED.flatMap(({ heading, options, users }) => [
      `.SS ${quotedArgument(heading)}`,
      ...paragraph(`${users.map(({ name }) => name).join(', ')}:`),
      ...options.flatMap(optionLines),
    ]),
    ...COMMAND_USAGES.filter(({ name }) => name !== 'help').flatMap(commandLines),
    '.SH EXIT STATUS',
    ...paragraph(exitCodes),
    '.SH ENVIRONMENT',
    ...definition('.B CI', 'If it is set, messages do not show values of profiles, unless --show-values is given.'),
    ...definition('.BR NO_COLOR ", " FORCE_COLOR ", " TERM', 'Whether messages are coloured, unless --color says so.'),
    '.SH FILES',
    ...definition('.I templates/*/letter.yaml', 'The settings of a letter; its texts are in folders beside it.'),
    ...definition('.I recipients/*.yaml', 'The profiles of recipients, and what they share.'),
    ...definition('.I out/*/manifest.ndjson', 'What the files of a letter were made from.'),
    '.SH EXAMPLES',
    ...verbatim(examples),
    '.SH SEE ALSO',
    ...paragraph(
      'The documents in docs/ of the package: docs/start.md to begin, docs/campaign.md and docs/view.md to go on.',
    ),
    '',
  ].join('\n');
}

/** Options that several commands share, with these commands. */
interface SharedOptions {
  readonly heading: string;
  readonly options: readonly OptionUsage[];
  readonly users: readonly CommandUsage[];
}

const SHARED: readonly SharedOptions[] = shareOptions([
  ['Of all commands', '--help'],
  ['Of commands that read a campaign', '--directory'],
  ['Of commands that go over recipients', '--role'],
]);

/** Finds the options that all commands with a certain flag share; each option is in the first group that has it. */
function shareOptions(groups: readonly (readonly [heading: string, flag: string])[]): readonly SharedOptions[] {
  const found = new Set<string>();
  return groups.map(([heading, flag]) => {
    const users = COMMAND_USAGES.filter(({ options }) => options.some(({ flags }) => flags.includes(flag)));
    const shared = (users[0]?.options ?? []).filter((option) =>
      users.every(({ options }) => options.some((other) => keyOf(other) === keyOf(option))),
    );
    const options = shared.filter((option) => !found.has(keyOf(option)));
    for (const option of options) found.add(keyOf(option));
    return { heading, options, users };
  });
}

function keyOf({ flags, description }: OptionUsage): string {
  return `${flags.join()} ${description}`;
}

/** The commands of a group, each with its description. */
function groupLines({ heading, commands }: (typeof COMMANDS)[number]): readonly string[] {
  if (heading === undefined) return [];
  const names = commands.map((define) => define(() => Promise.resolve()).name());
  const usages = COMMAND_USAGES.filter(({ name }) => names.includes(name));
  return [
    `.SS ${quotedArgument(heading)}`,
    ...usages.flatMap((usage) => definition(`.B ${escaped(usage.name)}`, usage.description)),
  ];
}

/** The section of a command: its usage, description, own options and help. */
function commandLines(usage: CommandUsage): readonly string[] {
  const command = PROGRAM.commands.find((candidate) => candidate.name() === usage.name);
  if (command === undefined) throw new Error(`there is no command ${usage.name}`);
  const sharedKeys = new Set(
    SHARED.filter(({ users }) => users.includes(usage)).flatMap(({ options }) => options.map(keyOf)),
  );
  const { text, examples } = epilogueOf(command);
  return [
    `.SH ${quotedArgument(`demarche ${usage.name}`.toUpperCase())}`,
    `.B ${escaped(`demarche ${usage.name} ${command.usage()}`)}`,
    '.PP',
    ...paragraph(sentence(usage.description)),
    ...text.flatMap((block) => ['.PP', ...(/^\s/u.test(block) ? verbatim(block) : paragraph(block))]),
    ...usage.options.filter((option) => !sharedKeys.has(keyOf(option))).flatMap(optionLines),
    ...(examples === '' ? [] : ['.PP', 'Examples:', ...verbatim(examples)]),
  ];
}

/** The parts of the text that a command adds to its help. */
function epilogueOf(command: Readonly<typeof PROGRAM>): {
  readonly text: readonly string[];
  readonly examples: string;
  readonly exitCodes: string;
} {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  const blocks = help
    .slice(command.helpInformation().length)
    .split('\n\n')
    .map((block) => block.replace(/^\n+|\s+$/gu, ''))
    .filter((block) => block !== '');
  const [examplesStart, exitCodesStart] = ['Examples:\n', 'Exit codes: '];
  const after = (start: string): string => blocks.find((block) => block.startsWith(start))?.slice(start.length) ?? '';
  return {
    text: blocks.filter((block) => !block.startsWith(examplesStart) && !block.startsWith(exitCodesStart)),
    examples: after(examplesStart),
    exitCodes: after(exitCodesStart),
  };
}

/** An option with its flags, its value and its description. */
function optionLines({ flags, value, choices, description }: OptionUsage): readonly string[] {
  const names = flags.map((flag) => String.raw`\fB${escaped(flag)}\fR`).join(', ');
  const suffix = value === undefined ? '' : String.raw` \fI${escaped(value)}\fR`;
  const choice = choices === undefined ? '' : `: ${choices.join(', ')}`;
  return definition(`${names}${suffix}`, `${description}${choice}`);
}

/** A tagged paragraph. `tag`: a line of roff. */
function definition(tag: string, text: string): readonly string[] {
  return ['.TP', tag, ...paragraph(sentence(text))];
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

/** The maximum length of a line of roff, for those who read the source. */
const LINE_LENGTH = 80;

/** A filled text. Each sentence begins a line, as roff needs it to space them. */
function paragraph(text: string): readonly string[] {
  const sentences = text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .split(/(?<=\.) (?=[A-Z])/u);
  return sentences.flatMap((words) => {
    const lines: string[] = [];
    for (const word of words.split(' ').map(escaped)) {
      const lastLine = lines.at(-1);
      if (lastLine === undefined || lastLine.length + 1 + word.length > LINE_LENGTH) lines.push(word);
      else lines[lines.length - 1] = `${lastLine} ${word}`;
    }
    return lines;
  });
}

/** A text whose lines are kept, without the indentation that they have in common. */
function verbatim(text: string): readonly string[] {
  return ['.RS 2', '.nf', ...text.split('\n').map((line) => escaped(line.replace(/^ {2}/u, ''))), '.fi', '.RE'];
}

/** An argument of a macro: quotation marks in it are doubled. */
function quotedArgument(text: string): string {
  return `"${escaped(text).replaceAll('"', '""')}"`;
}

/**
 * Text without meaning for roff: backslashes, hyphens (which would be typographic ones and could not be copied), signs
 * beyond ASCII, and the control characters with which a line may begin.
 */
function escaped(text: string): string {
  return text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replaceAll('~', String.raw`\(ti`)
    .replaceAll('^', String.raw`\(ha`)
    .replaceAll('`', String.raw`\(ga`)
    .replaceAll("'", String.raw`\(aq`)
    .replaceAll(/[^ -~]/gu, (sign) => {
      const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return String.raw`\[u${code}]`;
    })
    .replace(/^\./u, String.raw`\&.`);
}
