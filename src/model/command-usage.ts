/** A command as help describes it, for what is generated from all commands: shell completion and the manual page. */
export interface CommandUsage {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionUsage[];
  readonly operands: readonly OperandUsage[];
}

/** An option of a command. */
export interface OptionUsage {
  /** The short and the long flag, as far as it has them: `-o` and `--output`. */
  readonly flags: readonly string[];
  /** What stands for the value in help, as `dir`; undefined if the option takes none. */
  readonly value: string | undefined;
  /** The only values that the option takes; undefined if it takes others. */
  readonly choices: readonly string[] | undefined;
  readonly description: string;
}

/** An argument of a command that is no option (an operand, in POSIX). */
export interface OperandUsage {
  /** What stands for the argument in help, as `recipient`. */
  readonly value: string;
  /** As in {@link OptionUsage}. */
  readonly choices: readonly string[] | undefined;
}
