/** Serves the pages of the LMS tests: courses at several depths, LMSs around them, and launches of a test LRS. */
import { build } from 'esbuild';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { TestLrs } from '../e2e/test-lrs.ts';
import { realTable, wholeCourse } from '../unit/core/lms/whole-course.ts';
import type { SystemSettings } from './lms-system.page.ts';

async function bundle(name: string): Promise<string> {
  const entry = fileURLToPath(new URL(name, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', target: 'chrome106', write: false });
  return outputFiles[0]!.text;
}

export interface LmsPages {
  origin: string;
  lrs: TestLrs;
  /** An LMS that shows the course, so many frames deep. */
  system(settings: SystemSettings, depth?: number): string;
  stop(): Promise<void>;
}

const html = (body: string) => `<!doctype html><html lang="en"><title>Test</title><body>${body}`;
const frame = (address: string) => html(`<iframe src="${address}"></iframe>`);

export async function startLmsPages(): Promise<LmsPages> {
  const [coursePage, systemPage] = await Promise.all([bundle('lms.page.ts'), bundle('lms-system.page.ts')]);
  const table = { ...realTable('manager'), title: 'For managers', locale: 'en' };
  const events = wholeCourse(table, { quizzes: 3 });
  const lrs = await new TestLrs().start();
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const send = (type: string, text: string) => response.writeHead(200, { 'Content-Type': type, 'Cache-Control': pathname === '/cached' ? 'max-age=60' : 'no-cache' }).end(text);
    const json = (value: unknown) => send('application/json', JSON.stringify(value));
    const registration = searchParams.get('registration');
    switch (pathname) {
      case '/course.js':
        return send('text/javascript', coursePage);
      case '/system.js':
        return send('text/javascript', systemPage);
      case '/table':
        return json(table);
      case '/events':
        return json(events);
      case '/launch':
        return json(searchParams.get('kind') === 'cmi5' ? lrs.cmi5(registration ? { registration } : {}) : lrs.tinCan(registration ?? undefined));
      case '/course':
        return send('text/html', html('<h1>Course</h1><script src="/course.js"></script>'));
      case '/frames': {
        const depth = Number(searchParams.get('depth'));
        return send('text/html', frame(depth > 1 ? `/frames?depth=${depth - 1}` : '/course'));
      }
      case '/around':
        return send('text/html', frame(searchParams.get('address') ?? ''));
      case '/system': {
        const depth = Number(searchParams.get('depth'));
        const inner = depth === 0 ? '<button onclick="window.open(\'/course\', \'sco\', \'popup\')">Open</button>' : `<iframe src="${depth > 1 ? `/frames?depth=${depth - 1}` : '/course'}"></iframe>`;
        return send('text/html', html(`<script src="/system.js"></script>${inner}`));
      }
      default:
        return send('text/html', html('<h1>Elsewhere</h1>'));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    lrs,
    system: (settings, depth = 1) => `${origin}/system?depth=${depth}&settings=${encodeURIComponent(JSON.stringify(settings))}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await lrs.stop();
    },
  };
}
