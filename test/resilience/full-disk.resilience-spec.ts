import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { startPostgresProcess } from '../support/postgres-process';
import { wire } from '../support/wire';
import { settle } from './ledger';
import { Load } from './load';
import { Scene } from './scene';

const MEBIBYTES = 220;
const ROUNDS = inForm({ short: 1, long: 20 });

/** A file system of its own, small enough to be filled; only root may mount one, and not in every container. */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'kundenportal-disk-'));
  try {
    const options = `size=${MEBIBYTES}m,mode=0755`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const disk = mountSmallDisk();

describe('A full disk', () => {
  jest.setTimeout(inForm({ short: 180_000, long: 60 * 60_000 }));
  let scene: Scene | undefined;

  afterAll(async () => {
    await scene?.close();
    if (!disk) return;
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  const what = 'takes no acknowledged ticket, and refuses uploads with 503';
  (disk ? it : it.skip)(
    disk ? what : `${what} (skipped: mounting a small disk is not possible here)`,
    async () => {
      const folder = String(disk);
      mkdirSync(join(folder, 'tmp'));
      scene = await Scene.open({ TMPDIR: join(folder, 'tmp') }, () =>
        startPostgresProcess(join(folder, 'database')),
      );
      const load = await Load.start(scene);
      const uploads: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        await load.acknowledges(30);
        const filler = fill(folder);
        for (let i = 0; i < 10; i++) {
          uploads.push(await upload(scene, load));
          await sleep(150);
        }
        unlinkSync(filler);
        await scene.revivePostgres();
        await load.acknowledges(10);
      }
      await settle(scene, load, 'full disk', 4 * ROUNDS);
      const odd = load.otherThan(201, 401, 503);
      measured('full disk: answers other than 503', '0', odd.join() || 0, odd);
      const wrong = uploads.filter((status) => status !== 503 && status !== 201);
      measured('full disk: uploads answered', '201 or 503', uploads.join(), wrong.length === 0);
    },
  );
});

/** Until there is no room for another byte. */
function fill(folder: string): string {
  const file = join(folder, 'filler');
  const descriptor = openSync(file, 'w');
  try {
    for (const size of [1 << 20, 1 << 12, 1]) {
      try {
        for (;;) writeSync(descriptor, Buffer.alloc(size));
      } catch {
        // Full; now in smaller steps.
      }
    }
  } finally {
    closeSync(descriptor);
  }
  return file;
}

async function upload(scene: Scene, load: Load): Promise<number> {
  const [id = ''] = load.acknowledged.values();
  const file = 'x'.repeat(200_000);
  const { status } = await wire(`/api/v1/portal/tickets/${id}/attachments`, {
    baseUrl: scene.program.baseUrl,
    method: 'POST',
    headers: {
      authorization: `Bearer ${load.accessToken}`,
      'content-type': 'multipart/form-data; boundary=b',
    },
    body: `--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${file}\r\n--b--\r\n`,
  });
  return status;
}
