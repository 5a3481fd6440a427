/** Whether this is an error of a system call with this code, such as `ENOENT` (errno(3)). */
export function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The messages for error codes of system calls. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk failed',
  ENOENT: 'there is no such file or folder',
  EISDIR: 'there is a folder of that name',
  ELOOP: 'it is a symbolic link',
  ENOTDIR: 'part of the path is a file, not a folder',
  ENAMETOOLONG: 'the name is too long for this disk',
};

/** Whether a system call failed for a reason in `REASONS`. Such an error is no bug, and no fault in the campaign. */
export function isKnownSystemError(error: unknown): error is Error & { readonly path?: unknown } {
  return error instanceof Error && 'syscall' in error && 'code' in error && Object.hasOwn(REASONS, String(error.code));
}

/** Returns the reason for a failed system call, for a message. Rethrows any other error. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return REASONS[error.code] ?? `the system says ${error.code}`;
}

/**
 * Returns the module that Node could not find: a package, a font file or a part of the bundle that this installation
 * lacks. Undefined if the error is another one.
 */
export function missingModule(error: unknown): string | undefined {
  // The codes of `require` and of `import`.
  const isMissing = isSystemError(error, 'MODULE_NOT_FOUND') || isSystemError(error, 'ERR_MODULE_NOT_FOUND');
  if (!isMissing || !(error instanceof Error)) return undefined;
  const [, name = 'a file of it'] = /'([^']+)'/.exec(error.message) ?? [];
  return name;
}
