import { hostname, tmpdir, userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { copyOfCampaign, demarche, lettersIn, temporaryFolder } from '../support/run-demarche.ts';

test('a letter contains no user, host, path or time', async () => {
  const [campaign, out] = [copyOfCampaign(), temporaryFolder()];
  const env = { TZ: 'Pacific/Auckland', USER: 'somebody', HOME: '/home/somebody', HOSTNAME: 'some-host' };
  await demarche(['generate', '-C', campaign, '-o', out], { env, cwd: tmpdir() });
  const shipped = temporaryFolder();
  await demarche(['generate', '-o', shipped]);
  const [here, there] = [lettersIn(shipped), lettersIn(out)];
  expect([here.size, there.size]).toEqual([95, 95]);
  const traces = [
    campaign,
    out,
    shipped,
    'somebody',
    'some-host',
    hostname(),
    userInfo().username,
    `${new Date().getFullYear()}-`,
  ];
  for (const [name, bytes] of here) {
    expect(bytes.equals(there.get(name) ?? Buffer.of()), name).toBe(true);
    const text = bytes.toString('latin1');
    if (!name.endsWith('.pdf')) expect(traces.filter((trace) => trace.length > 4 && text.includes(trace))).toEqual([]);
  }
});
