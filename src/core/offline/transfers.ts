/**
 * How the files of a course travel. Its pages share most of their markup and styles: several of them in one pack take a third of the bytes that they
 * take one by one, because a compressor sees the repetition.
 */
import type { CourseFile, CoursePack } from './course-list.ts';

/** One request: a file by itself, or a pack and the files that are taken out of it. */
export type Transfer = { file: CourseFile; bytes: number } | { pack: CoursePack; files: CourseFile[]; bytes: number };

/** The cheapest way to fetch these files: a pack where it is lighter than its missing files one by one. */
export function planTransfers(files: readonly CourseFile[], packs: readonly CoursePack[]): Transfer[] {
  const missing = new Map(files.map((file) => [file.url, file]));
  const transfers: Transfer[] = [];
  for (const pack of packs) {
    const inPack = pack.files.flatMap((url) => missing.get(url) ?? []);
    if (inPack.length === 0 || sizeOf(inPack) <= pack.bytes) continue;
    transfers.push({ pack, files: inPack, bytes: pack.bytes });
    for (const { url } of inPack) missing.delete(url);
  }
  return [...transfers, ...[...missing.values()].map((file) => ({ file, bytes: file.bytes }))];
}

/** Bytes on the line for all of them together. */
export function sizeOf(parts: readonly { bytes: number }[]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * Takes a pack apart: a JSON array of texts, in the order of `pack.files`.
 * @returns url → text; null where it is no such pack
 */
export function unpack(pack: CoursePack, text: string): Map<string, string> | null {
  try {
    const texts: unknown = JSON.parse(text);
    if (!Array.isArray(texts) || texts.length !== pack.files.length || !texts.every((part) => typeof part === 'string')) return null;
    return new Map(pack.files.map((url, place) => [url, texts[place] as string]));
  } catch {
    return null;
  }
}
