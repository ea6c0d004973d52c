/** A course in a package: in a learning management system, in a folder, or one file. What it is was written into the document when it was made. */
import { configElement, readPackageConfig } from '../core/package/config.ts';
import { startApp } from './Embed/app.ts';
import { deviceHost } from './Embed/device-host.ts';
import { optionsIn, type Options } from './Embed/options.ts';

/** Without a configuration that can be read, the document is a plain course. */
const optionsOf = (from: Document): Options => readPackageConfig(from.getElementById(configElement)?.textContent ?? '') ?? optionsIn('');

void deviceHost().then((host) => startApp(host, optionsOf));
