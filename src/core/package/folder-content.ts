/** What the service worker of a folder keeps; stands in front of its text as `farolFolder`. */
export interface FolderContent {
  /** Changes with the content. */
  version: string;
  /** Relative to the folder. */
  files: readonly string[];
}

/** The text of a folder's service-worker.js. */
export const folderServiceWorker = (content: FolderContent, script: string): string => `globalThis.farolFolder=${JSON.stringify(content)};\n${script}`;
