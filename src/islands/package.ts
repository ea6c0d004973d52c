/** A course in a package: in a learning management system, in a folder, or one file. What it is was written into the document when it was made. */
import type { Host } from '../browser/lms/host.ts';
import { openLrsHost } from '../browser/lms/lrs-host.ts';
import { openScormHost } from '../browser/lms/scorm-host.ts';
import { cmi5Launch, xapiLaunch } from '../core/lms/launch.ts';
import { scorm12 } from '../core/lms/scorm12.ts';
import { scorm2004 } from '../core/lms/scorm2004.ts';
import { configElement, readPackageConfig, type PackageConfig } from '../core/package/config.ts';
import { startApp, type AppHost } from './Embed/app.ts';
import { deviceHost } from './Embed/device-host.ts';
import { optionsIn } from './Embed/options.ts';
import { tableInDocument } from './Embed/table.ts';

/** Without a configuration that can be read, the document is a plain course. */
const configIn = (from: Document): PackageConfig | null => readPackageConfig(from.getElementById(configElement)?.textContent ?? '');

/** Null where no system answers. */
async function systemHost({ format, passMark, activity }: PackageConfig): Promise<Host | null> {
  const table = tableInDocument(passMark);
  const query = Object.fromEntries(new URLSearchParams(location.search)) as Record<string, string>;
  if (format === 'scorm12' || format === 'scorm2004') return openScormHost(format === 'scorm12' ? scorm12 : scorm2004, table);
  const launch = format === 'cmi5' ? cmi5Launch(query) : xapiLaunch(query, activity);
  return launch && openLrsHost({ kind: format === 'cmi5' ? 'cmi5' : 'xapi', launch, table });
}

async function hostOf(config: PackageConfig | null): Promise<AppHost> {
  if (!config || config.format === 'html' || config.format === 'web') return deviceHost();
  return (await systemHost(config)) ?? { ...(await deviceHost()), notices: () => [{ reason: 'no-lms' }] };
}

void hostOf(configIn(document)).then((host) => startApp(host, (from) => configIn(from) ?? optionsIn('')));
