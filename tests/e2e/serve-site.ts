/** Serves dist/ for all browser tests with the program that `npm start` uses. */
import { serve } from '../../src/tools/serve/server.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const { close } = await serve('dist', Number(process.env['FAROL_TEST_PORT'] ?? 4399));
  return close;
}
