/** Whether this is an error of a system call with this code, such as `ENOENT` (errno(3)). */
export function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The messages for error codes of system calls. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than this disk or this user may have',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOMEM: 'there is not enough memory',
  EIO: 'the disk failed',
  ESTALE: 'the network disk no longer knows the file',
  ETIMEDOUT: 'the network disk does not answer',
  EHOSTDOWN: 'the network disk does not answer',
  EREMOTEIO: 'the network disk failed',
  EBUSY: 'another program is using it',
  ETXTBSY: 'another program is using it',
  EAGAIN: 'the system is too busy',
  ENOENT: 'there is no such file or folder',
  EISDIR: 'there is a folder of that name',
  EEXIST: 'there is something of that name already',
  ENOTEMPTY: 'the folder is not empty',
  ELOOP: 'it is a symbolic link',
  ENOTDIR: 'part of the path is a file, not a folder',
  ENAMETOOLONG: 'the name is too long for this disk',
  EXDEV: 'it is on another disk',
  ENXIO: 'there is no device behind it',
  ENODEV: 'there is no device behind it',
  ENOTSUP: 'this disk cannot do that',
  EPIPE: 'its reader has ended',
};

/** What a user can do about errors that do not depend on the file. */
const HINTS: Readonly<Record<string, string>> = {
  EMFILE: 'raise the limit on open files (ulimit -n)',
  ENFILE: 'raise the limit on open files of the system, or end other programs',
  ENOMEM: 'raise the limit on memory (ulimit -v), or end other programs',
  ESTALE: 'run the command again; if that does not help, mount the disk again',
};

/** Whether a system call failed for a reason in `REASONS`. Such an error is no bug, and no fault in the campaign. */
export function isKnownSystemError(
  error: unknown,
): error is Error & { readonly code: string; readonly path?: unknown } {
  return error instanceof Error && 'syscall' in error && 'code' in error && Object.hasOwn(REASONS, String(error.code));
}

/** Returns what a user can do about an error of a system call, if the error itself says so. */
export function hintFor({ code }: { readonly code: string }): string | undefined {
  return HINTS[code];
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

/**
 * Matches the messages with which V8 and WebAssembly report that memory could not be allocated. `memory access out of
 * bounds` is what HarfBuzz does when its own allocation has failed.
 */
const OUT_OF_MEMORY = /out of memory|could not allocate|array buffer allocation failed|memory access out of bounds/iu;

/** Whether an error was thrown because the process can have no more memory. Such an error is no bug. */
export function isOutOfMemory(error: unknown): boolean {
  if (isSystemError(error, 'ENOMEM')) return true;
  // The name is compared because WebAssembly.RuntimeError is not among the types of the language.
  const isFromEngine = error instanceof Error && ['RangeError', 'RuntimeError'].includes(error.name);
  return isFromEngine && OUT_OF_MEMORY.test(error.message);
}
