/** nginx and Apache with the samples of a built site, on ports of their own. A sample is changed in nothing but its port, its folder, and what it offers to be switched on. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { WebServers } from '../find-web-servers.ts';

export interface WebServer { origin: string; close(): Promise<void> }

/** @param folder an empty one; gets the configuration, and the site below `www` at its base path */
export async function startNginx({ nginx, brotliForNginx }: WebServers, folder: string, dist: string, base: string): Promise<WebServer> {
  const port = await freePort();
  layOut(folder, dist, base);
  const sample = readFileSync(join(dist, 'hosting/nginx.conf'), 'utf8');
  writeFileSync(join(folder, 'farol.conf'), sample.replace('listen 80;', `listen 127.0.0.1:${port};`).replace('root /srv/farol;', `root ${folder}/www;`).replace('# brotli_static on;', 'brotli_static on;'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  writeFileSync(join(folder, 'nginx.conf'), `
load_module ${brotliForNginx};
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { }
http { include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; ${temporary} include ${folder}/farol.conf; }
`);
  return running(spawn(nginx, ['-p', folder, '-e', `${folder}/error.log`, '-c', join(folder, 'nginx.conf')]), port);
}

/** As on shared hosting: the server knows nothing of the site but its `.htaccess`, and would list folders. */
export async function startApache({ apache, apacheModules }: WebServers, folder: string, dist: string, base: string): Promise<WebServer> {
  const port = await freePort();
  layOut(folder, dist, base);
  const modules = ['mpm_event', 'authz_core', 'mime', 'dir', 'autoindex', 'headers', 'rewrite', 'negotiation', 'env'];
  writeFileSync(join(folder, 'apache.conf'), `
${modules.map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`).join('\n')}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
ServerName localhost
ServerRoot ${folder}
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
Mutex fcntl:${folder}
ErrorLog ${folder}/error.log
TypesConfig /etc/mime.types
DocumentRoot ${folder}/www
<Directory ${folder}/www>
  Options Indexes FollowSymLinks
  AllowOverride All
  Require all granted
</Directory>
`);
  return running(spawn(apache, ['-D', 'FOREGROUND', '-f', join(folder, 'apache.conf')]), port);
}

function layOut(folder: string, dist: string, base: string): void {
  const above = join(folder, 'www', base, '..');
  mkdirSync(above, { recursive: true });
  symlinkSync(dist, join(folder, 'www', base.replace(/\/$/, '')));
}

/** Waits until the server answers; what it says instead of answering is the error. */
async function running(server: ChildProcess, port: number): Promise<WebServer> {
  const origin = `http://localhost:${port}`;
  let said = '';
  server.stderr?.on('data', (data: Buffer) => (said += data.toString()));
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  for (let left = 100; ; left -= 1) {
    if (server.exitCode !== null || left === 0) throw new Error(`The web server did not start: ${said}`);
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false);
    if (answered) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    origin,
    close: () => {
      server.kill('SIGTERM');
      return ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
