import type { CommandUsage } from '../../model/command-usage.ts';
import { inSingleQuotes } from '../../report/shell-word.ts';
import { flagBranches, operandBranches } from './case-branches.ts';
import { type CompletedValue, completedPlaces } from './completed-values.ts';

/**
 * Writes the script with which bash completes command lines. It works from bash 3.2 on, the version of macOS. No text
 * from a campaign is evaluated: candidates are compared and copied, never given to `compgen -W`, which expands them.
 */
export function bashScript(commands: readonly CommandUsage[]): string {
  const names = commands.map(({ name }) => name);
  const optionCases = commands.map(
    ({ name, options }) => `    ${name}) _demarche_words ${options.flatMap(({ flags }) => flags).join(' ')} ;;`,
  );
  const places = completedPlaces(commands);
  return `# Completes the command lines of demarche in bash. Written by: demarche completion bash

# Offers those of its arguments that begin with the current word.
_demarche_words() {
  local candidate
  for candidate in "$@"; do
    if [[ $candidate == "$current"* ]]; then
      COMPREPLY+=("$candidate")
      if [[ $candidate == *[=:] ]]; then compopt -o nospace 2>/dev/null; fi
    fi
  done
}

# Offers names of this kind that demarche finds in the campaign.
_demarche_names() {
  local program directory= index word candidates=() candidate
  _demarche_typed "\${COMP_WORDS[0]}"
  program=$typed
  for ((index = 2; index < COMP_CWORD; index += 1)); do
    word=\${COMP_WORDS[index]}
    if [[ $word == -- ]]; then break; fi
    if [[ $word == -C || $word == --directory ]]; then
      word=\${COMP_WORDS[index + 1]}
      if [[ $word == = ]]; then word=\${COMP_WORDS[index + 2]}; fi
      _demarche_typed "$word"
      directory=$typed
    fi
  done
  while IFS= read -r candidate; do
    candidates+=("$candidate")
  done < <("$program" complete "$1" \${directory:+-C "$directory"} 2>/dev/null </dev/null)
  _demarche_words \${candidates[@]+"\${candidates[@]}"}
}

# Sets \`typed\` to a word as the shell would pass it on: with the home folder, and without quotes.
_demarche_typed() {
  typed=$1
  if [[ $typed == '~'/* ]]; then typed=$HOME/\${typed:2}; fi
  typed=\${typed//[\\\\\\"\\']/}
}

# Leaves the completion of files or folders to readline, which quotes their names.
_demarche_paths() {
  compopt -o "$1" 2>/dev/null
}

_demarche() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]} typed index
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    _demarche_words ${names.join(' ')} --help --version
    return
  fi
  # An equals sign is a word of its own, as in --to = md and in --reporter sarif = FILE.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [[ $previous != "\${COMP_WORDS[COMP_CWORD - 1]}" && $previous != -* ]]; then
    _demarche_paths default
    return
  fi
  # After -- there are only operands.
  for ((index = 2; index < COMP_CWORD; index += 1)); do
    if [[ \${COMP_WORDS[index]} == -- ]]; then command="-- $command"; fi
  done
  case "$command $previous" in
${flagBranches(places, bashOffer)}
  esac
  if [[ $current == -* && $command != -* ]]; then
    case $command in
${optionCases.join('\n')}
    esac
    return
  fi
  case \${command#-- } in
${operandBranches(places, bashOffer)}
  esac
}

if type compopt >/dev/null 2>&1; then
  complete -F _demarche demarche
else
  complete -o default -F _demarche demarche
fi
`;
}

/** The command of bash that offers a value. */
function bashOffer(value: CompletedValue): string {
  switch (value.kind) {
    case 'words':
      return `_demarche_words ${value.words.map(inSingleQuotes).join(' ')}`;
    case 'names':
      return `_demarche_names ${value.of}`;
    case 'files':
      return '_demarche_paths default';
    case 'folders':
      return '_demarche_paths dirnames';
    case 'nothing':
      return ':';
  }
}
