/** Finds, or where that is possible installs, the web servers that the samples of `dist/hosting/` are for. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface WebServers { nginx: string; brotliForNginx: string; apache: string; apacheModules: string }

const first = (...paths: string[]): string | undefined => paths.find((path) => existsSync(path));
const program = (...names: string[]): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(':').concat('/usr/sbin', '/usr/local/sbin');
  return first(...folders.flatMap((folder) => names.map((name) => `${folder}/${name}`)));
};

const installed = (): Partial<Record<keyof WebServers, string | undefined>> => ({
  nginx: program('nginx'),
  brotliForNginx: first('/usr/lib/nginx/modules/ngx_http_brotli_static_module.so', '/usr/lib64/nginx/modules/ngx_http_brotli_static_module.so'),
  apache: program('apache2', 'httpd'),
  apacheModules: first('/usr/lib/apache2/modules', '/usr/lib64/httpd/modules'),
});
const isWhole = (servers: ReturnType<typeof installed>): servers is WebServers => Object.values(servers).every(Boolean);

const packages = ['nginx-light', 'libnginx-mod-http-brotli-static', 'apache2'];
const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;

/** @throws Error with what to install, in a sentence, when one of them is not there and cannot be installed */
export function ensureWebServers(): WebServers {
  const there = installed();
  if (isWhole(there)) return there;
  console.log('No nginx or Apache found; trying to install them.');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages)) {
    const now = installed();
    if (isWhole(now)) return now;
  }
  throw new Error(`The samples for hosts are tested with nginx and Apache, and these were not found and could not be installed. Install them (on Debian: apt-get install ${packages.join(' ')}) and run "npm test" again.`);
}
