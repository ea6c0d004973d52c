/** Reads QR codes from pictures: with the browser's own reader where there is one, else, or where that one finds nothing, with ours. */
import { decodeQR, type DecodeOpts } from 'qr/decode.js';

interface Detector { detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]> }
interface DetectorClass { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> }

let detector: Promise<Detector | null> | undefined;

async function findDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  try {
    return BarcodeDetector && (await BarcodeDetector.getSupportedFormats()).includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
  } catch {
    return null;
  }
}

/** The text of a code in one frame of a camera; null where none is in sight. Quick: the next frame may be sharper. */
export async function readFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): Promise<string | null> {
  if (!video.videoWidth) return null;
  const own = await detect(video);
  return own ?? decode(video, video.videoWidth, video.videoHeight, canvas, 900, { timeLimit: 30 });
}

/**
 * | reason          | what happened                          |
 * |-----------------|----------------------------------------|
 * | not-a-picture   | the browser cannot open the file       |
 * | no-code         | no QR code was found in the picture    |
 */
export type ReadPicture = { ok: true; text: string } | { ok: false; reason: 'not-a-picture' | 'no-code' };

/** Searches a picture at several sizes: a code that fills it is found in a small one, a code in a corner only in a large one. */
export async function readPicture(file: Blob): Promise<ReadPicture> {
  const image = await openImage(file);
  if (!image) return { ok: false, reason: 'not-a-picture' };
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = document.createElement('canvas');
  let text = await detect(image);
  for (const longest of [1000, 2000, 600, 4000]) {
    text ??= decode(image, width, height, canvas, longest, { timeLimit: 1500, effort: Infinity });
  }
  return text === null ? { ok: false, reason: 'no-code' } : { ok: true, text };
}

async function openImage(file: Blob): Promise<HTMLImageElement | null> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return image.naturalWidth > 0 ? image : null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function detect(source: ImageBitmapSource): Promise<string | null> {
  const own = await (detector ??= findDetector());
  try {
    return (own && (await own.detect(source))[0]?.rawValue) || null;
  } catch {
    return null;
  }
}

function decode(source: CanvasImageSource, width: number, height: number, canvas: HTMLCanvasElement, longest: number, patience: DecodeOpts): string | null {
  const scale = Math.min(1, longest / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  // A picture may be transparent around the code.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height), patience);
  } catch {
    return null;
  }
}
