/** What of its surroundings is in an embedded course's way, for whoever sets it up; learners never ask. */

export interface Surroundings {
  framed: boolean;
  /** The page around it is of another origin. */
  foreign: boolean;
  /** An `<iframe sandbox>` without `allow-same-origin`. */
  sandboxed: boolean;
  /** Whether the browser lets the course store anything here. */
  stores: boolean;
  /** Over https, or on this very machine. */
  secure: boolean;
  /** A service worker runs here. */
  worker: boolean;
  /** What the host said about itself; null where nobody spoke. */
  host: { saves: boolean } | null;
  /** What became of the last state that the host was given. */
  saved: boolean | null;
  userAgent: string;
  /** CSS pixels. */
  width: number;
}

/**
 * | finding          | what it means                                                                                 |
 * |------------------|-----------------------------------------------------------------------------------------------|
 * | not-framed       | opened by itself                                                                                |
 * | sandboxed        | the frame has a sandbox without `allow-same-origin`: nothing can be stored, no message arrives  |
 * | storage-refused  | the browser stores nothing for this frame                                                       |
 * | storage-apart    | what is stored in this frame is apart from the same course elsewhere                             |
 * | worker-insecure  | no https, so no service worker: the course needs a line                                         |
 * | worker-refused   | the browser allows no service worker in this frame                                              |
 * | host-silent      | no page around it speaks the contract: results stay here                                        |
 * | host-not-saving  | the page around it keeps nothing                                                                |
 * | save-failed      | it wanted to, and could not                                                                     |
 * | web-view         | an app shows the page: printing and downloads mostly do nothing there                            |
 * | narrow           | less than the 320 px that everything fits into                                                  |
 */
export const findings = [
  'not-framed', 'sandboxed', 'storage-refused', 'storage-apart', 'worker-insecure', 'worker-refused', 'host-silent', 'host-not-saving', 'save-failed', 'web-view', 'narrow',
] as const;
export type Finding = (typeof findings)[number];

/** The gravest first; empty where nothing is in the way. */
export function diagnose({ framed, foreign, sandboxed, stores, secure, worker, host, saved, userAgent, width }: Surroundings): Finding[] {
  const holds: Record<Finding, boolean> = {
    'not-framed': !framed,
    sandboxed,
    'storage-refused': !stores && !sandboxed,
    'storage-apart': stores && framed && foreign,
    'worker-insecure': !secure,
    'worker-refused': secure && !worker && !sandboxed,
    'host-silent': framed && !host && !sandboxed,
    'host-not-saving': !!host && !host.saves,
    'save-failed': !!host?.saves && saved === false,
    'web-view': isWebView(userAgent),
    narrow: width < 320,
  };
  return findings.filter((finding) => holds[finding]);
}

/**
 * Whether a page is shown by an app instead of a browser: Android's WebView says `wv`, that of iOS leaves out `Safari`, and the large apps name themselves.
 * There, `window.print()` and downloads do nothing unless the app has seen to them.
 */
export function isWebView(userAgent: string): boolean {
  const android = /Android/.test(userAgent) && /; wv\)|Version\/\d+(\.\d+)* Chrome\//.test(userAgent);
  const apple = /iPhone|iPad|iPod/.test(userAgent) && /AppleWebKit/.test(userAgent) && !/Safari\//.test(userAgent);
  return android || apple || /FBA[NV]|FB_IAB|Instagram|MicroMessenger|\bLine\/|KAKAOTALK|Teams\//.test(userAgent);
}
