/**
 * The files by which a learning management system knows a package. Identifiers are the same in every export of the same selection, so that a newer
 * package replaces the older one and records stay together. No `xsi:schemaLocation`: players that follow it want the schemas inside the package.
 */
import { writeXml, xml, type XmlElement } from './xml.ts';

export interface ManifestFacts {
  /** IRI of the course, or of the selection from it. */
  activity: string;
  /** An XML name: letters, digits and hyphens, beginning with a letter. */
  identifier: string;
  /** Version of the course. */
  version: number;
  /** By locale; the first language of the package is the first key. */
  titles: Readonly<Record<string, string>>;
  summaries: Readonly<Record<string, string>>;
  /** Percent. */
  passMark: number;
  /** Every file of the package but the manifest itself, relative to it, sorted. */
  files: readonly string[];
}

/** The page that opens; it stands at the root of every package. */
export const launchFile = 'index.html';

const first = (texts: Readonly<Record<string, string>>): string => Object.values(texts)[0] ?? '';

/** `imsmanifest.xml` of SCORM 1.2 (Content Aggregation Model 2.3): one SCO for the whole course. */
export function scorm12Manifest({ identifier, version, titles, passMark, files }: ManifestFacts): string {
  const title = first(titles);
  return writeXml(
    xml(
      'manifest',
      { identifier, version, xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2' },
      xml('metadata', {}, xml('schema', {}, 'ADL SCORM'), xml('schemaversion', {}, '1.2')),
      xml(
        'organizations',
        { default: 'course' },
        xml('organization', { identifier: 'course' }, xml('title', {}, title), xml('item', { identifier: 'item', identifierref: 'sco' }, xml('title', {}, title), xml('adlcp:masteryscore', {}, String(passMark)))),
      ),
      resources('adlcp:scormtype', files),
    ),
  );
}

/** `imsmanifest.xml` of SCORM 2004 4th Edition (Content Aggregation Model 3.4, Sequencing and Navigation 3.7 and 3.10). */
export function scorm2004Manifest({ identifier, version, titles, passMark, files }: ManifestFacts): string {
  const title = first(titles);
  const objectives = xml(
    'imsss:objectives',
    {},
    xml('imsss:primaryObjective', { objectiveID: 'passed', satisfiedByMeasure: 'true' }, xml('imsss:minNormalizedMeasure', {}, share(passMark))),
  );
  // The course says itself when it is completed and passed: some players would else complete it on exit.
  const sequencing = xml('imsss:sequencing', {}, objectives, xml('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' }));
  return writeXml(
    xml(
      'manifest',
      {
        identifier, version,
        xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
        'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
        'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
      },
      xml('metadata', {}, xml('schema', {}, 'ADL SCORM'), xml('schemaversion', {}, '2004 4th Edition')),
      xml(
        'organizations',
        { default: 'course' },
        xml(
          'organization',
          { identifier: 'course' },
          xml('title', {}, title),
          xml('item', { identifier: 'item', identifierref: 'sco' }, xml('title', {}, title), sequencing),
          xml('imsss:sequencing', {}, xml('imsss:controlMode', { choice: 'true', flow: 'true' })),
        ),
      ),
      resources('adlcp:scormType', files),
    ),
  );
}

/** The one SCO. The attribute that says so is written differently in the two editions. */
function resources(scormType: 'adlcp:scormtype' | 'adlcp:scormType', files: readonly string[]): XmlElement {
  return xml('resources', {}, xml('resource', { identifier: 'sco', type: 'webcontent', [scormType]: 'sco', href: launchFile }, ...files.map((href) => xml('file', { href }))));
}

/** `cmi5.xml` (cmi5 1st Edition, 13.1 and 14): a course of one assignable unit. */
export function cmi5Structure({ activity, titles, summaries, passMark }: ManifestFacts): string {
  const words = () => [xml('title', {}, ...langstrings(titles)), xml('description', {}, ...langstrings(summaries))];
  return writeXml(
    xml(
      'courseStructure',
      { xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' },
      xml('course', { id: activity }, ...words()),
      xml(
        'au',
        { id: unitOf(activity), moveOn: 'CompletedAndPassed', masteryScore: share(passMark), launchMethod: 'AnyWindow', activityType: 'http://adlnet.gov/expapi/activities/course' },
        ...words(),
        xml('url', {}, launchFile),
      ),
    ),
  );
}

/** The id of the assignable unit: no two ids of a course structure may be alike. */
const unitOf = (activity: string): string => `${activity}/unit`;

const langstrings = (texts: Readonly<Record<string, string>>): XmlElement[] => Object.entries(texts).map(([lang, text]) => xml('langstring', { lang }, text));

/** `tincan.xml`: how xAPI packages are launched where cmi5 is not known (Tin Can launch, https://github.com/RusticiSoftware/launch). */
export function tincanStructure({ activity, titles, summaries }: ManifestFacts): string {
  const [locale = ''] = Object.keys(titles);
  return writeXml(
    xml(
      'tincan',
      { xmlns: 'http://projecttincan.com/tincan.xsd' },
      xml(
        'activities',
        {},
        xml(
          'activity',
          { id: activity, type: 'http://adlnet.gov/expapi/activities/course' },
          ...Object.entries(titles).map(([lang, text]) => xml('name', { lang }, text)),
          ...Object.entries(summaries).map(([lang, text]) => xml('description', { lang }, text)),
          xml('launch', { lang: locale }, launchFile),
        ),
      ),
    ),
  );
}

/** Percent as a measure from 0 to 1, without trailing zeros. */
const share = (percent: number): string => String(percent / 100);
