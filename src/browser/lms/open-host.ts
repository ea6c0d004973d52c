import type { CourseTable } from '../../core/lms/course-table.ts';
import { cmi5Launch, xapiLaunch } from '../../core/lms/launch.ts';
import { scorm12 } from '../../core/lms/scorm12.ts';
import { scorm2004 } from '../../core/lms/scorm2004.ts';
import type { PackageConfig } from '../../core/package/config.ts';
import type { Host } from './host.ts';
import { openLrsHost } from './lrs-host.ts';
import { openPlainHost } from './plain-host.ts';
import { openScormHost } from './scorm-host.ts';
import { sessionLog } from './session-log.ts';

/**
 * What this package stands in. Never rejects: without its LMS a course runs from this device, and says so.
 *
 * @param table the course as the package has it, with the pass mark of the package
 */
export async function openHost({ format, activity }: Pick<PackageConfig, 'format' | 'activity'>, table: CourseTable): Promise<Host> {
  const log = sessionLog();
  const query = Object.fromEntries(new URLSearchParams(location.search));
  if (format === 'html' || format === 'web') return openPlainHost(table, log);
  if (format === 'cmi5') {
    const launch = cmi5Launch(query);
    if (launch) return openLrsHost({ kind: 'cmi5', launch, table, log });
  }
  if (format === 'xapi') {
    const launch = xapiLaunch(query, activity);
    if (launch) return openLrsHost({ kind: 'xapi', launch, table, log });
  }
  const host = format === 'scorm12' || format === 'scorm2004' ? openScormHost(format === 'scorm12' ? scorm12 : scorm2004, table, log) : null;
  if (host) return host;
  log.tell('no-lms');
  return openPlainHost(table, log);
}
