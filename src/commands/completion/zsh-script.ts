import type { CommandUsage } from '../../model/command-usage.ts';
import { inSingleQuotes } from '../../report/shell-word.ts';
import { flagBranches, operandBranches } from './case-branches.ts';
import { type CompletedValue, completedPlaces } from './completed-values.ts';

/**
 * Writes the script with which zsh completes command lines. It can be a file `_demarche` in `fpath`, or be sourced. No
 * text from a campaign is evaluated: `compadd` quotes what it adds.
 */
export function zshScript(commands: readonly CommandUsage[]): string {
  const places = completedPlaces(commands);
  return `#compdef demarche
# Completes the command lines of demarche in zsh. Written by: demarche completion zsh

# Offers names of this kind that demarche finds in the campaign.
_demarche_names() {
  local program=\${(Q)words[1]} folder index
  local -a arguments names
  for ((index = 3; index < CURRENT; index += 1)); do
    case $words[index] in
      --) break ;;
      -C | --directory) folder=\${(Q)words[index + 1]} ;;
      --directory=*) folder=\${(Q)words[index]#*=} ;;
    esac
  done
  if [[ -n $folder ]]; then arguments=(-C "\${folder/#\\~\\//$HOME/}"); fi
  names=(\${(f)"$("\${program/#\\~\\//$HOME/}" complete $1 $arguments 2>/dev/null </dev/null)"})
  compadd -- $names
}

_demarche() {
  local command=$words[2] previous=$words[CURRENT-1] place
  local -a commands options
  if ((CURRENT == 2)); then
    commands=(
${commands.map(({ name, description }) => `      ${described(name, description)}`).join('\n')}
    )
    _describe command commands
    compadd -- --help --version
    return
  fi
  place="$command $previous"
  if [[ -n \${(M)words[3,CURRENT-1]:#--} ]]; then
    place="-- $command"
  elif [[ $PREFIX == --*=* ]]; then
    place="$command \${PREFIX%%=*}"
    compset -P '[^=]#='
  fi
  if [[ $PREFIX == (sarif|junit)=* ]] && compset -P '*='; then
    _files
    return
  fi
  case $place in
${flagBranches(places, zshOffer)}
  esac
  if [[ $PREFIX == -* && $place != '-- '* ]]; then
    case $command in
${commands.map(optionCase).join('\n')}
    esac
    _describe -o option options
    return
  fi
  case $command in
${operandBranches(places, zshOffer)}
  esac
}

if [[ \${funcstack[1]} == _demarche ]]; then
  _demarche "$@"
else
  compdef _demarche demarche
fi
`;
}

/** A candidate with its description, as `_describe` of zsh takes them: a colon in the candidate is escaped. */
function described(candidate: string, description: string): string {
  return inSingleQuotes(`${candidate.replaceAll(':', String.raw`\:`)}:${description}`);
}

/** The branch of `case` with the options of a command. */
function optionCase({ name, options }: CommandUsage): string {
  const lines = options.flatMap(({ flags, description }) =>
    flags.map((flag) => `          ${described(flag, description)}`),
  );
  return `      ${name})\n        options=(\n${lines.join('\n')}\n        )\n        ;;`;
}

/** The command of zsh that offers a value. */
function zshOffer(value: CompletedValue): string {
  switch (value.kind) {
    case 'words':
      return `compadd ${value.words.some(isUnfinished) ? "-S '' " : ''}-- ${value.words.map(inSingleQuotes).join(' ')}`;
    case 'names':
      return `_demarche_names ${value.of}`;
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'nothing':
      return ':';
  }
}

/** Whether more of the word is to be typed, so that no space may follow it. */
function isUnfinished(word: string): boolean {
  return /[:=]$/u.test(word);
}
