import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { searchCampaign } from '../../../../src/cli/find-campaign.ts';
import { createNodeWorld } from '../../../../src/cli/node-world.ts';
import { openOutputFolder } from '../../../../src/cli/output-folder.ts';
import { serve } from '../../../../src/cli/serve.ts';
import type { PreviewLetter, PreviewOverview } from '../../../../src/commands/preview/preview.ts';
import { aCampaign, aCampaignWith } from '../../../support/a-campaign.ts';
import { type InProcessResult, folderWith, putFile, runIn } from '../../../support/in-process.ts';

/** A preview that runs, as its user sees it. */
interface RunningPreview {
  readonly address: string;
  /** The addresses that were opened. */
  readonly opened: readonly string[];
  /** Ends it, as a signal does, and resolves to what it printed. */
  readonly stop: () => Promise<InProcessResult>;
  readonly result: Promise<InProcessResult>;
  readonly json: <T>(path: string) => Promise<T>;
}

/** Starts `demarche preview` in a folder, on any port, and waits for its address. */
async function preview(folder: string, args: readonly string[] = [], port = 0): Promise<RunningPreview> {
  const controller = new AbortController();
  const opened: string[] = [];
  let address = '';
  const result = runIn(
    {
      cwd: folder,
      env: {},
      searchCampaign: async (from) => searchCampaign(from),
      openWorld: async (campaign, output) => createNodeWorld(campaign, output),
      openOutput: async (output) => openOutputFolder(output),
      stop: controller.signal,
      serve: async (site, asked) => {
        const served = await serve(site, asked);
        ({ address } = served);
        return served;
      },
      openAddress: async (its, onFailure) => {
        opened.push(its);
        onFailure('xdg-open could not be started');
      },
    },
    ['preview', ...args, '--port', String(port)],
  );
  const stop = (): Promise<InProcessResult> => {
    controller.abort();
    return result;
  };
  onTestFinished(() => void stop());
  await Promise.race([vi.waitUntil(() => address !== '', { timeout: 20_000, interval: 5 }), result]);
  return {
    address,
    opened,
    stop,
    result,
    json: async <T>(path: string) => (await (await fetch(address + path)).json()) as T,
  };
}

describe('demarche preview', () => {
  test('prints its address, shows its page and its letters there, and ends when it is stopped', async () => {
    const running = await preview(folderWith(aCampaign()), ['be-minister']);
    const page = await fetch(running.address);
    expect([page.status, (await page.text()).includes('<title>Preview of letters</title>')]).toEqual([200, true]);
    expect(await running.json('start.json')).toEqual({ id: 'be-minister', letter: null, languages: [] });
    const { recipients } = await running.json<PreviewOverview>('overview.json');
    expect(recipients.map(({ id }) => id)).toEqual(['the-chair', 'be-minister']);
    const letter = await running.json<PreviewLetter>('letter.json?letter=appeal&id=be-minister&language=en');
    expect([letter.diagnostics, letter.reason, letter.pages.length]).toEqual([[], null, 1]);
    expect(await running.stop()).toEqual({
      code: 0,
      out: `${running.address}\n`,
      err: 'The preview is at this address until Ctrl-C ends it.\n',
    });
    await expect(fetch(running.address)).rejects.toThrow('fetch failed');
  });

  test('writes nothing', async () => {
    const folder = folderWith(aCampaign());
    const before = readdirSync(folder, { recursive: true });
    const running = await preview(folder, ['be-minister']);
    await running.json('letter.json?letter=appeal&id=be-minister&language=en');
    await running.stop();
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  test('starts with a campaign that has faults, and shows them', async () => {
    const folder = folderWith(aCampaignWith('templates/appeal/letter.yaml', 'to: [chair, minister]', 'to: [chairs]'));
    const running = await preview(folder, ['be-minister']);
    const { diagnostics } = await running.json<PreviewOverview>('overview.json');
    expect(diagnostics).toMatchObject([{ severity: 'fault', location: 'templates/appeal/letter.yaml:5:6' }]);
    expect((await running.stop()).code).toBe(0);
  });

  test('tells the page when a file is saved', async () => {
    const folder = folderWith(aCampaign());
    const running = await preview(folder);
    const events = await fetch(`${running.address}events`);
    let text = '';
    const reading = (async () => {
      for await (const chunk of events.body ?? []) text += new TextDecoder().decode(chunk);
    })().catch(() => undefined);
    putFile(folder, 'templates/appeal/en/body/minister.md', 'We write to you.\n');
    await expect.poll(() => text, { timeout: 20_000 }).toMatch(/data: \d+\n\n/);
    await running.stop();
    await reading;
    expect(text).toContain('event: ended\ndata: it was stopped in its terminal\n\n');
  });

  test('ends in one sentence, with exit code 1, when the campaign is deleted', async () => {
    const folder = folderWith(aCampaign());
    const running = await preview(folder);
    rmSync(folder, { recursive: true });
    const { code, err } = await running.result;
    expect([code, err.split('\n').at(-2)]).toEqual([1, 'demarche: the folder of the campaign was deleted or moved']);
  });

  test('opens its address with --open, and goes on if that fails', async () => {
    const running = await preview(folderWith(aCampaign()), ['--open']);
    await vi.waitUntil(() => running.opened.length > 0);
    expect(running.opened).toEqual([running.address]);
    expect((await fetch(running.address)).status).toBe(200);
    expect((await running.stop()).err).toContain('xdg-open could not be started; open the address by hand\n');
  });

  test('opens nothing without --open', async () => {
    const running = await preview(folderWith(aCampaign()), ['--json', '--quiet']);
    const { code, out, err } = await running.stop();
    expect([code, JSON.parse(out), err]).toEqual([0, { schemaVersion: 1, address: running.address }, '']);
    expect(running.opened).toEqual([]);
  });

  test('takes the next port if one is taken, and says so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const running = await preview(folderWith(aCampaign()), [], port);
    const next = Number(new URL(running.address).port);
    expect(next).toBeGreaterThan(port);
    expect((await running.stop()).err).toContain(`port ${port} is taken; this is ${next}\n`);
  });

  test.each([
    ['a recipient that does not exist', ['be-ministr'], 'did you mean “be-minister”?'],
    ['a letter that does not exist', ['--letter', 'apeal'], 'there is no letter “apeal”'],
    ['an edition that does not exist', ['--language', 'fr'], 'there is no edition in “fr”'],
    ['a port that is none', ['--port', '65536'], 'from 1 to 65535'],
    ['a reporter', ['--reporter', 'github'], 'run demarche validate'],
    ['recipients that can be read once', ['--recipients', '-'], 'standard input can be read once'],
    ['a folder without a campaign', ['-C', 'recipients'], 'there is no campaign in “recipients”'],
  ])('does not start with %s', async (_, args, message) => {
    const running = await preview(folderWith(aCampaign()), args);
    const { code, out, err } = await running.result;
    expect([code, out, running.address]).toEqual([2, '', '']);
    expect(err).toContain(message);
  });
});
