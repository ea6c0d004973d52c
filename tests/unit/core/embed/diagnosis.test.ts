import { describe, expect, it } from 'vitest';
import { diagnose, findings, isWebView, type Surroundings } from '../../../../src/core/embed/diagnosis.ts';

const desktop = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const good: Surroundings = { framed: true, foreign: false, sandboxed: false, stores: true, secure: true, worker: true, host: { saves: true }, saved: true, userAgent: desktop, width: 800 };

describe('diagnose', () => {
  it('finds nothing where nothing is in the way', () => {
    expect(diagnose(good)).toEqual([]);
  });

  it('names each thing by itself', () => {
    const cases: [Partial<Surroundings>, string][] = [
      [{ framed: false, host: { saves: true } }, 'not-framed'],
      [{ foreign: true }, 'storage-apart'],
      [{ stores: false, foreign: true }, 'storage-refused'],
      [{ secure: false, worker: false }, 'worker-insecure'],
      [{ worker: false }, 'worker-refused'],
      [{ host: null }, 'host-silent'],
      [{ host: { saves: false }, saved: null }, 'host-not-saving'],
      [{ saved: false }, 'save-failed'],
      [{ userAgent: `${desktop} Instagram 300` }, 'web-view'],
      [{ width: 300 }, 'narrow'],
      [{ sandboxed: true, stores: false, worker: false, host: null }, 'sandboxed'],
    ];
    for (const [change, finding] of cases) expect(diagnose({ ...good, ...change }), finding).toEqual([finding]);
    expect(cases.map(([, finding]) => finding).sort()).toEqual([...findings].sort());
  });

  it('puts the gravest first', () => {
    expect(diagnose({ ...good, foreign: true, stores: false, host: null, width: 200 })).toEqual(['storage-refused', 'host-silent', 'narrow']);
  });
});

describe('isWebView', () => {
  it('knows apps from browsers', () => {
    const apps = [
      'Mozilla/5.0 (Linux; Android 10; SM-A107M; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/106.0.0.0 Mobile Safari/537.36',
      'Mozilla/5.0 (Linux; Android 6.0; Moto) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/44.0.0.0 Mobile Safari/537.36',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/400.0]',
      'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36 Line/13.1.0',
    ];
    const browsers = [
      desktop,
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15',
      'Mozilla/5.0 (Android 13; Mobile; rv:115.0) Gecko/115.0 Firefox/115.0',
    ];
    for (const app of apps) expect(isWebView(app), app).toBe(true);
    for (const browser of browsers) expect(isWebView(browser), browser).toBe(false);
  });
});
