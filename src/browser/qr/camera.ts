/**
 * | reason           | what happened                                            |
 * |------------------|----------------------------------------------------------|
 * | camera-denied    | the learner, the browser or the workplace does not allow it |
 * | camera-missing   | there is none                                            |
 * | camera-busy      | another program uses it                                  |
 * | camera-insecure  | the page came over plain http, where browsers give none    |
 */
export type CameraFailure = 'camera-denied' | 'camera-missing' | 'camera-busy' | 'camera-insecure';

export type StartedCamera = { ok: true; stop(): void } | { ok: false; reason: CameraFailure };

/** Shows the camera, the one at the back where there is one, in `video`. Stops by itself when the page is left or hidden, and then calls `stopped`. */
export async function startCamera(video: HTMLVideoElement, stopped: () => void): Promise<StartedCamera> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (!mediaDevices) return { ok: false, reason: 'camera-insecure' };
  const leaving = new AbortController();
  let stream: MediaStream | null = null;
  const stop = (): void => {
    if (leaving.signal.aborted) return;
    leaving.abort();
    for (const track of stream?.getTracks() ?? []) track.stop();
    video.srcObject = null;
    stopped();
  };
  try {
    stream = await mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
    video.srcObject = stream;
    await video.play();
  } catch (error) {
    for (const track of stream?.getTracks() ?? []) track.stop();
    return { ok: false, reason: reasonOf(error) };
  }
  addEventListener('pagehide', stop, { signal: leaving.signal });
  document.addEventListener('visibilitychange', () => document.hidden && stop(), { signal: leaving.signal });
  for (const track of stream.getTracks()) track.addEventListener('ended', stop, { signal: leaving.signal });
  return { ok: true, stop };
}

function reasonOf(error: unknown): CameraFailure {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'camera-missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'camera-busy';
    default:
      return 'camera-denied';
  }
}
