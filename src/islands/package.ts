/** A course in a package: in a learning management system, in a folder, or one file. What it is was written into the document when it was made. */
import { openHost } from '../browser/lms/open-host.ts';
import { configElement, readPackageConfig, type PackageConfig } from '../core/package/config.ts';
import { startApp, type AppHost } from './Embed/app.ts';
import { deviceHost } from './Embed/device-host.ts';
import { optionsIn } from './Embed/options.ts';
import { tableInDocument } from './Embed/table.ts';

/** Without a configuration that can be read, the document is a plain course. */
const configIn = (from: Document): PackageConfig | null => readPackageConfig(from.getElementById(configElement)?.textContent ?? '');

const config = configIn(document);
const host: Promise<AppHost> = config ? openHost(config, tableInDocument(config.passMark)) : deviceHost();
void host.then((opened) => startApp(opened, (from) => configIn(from) ?? optionsIn('')));
