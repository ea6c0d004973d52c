import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventStoreContract } from '../contracts/event-store.contract.ts';
import type {} from './event-store.page.ts';

const v0 = JSON.parse(readFileSync(new URL('../fixtures/stored-progress/v0.json', import.meta.url), 'utf8')) as { events: unknown[] };
const v1 = JSON.parse(readFileSync(new URL('../fixtures/stored-progress/v1.json', import.meta.url), 'utf8')) as { events: { id: string; profile: string }[] };
const learner = v1.events[0]!.profile;

let server: Server;
let origin: string;

test.beforeAll(async () => {
  const entry = fileURLToPath(new URL('event-store.page.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', target: 'chrome106', write: false });
  const script = outputFiles[0]!.text;
  server = createServer((request, response) => {
    if (request.url === '/store.js') return response.setHeader('content-type', 'text/javascript').end(script);
    const inner = request.url === '/sandbox' ? '<iframe sandbox="allow-scripts" src="/blank"></iframe>' : '';
    return response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Blank</title><script src="/store.js"></script>${inner}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => new Promise((resolve) => server.close(resolve)));

test.beforeEach(async ({ page }) => {
  await page.goto(`${origin}/blank`);
});

/** Another tab of the same learner. */
async function secondTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/blank`);
  return page;
}

test.describe('IndexedDB event store: contract', () => {
  for (const { name } of eventStoreContract) {
    test(name, async ({ page }) => {
      await page.evaluate((one) => farol.runCase(one), name);
    });
  }
});

test.describe('openEventStore', () => {
  test('finds after a reload what was stored before', async ({ page }) => {
    await page.evaluate(async () => {
      const { store } = await farol.openEventStore();
      await store.append([farol.contractEvent('e1'), farol.contractEvent('e2')]);
      await store.putProfile({ id: 'ana', name: 'Ana', createdAt: '2026-11-22T00:00:00.000Z', lastUsedAt: '2026-11-22T00:00:00.000Z' });
    });
    await page.reload();
    const found = await page.evaluate(async () => {
      const { store, notice } = await farol.openEventStore();
      return { ids: (await store.read('ana')).map(({ id }) => id), names: (await store.profiles()).map(({ name }) => name), notice };
    });
    expect(found).toEqual({ ids: ['e1', 'e2'], names: ['Ana'], notice: null });
  });

  test('loses nothing when two tabs write at once, and tells each of the other', async ({ page, context }) => {
    const other = await secondTab(context);
    for (const tab of [page, other]) {
      await tab.evaluate(async () => {
        globalThis.opened = await farol.openEventStore();
      });
    }
    const heard = other.evaluate(() => new Promise<void>((resolve) => opened.store.subscribe(resolve)));
    const write = (tab: Page, from: number) =>
      tab.evaluate(async (first) => {
        // Ten of the thirty are written by both tabs.
        const outcomes = await Promise.all(Array.from({ length: 30 }, (_, index) => opened.store.append([farol.contractEvent(`e${first + index}`)])));
        return outcomes.every(({ ok }) => ok);
      }, from);
    expect(await Promise.all([write(page, 100), write(other, 120)])).toEqual([true, true]);
    await heard;
    for (const tab of [page, other]) expect(await tab.evaluate(async () => (await opened.store.read('ana')).length)).toBe(50);
  });

  test('tells one tab of what another has done, in time to read it', async ({ page, context }) => {
    const other = await secondTab(context);
    const read = other.evaluate(async () => {
      const { store } = await farol.openEventStore();
      document.title = 'Listening';
      return new Promise<string[]>((resolve) => {
        store.subscribe(() => void store.read('ana').then((events) => resolve(events.map(({ id }) => id))));
      });
    });
    await expect(other).toHaveTitle('Listening');
    await page.evaluate(async () => (await farol.openEventStore()).store.append([farol.contractEvent('e1')]));
    expect(await read).toEqual(['e1']);
  });

  test('keeps what a full disk refused for this visit, says so, and stores it when there is room', async ({ page, context }) => {
    // Before the first write: Chromium goes by the room that it found then for a while.
    const cdp = await context.newCDPSession(page);
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    const refused = await page.evaluate(async () => {
      globalThis.opened = await farol.openEventStore();
      let told = 0;
      opened.store.subscribe(() => told++);
      const big = Array.from({ length: 40 }, (_, index) => farol.contractEvent(`e${100 + index}`, { result: { response: [farol.newId().repeat(2000)] } }));
      const outcome = await opened.store.append(big);
      return { outcome, read: (await opened.store.read('ana')).length, durability: opened.store.durability, told };
    });
    expect(refused).toEqual({ outcome: { ok: false, reason: 'storage-full' }, read: 40, durability: 'this-visit-only', told: 1 });

    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
    expect(await page.evaluate(async () => opened.store.append([]))).toEqual({ ok: true });
    await page.reload();
    expect(await page.evaluate(async () => (await (await farol.openEventStore()).store.read('ana')).length)).toBe(40);
  });

  test('leaves the data of a newer Farol as it is, goes on in memory, and offers the data as a file', async ({ page }) => {
    const told = await page.evaluate(async () => {
      const future = await farol.openRaw('farol', 3, farol.createStores);
      await farol.put(future, 'events', [{ id: 'f1', profile: 'ana', shape: 'of the future' }]);
      future.close();
      const { store, notice } = await farol.openEventStore();
      const outcome = await store.append([farol.contractEvent('e1')]);
      const read = (await store.read('ana')).map(({ id }) => id);
      const backup = await farol.newerDataAsBackup('2026-11-22T00:00:00.000Z');
      const after = await farol.openRaw('farol', undefined);
      return { notice, outcome, read, durability: store.durability, backup: backup?.split('\n').slice(0, 2), version: after.version, events: await farol.getAll(after, 'events') };
    });
    expect(told).toMatchObject({ notice: { reason: 'newer-format' }, outcome: { ok: true }, read: ['e1'], durability: 'this-visit-only', version: 3 });
    expect(told.events).toEqual([{ id: 'f1', profile: 'ana', shape: 'of the future' }]);
    expect(told.backup?.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ farol: 'backup', format: 2, events: 1 }, { id: 'f1', shape: 'of the future' }]);
  });

  test('offers no file where nothing newer is stored', async ({ page }) => {
    const backup = await page.evaluate(async () => {
      await (await farol.openEventStore()).store.append([farol.contractEvent('e1')]);
      return farol.newerDataAsBackup('2026-11-22T00:00:00.000Z');
    });
    expect(backup).toBeNull();
  });

  test('lets a newer Farol in another tab take over, and keeps what comes later for this visit', async ({ page, context }) => {
    await page.evaluate(async () => {
      globalThis.opened = await farol.openEventStore();
      await opened.store.append([farol.contractEvent('e1')]);
    });
    const newer = await secondTab(context);
    await newer.evaluate(() => farol.openRaw('farol', 3));
    const told = await page.evaluate(async () => {
      const outcome = await opened.store.append([farol.contractEvent('e2')]);
      return { outcome, read: (await opened.store.read('ana')).map(({ id }) => id), durability: opened.store.durability };
    });
    expect(told).toEqual({ outcome: { ok: false, reason: 'newer-format' }, read: ['e2'], durability: 'this-visit-only' });
  });

  test('brings a database of the first version to the present one, and keeps what it cannot read', async ({ page }) => {
    const migrated = await page.evaluate(
      async ([events, profile]) => {
        const old = await farol.openRaw('farol', 1, farol.createStores);
        await farol.put(old, 'events', [...(events as unknown[]), { id: 'odd', profile, at: 'noon' }]);
        old.close();
        const { store, notice } = await farol.openEventStore();
        const raw = await farol.openRaw('farol', undefined);
        return { notice, read: await store.read(profile as string), stored: (await farol.getAll(raw, 'events')).length, outcome: await store.append([farol.contractEvent('e1')]) };
      },
      [v0.events, learner] as const,
    );
    expect(migrated.notice).toBeNull();
    expect(migrated.read.map(({ id }) => id).sort()).toEqual(v1.events.map(({ id }) => id).sort());
    expect(migrated.read).toEqual(expect.arrayContaining(v1.events));
    expect(migrated.stored).toBe(v1.events.length + 1);
    expect(migrated.outcome).toEqual({ ok: true });
  });

  test('goes on in memory beside a database that is not what it should be, and does not delete it', async ({ page }) => {
    const told = await page.evaluate(async () => {
      const broken = await farol.openRaw('farol', 2, (database) => database.createObjectStore('events', { keyPath: 'id' }));
      await farol.put(broken, 'events', [{ id: 'left' }]);
      broken.close();
      const { store, notice } = await farol.openEventStore();
      const outcome = await store.append([farol.contractEvent('e1')]);
      const after = await farol.openRaw('farol', undefined);
      return { notice, outcome, durability: store.durability, left: await farol.getAll(after, 'events') };
    });
    expect(told).toEqual({ notice: { reason: 'storage-broken' }, outcome: { ok: true }, durability: 'this-visit-only', left: [{ id: 'left' }] });
  });

  test('passes over records that are no events, and leaves them where they are', async ({ page }) => {
    const told = await page.evaluate(async () => {
      await (await farol.openEventStore()).store.append([farol.contractEvent('e1')]);
      const raw = await farol.openRaw('farol', undefined);
      await farol.put(raw, 'events', [{ id: 'odd', profile: 'ana' }, { id: 'odder', profile: 'ana', at: 7, context: null }]);
      const { store } = await farol.openEventStore();
      return { read: (await store.read('ana')).map(({ id }) => id), stored: (await farol.getAll(raw, 'events')).length };
    });
    expect(told).toEqual({ read: ['e1'], stored: 3 });
  });

  test('notices once that the browser has erased the events', async ({ page }) => {
    await page.evaluate(async () => {
      const { store } = await farol.openEventStore();
      await store.append([farol.contractEvent('e1'), farol.contractEvent('e2', { at: '2026-11-23T08:00:00.000Z' })]);
      await store.append([farol.contractEvent('e3', { profile: 'boon' }), farol.contractEvent('e4')]);
      await store.eraseProfile('boon');
    });
    await page.reload();
    const notices = await page.evaluate(async () => {
      await farol.deleteRaw('farol');
      return [(await farol.openEventStore()).notice, (await farol.openEventStore()).notice];
    });
    expect(notices).toEqual([{ reason: 'erased', was: { events: 3, last: '2026-11-23T08:00:00.000Z' } }, null]);
  });

  test('does not take what the learner erased for an accident', async ({ page }) => {
    const notices = await page.evaluate(async () => {
      const { store } = await farol.openEventStore();
      await store.append([farol.contractEvent('e1')]);
      await store.eraseProfile('ana');
      const afterProfile = (await farol.openEventStore()).notice;
      await store.append([farol.contractEvent('e2')]);
      await store.eraseAll();
      return [afterProfile, (await farol.openEventStore()).notice];
    });
    expect(notices).toEqual([null, null]);
  });

  test('works in memory, and says so, where the browser denies storage', async ({ page }) => {
    await page.goto(`${origin}/sandbox`);
    const frame = page.frames()[1]!;
    await frame.waitForFunction(() => 'farol' in globalThis);
    const told = await frame.evaluate(async () => {
      const { store, notice, askToKeep } = await farol.openEventStore();
      await askToKeep();
      await store.append([farol.contractEvent('e1')]);
      farol.choose({ country: 'TH', course: 'drivers' });
      farol.choose({ course: '' });
      const ran = await farol.exclusively('attempt', async () => 'ran');
      return { notice, read: (await store.read('ana')).length, durability: store.durability, choices: farol.deviceChoices(), ran };
    });
    expect(told).toEqual({ notice: { reason: 'storage-denied' }, read: 1, durability: 'this-visit-only', choices: { country: 'TH' }, ran: 'ran' });
  });

  test('promises no more than this visit where the browser gives the signs of a private window', async ({ page }) => {
    const durability = async () => page.evaluate(async () => (await farol.openEventStore()).store.durability);
    expect(await durability()).toBe('may-be-erased');
    await page.evaluate(() => {
      StorageManager.prototype.estimate = async () => ({ usage: 0, quota: 500_000_000 });
    });
    expect(await durability()).toBe('this-visit-only');
    await page.evaluate(() => {
      delete (Performance.prototype as { memory?: unknown }).memory;
    });
    expect(await durability()).toBe('may-be-erased');
    await page.evaluate(() => {
      StorageManager.prototype.getDirectory = async () => Promise.reject(new DOMException('Private window', 'SecurityError'));
    });
    expect(await durability()).toBe('this-visit-only');
  });
});

test.describe('indexedDbEventStore', () => {
  test('waits no longer than it must for a tab with an older Farol, and stores everything when that tab is gone', async ({ page, context }) => {
    const older = await secondTab(context);
    await older.evaluate(async () => {
      const database = await farol.openRaw('farol', 1, farol.createStores);
      document.addEventListener('leave', () => database.close());
    });
    const told = await page.evaluate(async () => {
      const store = farol.indexedDbEventStore('farol', 300);
      Object.assign(globalThis, { store });
      const outcome = await store.append([farol.contractEvent('e1')]);
      await store.putProfile({ id: 'ana', name: 'Ana', createdAt: '', lastUsedAt: '' });
      return { outcome, read: (await store.read('ana')).length, names: (await store.profiles()).map(({ name }) => name), durability: store.durability };
    });
    expect(told).toEqual({ outcome: { ok: false, reason: 'storage-busy' }, read: 1, names: ['Ana'], durability: 'this-visit-only' });

    await older.evaluate(() => document.dispatchEvent(new Event('leave')));
    await page.waitForFunction(() => (globalThis as unknown as { store: { durability: string } }).store.durability === 'may-be-erased');
    await page.reload();
    const kept = await page.evaluate(async () => {
      const { store } = await farol.openEventStore();
      return { read: (await store.read('ana')).length, names: (await store.profiles()).map(({ name }) => name) };
    });
    expect(kept).toEqual({ read: 1, names: ['Ana'] });
  });

  test('does not lower its promise while it writes', async ({ page }) => {
    const promises = await page.evaluate(async () => {
      const store = farol.indexedDbEventStore();
      const during = [store.durability];
      const writing = store.append([farol.contractEvent('e1')]);
      during.push(store.durability);
      await writing;
      return [...during, store.durability];
    });
    expect(promises).toEqual(['may-be-erased', 'may-be-erased', 'may-be-erased']);
  });

  test('opens the database again when the connection was closed behind its back', async ({ page }) => {
    const outcome = await page.evaluate(async () => {
      const { open } = IDBFactory.prototype;
      const connections: IDBDatabase[] = [];
      IDBFactory.prototype.open = function (...args) {
        const request = open.apply(this, args);
        request.addEventListener('success', () => connections.push(request.result));
        return request;
      };
      const store = farol.indexedDbEventStore();
      await store.append([farol.contractEvent('e1')]);
      connections[0]!.close();
      const outcome = await store.append([farol.contractEvent('e2')]);
      return { outcome, read: (await store.read('ana')).length, connections: connections.length };
    });
    expect(outcome).toEqual({ outcome: { ok: true }, read: 2, connections: 2 });
  });
});

test.describe('exclusively', () => {
  const begin = (tab: Page) =>
    tab.evaluate(async () => {
      const { store } = await farol.openEventStore();
      return Promise.all(
        Array.from({ length: 3 }, () =>
          farol.exclusively('attempt', async () => {
            if ((await store.read('ana')).length > 0) return 'resumed';
            await new Promise((resolve) => setTimeout(resolve, 100));
            await store.append([farol.contractEvent(farol.newId())]);
            return 'begun';
          }),
        ),
      );
    });

  test('lets one of two tabs begin an attempt, and the other find it', async ({ page, context }) => {
    const all = (await Promise.all([begin(page), begin(await secondTab(context))])).flat();
    expect(all.filter((did) => did === 'begun')).toHaveLength(1);
  });

  test('hands on what the work gives or throws', async ({ page }) => {
    const results = await page.evaluate(async () => {
      const failed = await farol.exclusively('a', () => Promise.reject(new Error('on purpose'))).catch((error: Error) => error.message);
      return [failed, await farol.exclusively('a', async () => 7)];
    });
    expect(results).toEqual(['on purpose', 7]);
  });
});

test.describe('an ordinary window', () => {
  let context: BrowserContext;

  async function launch(folder: string): Promise<Page> {
    const options = test.info().project.use.launchOptions ?? {};
    // A name that is not this machine makes the page an insecure one, as on a laptop that serves a training room.
    context = await chromium.launchPersistentContext(folder, { ...options, args: [...(options.args ?? []), '--host-resolver-rules=MAP farol.test 127.0.0.1'] });
    return context.newPage();
  }
  test.afterEach(() => context.close());

  test('may be erased until the browser has promised to keep', async ({}, testInfo) => {
    const page = await launch(testInfo.outputPath('profile'));
    await page.goto(`${origin}/blank`);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Browser.setPermission', { permission: { name: 'persistent-storage' }, setting: 'denied', origin });
    await page.evaluate(async () => {
      globalThis.opened = await farol.openEventStore();
    });
    const ask = () =>
      page.evaluate(async () => {
        const before = opened.store.durability;
        let told = 0;
        opened.store.subscribe(() => told++);
        await opened.askToKeep();
        return { before, after: opened.store.durability, told };
      });
    expect(await ask()).toEqual({ before: 'may-be-erased', after: 'may-be-erased', told: 0 });
    await cdp.send('Browser.setPermission', { permission: { name: 'persistent-storage' }, setting: 'granted', origin });
    expect(await ask()).toEqual({ before: 'may-be-erased', after: 'kept', told: 1 });
    await page.reload();
    expect(await page.evaluate(async () => (await farol.openEventStore()).store.durability)).toBe('kept');
    const room = await page.evaluate(() => farol.storageRoom());
    expect(room!.allowed).toBeGreaterThan(room!.used);
  });

  test('keeps events, and lets one of two tabs begin, on plain http without locks and crypto.subtle', async ({}, testInfo) => {
    const page = await launch(testInfo.outputPath('profile'));
    const address = origin.replace('127.0.0.1', 'farol.test');
    await page.goto(`${address}/blank`);
    const other = await context.newPage();
    await other.goto(`${address}/blank`);
    expect(await page.evaluate(() => [isSecureContext, 'locks' in navigator, 'randomUUID' in crypto])).toEqual([false, false, false]);
    expect(await page.evaluate(() => farol.newId())).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

    const begin = (tab: Page) =>
      tab.evaluate(async () => {
        const { store } = await farol.openEventStore();
        const one = () =>
          farol.exclusively('attempt', async () => {
            if ((await store.read('ana')).length > 0) return 'resumed';
            await new Promise((resolve) => setTimeout(resolve, 100));
            await store.append([farol.contractEvent(farol.newId())]);
            return 'begun';
          });
        return { did: await Promise.all([one(), one(), one()]), durability: store.durability };
      });
    const both = await Promise.all([begin(page), begin(other)]);
    expect(both.map(({ durability }) => durability)).toEqual(['may-be-erased', 'may-be-erased']);
    expect(both.flatMap(({ did }) => did).filter((did) => did === 'begun')).toHaveLength(1);
  });

  test('lets a page start on plain http though the lease of a closed tab was never given back', async ({}, testInfo) => {
    const page = await launch(testInfo.outputPath('profile'));
    await page.goto(`${origin.replace('127.0.0.1', 'farol.test')}/blank`);
    const waited = await page.evaluate(async () => {
      const opened = await farol.openDatabase(() => {});
      if (!opened.ok) throw new Error(opened.reason);
      await farol.put(opened.database, 'leases', [{ name: 'attempt', owner: 'a closed tab', until: Date.now() + 700 }]);
      const from = Date.now();
      await farol.exclusively('attempt', async () => {});
      return Date.now() - from;
    });
    expect(waited).toBeGreaterThan(600);
    expect(waited).toBeLessThan(3000);
  });

  test('starts again, and says that the events are gone, when the files of the database were damaged', async ({}, testInfo) => {
    const folder = testInfo.outputPath('profile');
    let page = await launch(folder);
    await page.goto(`${origin}/blank`);
    await page.evaluate(async () => {
      const { store } = await farol.openEventStore();
      await store.append(Array.from({ length: 50 }, (_, index) => farol.contractEvent(`e${100 + index}`)));
    });
    await context.close();
    for (const file of filesUnder(path.join(folder, 'Default', 'IndexedDB'))) writeFileSync(file, 'damaged');

    page = await launch(folder);
    await page.goto(`${origin}/blank`);
    const told = await page.evaluate(async () => {
      const { store, notice } = await farol.openEventStore();
      const outcome = await store.append([farol.contractEvent('after')]);
      return { reason: notice?.reason, outcome, read: (await store.read('ana')).map(({ id }) => id) };
    });
    // Chromium replaces damaged files by an empty database; a browser that refuses instead would give 'storage-broken'.
    expect(told).toEqual({ reason: 'erased', outcome: { ok: true }, read: ['after'] });
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? filesUnder(file) : [file];
  });
}

test.describe('deviceChoices', () => {
  test('come back after a reload, one by one, until they are forgotten', async ({ page }) => {
    await page.evaluate(() => {
      farol.choose({ country: 'TH', profile: 'ana' });
      farol.choose({ course: 'drivers' });
      farol.choose({ profile: '' });
    });
    await page.reload();
    expect(await page.evaluate(() => farol.deviceChoices())).toEqual({ country: 'TH', course: 'drivers' });
  });

  test('survive whatever else lies in their place', async ({ page }) => {
    for (const odd of ['', 'null', '[]', '7', '{"country":7,"course":{},"__proto__":"x","profile":"p"}', '{']) {
      const choices = await page.evaluate((text) => {
        localStorage.setItem('farol:choices', text);
        return farol.deviceChoices();
      }, odd);
      expect(choices).toEqual(odd.includes('"p"') ? { profile: 'p' } : {});
    }
  });

  test('last as long as the page where there is no room to write them', async ({ page }) => {
    const choices = await page.evaluate(() => {
      farol.choose({ country: 'TH' });
      // Five million letters is the limit of localStorage: first in large pieces, then to the last letter.
      for (let size = 4_000_000, part = 0; size >= 1; part++) {
        try {
          localStorage.setItem(`part-${part}`, 'x'.repeat(size));
        } catch {
          size = Math.floor(size / 2);
        }
      }
      farol.choose({ country: 'BR', course: 'a-long-name-for-a-course-that-no-longer-fits' });
      return farol.deviceChoices();
    });
    expect(choices).toEqual({ country: 'BR', course: 'a-long-name-for-a-course-that-no-longer-fits' });
    await page.reload();
    expect(await page.evaluate(() => farol.deviceChoices())).toEqual({ country: 'TH' });
  });
});
