import { MAX_FILE_BYTES, type FolderEntry, type ReadResult, type World } from '../world.ts';

/** A world (the interface to files) that reads each file and folder of a campaign once, until it has changed. */
export interface KeptWorld {
  readonly world: World;
  /**
   * Drops what was read of the files and folders of these names, which have changed, and the lists of the folders above
   * them, so that they are read again.
   */
  readonly drop: (names: readonly string[]) => void;
}

/**
 * Wraps a world so that it keeps what it reads. A file that is read again has the same `ReadResult`, by which what was
 * parsed of it is found (`readYamlFile`). Of files that are read in chunks, those of up to `MAX_FILE_BYTES` are kept, so
 * that a large table takes no memory. The output folder is not kept.
 */
export function keepReads(inner: World): KeptWorld {
  const texts = new Map<string, Promise<ReadResult<string>>>();
  const folders = new Map<string, Promise<readonly FolderEntry[]>>();
  const chunksByPath = new Map<string, readonly ReadResult<Uint8Array>[]>();

  async function* readChunks(path: string): AsyncGenerator<ReadResult<Uint8Array>> {
    const kept = chunksByPath.get(path);
    if (kept !== undefined) return yield* kept;
    const chunks: ReadResult<Uint8Array>[] = [];
    let size = 0;
    const startVersion = version;
    for await (const chunk of inner.readChunks(path)) {
      size += chunk.ok ? chunk.value.length : 0;
      if (size <= MAX_FILE_BYTES) chunks.push(chunk);
      yield chunk;
    }
    // What was read while files changed may be older than the change.
    if (size <= MAX_FILE_BYTES && startVersion === version) chunksByPath.set(path, chunks);
  }

  let version = 0;
  return {
    world: {
      ...inner,
      readText: (path) => keepPromise(texts, path, () => inner.readText(path)),
      readChunks,
      list: (folder) => keepPromise(folders, folder, () => inner.list(folder)),
    },
    drop: (names) => {
      version += 1;
      for (const name of names) {
        texts.delete(name);
        chunksByPath.delete(name);
        for (const folder of [name, ...foldersAbove(name)]) folders.delete(folder);
      }
    },
  };
}

/** Returns the kept promise of a key, or that of `read`, which is kept unless it is rejected. */
function keepPromise<T>(kept: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const promise = read();
  kept.set(key, promise);
  promise.catch(() => {
    if (kept.get(key) === promise) kept.delete(key);
  });
  return promise;
}

/** Returns the folders above a path: of `a/b/c`, `a/b` and `a`. */
function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('/'));
}
