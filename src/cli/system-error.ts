/** Is this an error of the system with this code? */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

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
  EISDIR: 'a folder stands there',
  ELOOP: 'a link stands there',
  ENOTDIR: 'a file stands on the way there',
  ENAMETOOLONG: 'the name is too long for this disk',
};

/** Is it the system that refused, for a reason that lies neither with the files of a campaign nor with us? */
export function isRefusal(error: unknown): error is Error & { readonly path?: unknown } {
  return error instanceof Error && 'syscall' in error && 'code' in error && Object.hasOwn(REASONS, String(error.code));
}

/** Why the system refused, in words; anything but an error of the system is thrown on. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return REASONS[error.code] ?? `the system says ${error.code}`;
}
