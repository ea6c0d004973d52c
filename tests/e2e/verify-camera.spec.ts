/** The camera of the check, with a film of a certificate's code in place of a real one. In a file of its own: it needs a browser started for it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawCode } from '../../src/browser/qr/draw-code.ts';
import { encodeCertificate } from '../../src/core/certificate/payload.ts';
import { installedBrowser } from '../find-browser.ts';
import { expect, open, test } from './farol.ts';

const [width, height, scale] = [640, 480, 6];
const code = encodeCertificate({
  id: '7Q2M-0XKD-94TZ-BWN1', course: 'driver', courseVersion: 1, percent: 85, minutes: 70, date: '2026-01-05', validUntil: '2099-01-05', locale: 'en', rollout: '', phase: '', name: 'Budi Santoso',
});

/** A film in the format that Chromium takes for a camera: grey frames with the code in their middle. */
function filmOf(text: string): string {
  const { modules, path } = drawCode(text);
  const luma = Buffer.alloc(width * height, 160);
  const [left, top] = [Math.floor((width - modules * scale) / 2), Math.floor((height - modules * scale) / 2)];
  const fill = (x: number, y: number, across: number, down: number, shade: number): void => {
    for (let row = top + y * scale; row < top + (y + down) * scale; row++) luma.fill(shade, row * width + left + x * scale, row * width + left + (x + across) * scale);
  };
  fill(0, 0, modules, modules, 235);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) fill(Number(x), Number(y), Number(length), 1, 16);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
  const file = join(mkdtempSync(join(tmpdir(), 'farol-')), 'code.y4m');
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`), ...Array.from({ length: 10 }, () => frame)]));
  return file;
}

const executablePath = installedBrowser();

test.use({
  permissions: ['camera'],
  launchOptions: {
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${filmOf(code)}`],
  },
});

test('reads a code with the camera, and lets the camera go', async ({ page }) => {
  await open(page, '/en/verify/');
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.getByTestId('verify-result')).toContainText('Budi Santoso');
  await expect(page.getByTestId('verify-result')).toContainText('Valid until January 5, 2099');
  await expect(page.locator('[data-lens]')).toBeHidden();
  expect(await page.locator('video').evaluate((video) => (video as HTMLVideoElement).srcObject)).toBeNull();
});
