/** The camera and the picture: what is found goes to `found`, what goes wrong to `failed`, as a reason. The reader is only loaded once it is used. */
import { find, t } from '../page.ts';

const pause = 120;

const loadReader = () => import('../../browser/qr/read-code.ts').catch(() => null);

export function startScanning(found: (text: string) => void, failed: (reason: string) => void): void {
  const [scan, stop, lens] = [find<HTMLButtonElement>('[data-scan]')!, find<HTMLButtonElement>('[data-stop]')!, find('[data-lens]')!];
  const video = find<HTMLVideoElement>('[data-video]')!;
  const file = find<HTMLInputElement>('#file')!;
  const cameraStatus = find('[data-camera-status]')!;
  const pictureStatus = find('[data-picture-status]')!;
  let stopCamera: (() => void) | null = null;

  function show(running: boolean): void {
    if (!running) stopCamera = null;
    lens.hidden = stop.hidden = !running;
    scan.hidden = running;
    cameraStatus.textContent = running ? t('verify.looking') : '';
  }

  scan.addEventListener('click', async () => {
    if (scan.disabled) return;
    scan.disabled = true;
    const [reader, camera] = await Promise.all([loadReader(), import('../../browser/qr/camera.ts').catch(() => null)]);
    const started = reader && camera ? await camera.startCamera(video, () => show(false)) : ({ ok: false, reason: 'not-loaded' } as const);
    scan.disabled = false;
    if (!started.ok) return failed(started.reason);
    stopCamera = started.stop;
    show(true);
    stop.focus();
    const canvas = document.createElement('canvas');
    while (stopCamera === started.stop) {
      const text = await reader!.readFrame(video, canvas);
      if (text !== null && stopCamera === started.stop) {
        started.stop();
        return found(text);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  });

  stop.addEventListener('click', () => {
    stopCamera?.();
    scan.focus();
  });

  file.addEventListener('change', async () => {
    const [picture] = file.files ?? [];
    if (!picture) return;
    pictureStatus.textContent = t('verify.reading');
    const reader = await loadReader();
    const read = reader ? await reader.readPicture(picture) : ({ ok: false, reason: 'not-loaded' } as const);
    pictureStatus.textContent = '';
    // So that the same picture can be chosen again.
    file.value = '';
    if (read.ok) found(read.text);
    else failed(read.reason);
  });
}
