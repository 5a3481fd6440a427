import { chooseLetters } from '../../src/cli/open-campaign.ts';
import { describeRefusal } from '../../src/cli/describe-refusal.ts';
import { openProfiles } from '../../src/cli/profile-walk.ts';
import { recordDiagnostics } from '../../src/cli/result-printer.ts';
import { type PreviewSource, openPreview } from '../../src/commands/preview/open-preview.ts';
import type { Preview } from '../../src/commands/preview/preview.ts';
import { ALL_RECIPIENTS } from '../../src/run/filter.ts';
import type { World } from '../../src/world.ts';
import { type MemoryFile, memoryWorld } from './memory-world.ts';

/** A preview of a campaign in memory. */
export interface PreviewInMemory {
  readonly preview: Preview;
  /** Changes files, of which undefined is removed, and reports them as a watcher does. */
  readonly save: (files: Readonly<Record<string, MemoryFile | undefined>>) => void;
  /** The paths of the texts that were read since the last call. */
  readonly textsRead: () => readonly string[];
  /** Ends the watching, as when the campaign is deleted. */
  readonly end: (reason: string) => void;
}

/** Opens a preview of these files, with a watcher that reports what `save` changes. */
export function previewInMemory(
  initialFiles: Readonly<Record<string, MemoryFile>>,
  source: Partial<PreviewSource> = {},
): PreviewInMemory {
  const files: Record<string, MemoryFile> = { ...initialFiles };
  const { world } = memoryWorld(files);
  let read: string[] = [];
  const recordingWorld: World = {
    ...world,
    readText: (path) => {
      read.push(path);
      return world.readText(path);
    },
  };
  let report: (names: readonly string[]) => void = () => undefined;
  let end: (reason: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => (end = resolve));
  const preview = openPreview({
    campaign: 'a campaign',
    pathOf: (file) => file,
    world: recordingWorld,
    watcher: { onChange: (listener) => (report = listener), ended, close: () => undefined },
    filter: ALL_RECIPIENTS,
    chooseLetters: (keptWorld) => chooseLetters(keptWorld, []),
    openProfiles: async (keptWorld) => openProfiles(keptWorld, undefined),
    jobFor: (letter, job) => ({ letter, ...job }),
    toRecords: (diagnostics, keptWorld) =>
      recordDiagnostics(diagnostics, keptWorld, { pathOf: (file) => file, showValues: true }),
    describeError: describeRefusal,
    ...source,
  });
  return {
    preview,
    save: (changes) => {
      for (const [path, content] of Object.entries(changes)) {
        if (content === undefined) Reflect.deleteProperty(files, path);
        else files[path] = content;
      }
      report(Object.keys(changes).toSorted());
    },
    textsRead: () => {
      const paths = read.toSorted();
      read = [];
      return paths;
    },
    end: (reason) => end(reason),
  };
}
