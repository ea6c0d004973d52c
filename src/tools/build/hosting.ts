/** Samples for hosts, filled in with this build's own headers and base path: `.htaccess` in `dist/`, everything else in `dist/hosting/`, to be copied from there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressible } from './compress.ts';
import type { HeaderRule, Headers } from './headers.ts';

export function writeHosting(dist: string, rules: readonly HeaderRule[]): void {
  const folder = join(dist, 'hosting');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(dist, '.htaccess'), apacheFile(rules));
  for (const [name, text] of Object.entries({ 'nginx.conf': nginxFile(rules), 'netlify.toml': netlifyFile(), 'wrangler.toml': cloudflareFile(), 's3.sh': s3File(rules) })) writeFileSync(join(folder, name), text);
}

const baseOf = (rules: readonly HeaderRule[]): string => rules[0]?.path ?? '/';

/** All headers of a rule, with those of the site where it has none of its own. */
const whole = (rules: readonly HeaderRule[], rule: HeaderRule): Headers => ({ ...rules[0]?.headers, ...rule.headers });

/** A server block. A location of nginx that adds one header forgets those of its surroundings: each has them all. */
export function nginxFile(rules: readonly HeaderRule[]): string {
  const base = baseOf(rules);
  const added = (headers: Headers) => Object.entries(headers).map(([name, value]) => `    add_header ${name} "${value}" always;\n`).join('');
  const locations = rules.map((rule) => `  location ${rule.path.endsWith('/') ? rule.path : `= ${rule.path}`} {\n${added(whole(rules, rule))}  }\n`);
  const manifest = `  location = ${base}manifest.webmanifest {\n    types { }\n    default_type ${mediaTypes['webmanifest']};\n${added(rules[0]?.headers ?? {})}  }\n`;
  return `# Farol on nginx. Put what is in dist/ into /srv/farol${base}, this file into /etc/nginx/conf.d/farol.conf, and reload nginx.
server {
  # With a certificate: listen 443 ssl; http2 on; ssl_certificate …; ssl_certificate_key …; Saving for offline use works over https only.
  listen 80;
  server_name farol.example.org;
  root /srv/farol;
  index index.html;
  charset utf-8;
  absolute_redirect off;
  server_tokens off;
  autoindex off;

  # Every text lies compressed beside itself.
  gzip_static on;
  gzip_vary on;
  # A sixth smaller; on Debian after: apt install libnginx-mod-http-brotli-static
  # brotli_static on;

  error_page 403 404 =404 ${base}404.html;

${[...locations, manifest].join('\n')}}
`;
}

/** For the folder of the site itself, where the server allows it (AllowOverride All); for a `<Directory>` of the main configuration too. */
export function apacheFile(rules: readonly HeaderRule[]): string {
  const base = baseOf(rules);
  const set = (headers: Headers) => Object.entries(headers).map(([name, value]) => `  Header always set ${name} "${value}"\n`).join('');
  const sections = rules.map((rule, index) => (index === 0 ? set(rule.headers).replace(/^ {2}/gm, '') : `<If "%{REQUEST_URI} =~ m#^${escaped(rule.path)}#">\n${set(rule.headers)}</If>\n`));
  const precompressed = ([ending, encoding]: readonly [string, string]) => `RewriteCond %{HTTP:Accept-Encoding} \\b${encoding}\\b
RewriteCond %{REQUEST_FILENAME}.${ending} -f
RewriteRule ^(.+)\\.(${compressible.join('|')})$ $1.$2.${ending} [E=no-gzip:1,E=no-brotli:1,L]
`;
  const typeOf = (ending: string) => `<FilesMatch "\\.${ending}(\\.br|\\.gz)?$">\n  ForceType ${mediaTypes[ending]}\n</FilesMatch>\n`;
  return `# Farol on Apache 2.4 with mod_headers, mod_rewrite and mod_dir (a2enmod headers rewrite), where "AllowOverride All" is set for this folder.
Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 403 ${base}404.html
ErrorDocument 404 ${base}404.html
AddDefaultCharset utf-8
${compressible.map(typeOf).join('')}
${sections.join('')}
# Every text lies compressed beside itself.
RewriteEngine On
${[['br', 'br'], ['gz', 'gzip']].map((pair) => precompressed(pair as [string, string])).join('')}RemoveLanguage .br
RemoveType .gz .br
<FilesMatch "\\.br$">
  Header set Content-Encoding br
</FilesMatch>
<FilesMatch "\\.gz$">
  Header set Content-Encoding gzip
</FilesMatch>
<FilesMatch "\\.(${compressible.join('|')})(\\.br|\\.gz)?$">
  Header append Vary Accept-Encoding
</FilesMatch>
`;
}

function netlifyFile(): string {
  return `# Farol on Netlify: copy to the top of the repository. Headers come from dist/_headers.
[build]
  command = "npm run build"
  publish = "dist"

[build.environment]
  NODE_VERSION = "24"

# Pages are handed out as they are: rewritten ones would not fit the hashes that saving goes by.
[build.processing]
  skip_processing = true
`;
}

function cloudflareFile(): string {
  return `# Farol on Cloudflare Pages: copy to the top of the repository. Headers come from dist/_headers. Build command: npm run build
# In the zone, switch off what rewrites pages: Email Address Obfuscation, Rocket Loader.
name = "farol"
compatibility_date = "2026-01-01"
pages_build_output_dir = "./dist"
`;
}

/** Buckets hold a file and a few of its headers. The rest is for what stands in front of them. */
function s3File(rules: readonly HeaderRule[]): string {
  const base = baseOf(rules);
  const prefix = base.slice(1);
  const cache = (path: string) => whole(rules, rules.find((rule) => rule.path === `${base}${path}`) ?? rules[0]!)['Cache-Control'];
  const listed = (rule: HeaderRule) => `#   ${rule.path}${rule.path.endsWith('/') ? '*' : ''}\n${Object.entries(whole(rules, rule)).filter(([name]) => name !== 'Cache-Control').map(([name, value]) => `#     ${name}: ${value}\n`).join('')}`;
  return `#!/bin/sh
# Farol in S3-compatible storage (Amazon S3, MinIO, Cloudflare R2, Wasabi …): sh dist/hosting/s3.sh my-bucket
# Other than Amazon: AWS_ENDPOINT_URL=https://storage.example.org sh dist/hosting/s3.sh my-bucket
#
# Assets first, pages after them, old files last: no visitor gets a page whose scripts are not there yet.
# Let the website of the bucket show index.html as index document and 404.html as error document.
# A bucket cannot send the headers below. Let the CDN or proxy in front of it do so, compress, and serve over https:
#
${rules.map(listed).join('')}
set -eu
from="$(dirname "$0")/.."
to="s3://\${1:?Say which bucket: sh dist/hosting/s3.sh my-bucket}/${prefix}"
left_out='--exclude *.br --exclude *.gz --exclude .* --exclude _headers --exclude hosting/*'
set -f
aws s3 cp --recursive "$from/assets" "\${to}assets" --exclude '*.br' --exclude '*.gz' --cache-control '${cache('assets/')}'
aws s3 cp --recursive "$from" "$to" $left_out --exclude 'assets/*' --exclude '*.webmanifest' --cache-control '${cache('')}'
aws s3 cp --recursive "$from" "$to" --exclude '*' --include '*.webmanifest' --content-type 'application/manifest+json' --cache-control '${cache('')}'
aws s3 sync "$from" "$to" $left_out --size-only --delete
`;
}

const mediaTypes: Record<string, string> = {
  html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json', svg: 'image/svg+xml', webmanifest: 'application/manifest+json', txt: 'text/plain', xml: 'application/xml',
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
