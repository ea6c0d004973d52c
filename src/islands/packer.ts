/** Makes packages beside the page, in a worker of its own: a slow phone stays usable meanwhile. */
import { buildPackage, type Package, type SiteFiles } from '../core/package/build-package.ts';
import type { CheckedOptions } from '../core/package/options.ts';

export interface PackingOrder { options: CheckedOptions; site: SiteFiles; date: string }
export type PackingResult = { ok: true; made: Package } | { ok: false; message: string };

addEventListener('message', ({ data }: MessageEvent<PackingOrder>) => {
  const answer = (result: PackingResult): void => postMessage(result);
  try {
    answer({ ok: true, made: buildPackage(data.options, data.site, data.date) });
  } catch (error) {
    answer({ ok: false, message: (error as Error).message });
  }
});
