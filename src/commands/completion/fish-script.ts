import type { CommandUsage, OptionUsage } from '../../model/command-usage.ts';
import { type CompletedValue, completedValue, operandValue } from './completed-values.ts';

/** Writes the script with which fish completes command lines. No text from a campaign is evaluated. */
export function fishScript(commands: readonly CommandUsage[]): string {
  return `# Completes the command lines of demarche in fish. Written by: demarche completion fish

# Whether the command line is still without a command.
function __demarche_begins
    test (count (commandline -opc)) -eq 1
end

# Whether the command on the command line is this one.
function __demarche_command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test $words[2] = $argv[1]
end

# Prints names of this kind that demarche finds in the campaign.
function __demarche_names
    set -l words (string replace -r '^~/' "$HOME/" -- (commandline -opc))
    set -l arguments
    set -l previous
    for word in $words
        if test "$word" = --
            break
        else if contains -- "$previous" -C --directory
            set arguments -C $word
        else if string match -q -- '--directory=*' $word
            set arguments -C (string replace -r '^[^=]*=' '' -- $word)
        end
        set previous $word
    end
    $words[1] complete $argv[1] $arguments 2>/dev/null </dev/null
end

complete -c demarche -e
complete -c demarche -f
complete -c demarche -n __demarche_begins -l help -s h -d 'print help'
complete -c demarche -n __demarche_begins -l version -s V -d 'print the version'
${commands.map(({ name, description }) => `complete -c demarche -n __demarche_begins -a ${name} -d ${quoted(description)}\n`).join('')}${commands.map((command) => commandLines(command, commands)).join('')}`;
}

/** The lines for the options and the operands of a command. */
function commandLines({ name, options, operands }: CommandUsage, commands: readonly CommandUsage[]): string {
  const start = `complete -c demarche -n '__demarche_command ${name}'`;
  return [
    ...options.map((option) => `${start}${flags(option)}${optionValue(option)} -d ${quoted(option.description)}\n`),
    ...operands.map((operand) => `${start}${fishOffer(operandValue(operand, commands))}\n`),
  ].join('');
}

function flags({ flags: all }: OptionUsage): string {
  return all.map((flag) => (flag.startsWith('--') ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`)).join('');
}

function optionValue({ value, choices }: OptionUsage): string {
  return value === undefined ? '' : ` -r${fishOffer(completedValue({ value, choices }))}`;
}

/** The options of fish's `complete` that offer a value. */
function fishOffer(value: CompletedValue): string {
  switch (value.kind) {
    case 'words':
      return ` -f -a ${quoted(value.words.join(' '))}`;
    case 'names':
      return ` -f -a '(__demarche_names ${value.of})'`;
    case 'files':
      return ' -F';
    case 'folders':
      return " -f -a '(__fish_complete_directories)'";
    case 'nothing':
      return ' -f';
  }
}

/** Puts a text into single quotes of fish, in which a backslash escapes itself and the quote. */
function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/gu, String.raw`\$&`)}'`;
}
