import { describe, expect, it } from 'vitest';
import { cmi5Structure, scorm12Manifest, scorm2004Manifest, tincanStructure, type ManifestFacts } from '../../../../src/core/package/manifests.ts';
import { schemaFaults } from './validate-manifest.ts';

const facts: ManifestFacts = {
  activity: 'urn:farol:course:driver',
  identifier: 'farol-driver',
  version: 3,
  titles: { 'pt-BR': 'Motoristas & transporte <1>', th: 'คนขับรถ' },
  summaries: { 'pt-BR': 'Você vê quem viaja.', th: 'คุณเห็นคนเดินทาง' },
  passMark: 85,
  files: ['README.txt', 'assets/package.ABCDEFGH.js', 'farol-package.json', 'index.html', 'th.html'],
};
const manifests = { scorm12: scorm12Manifest, scorm2004: scorm2004Manifest };

describe.each(['scorm12', 'scorm2004'] as const)('imsmanifest.xml of %s', (edition) => {
  const manifest = manifests[edition](facts);

  it('is valid by the official schemas', async () => {
    expect(await schemaFaults(manifest, edition)).toEqual([]);
  });

  it('is held by schemas that find a fault in each part', async () => {
    const faults: [string, string][] = [
      ['<organizations default="course">', '<organisations default="course">'],
      ['identifierref="sco"', 'identifierRef="sco"'],
      ['scormType="sco"', 'scormType="SCO"'],
      ['scormtype="sco"', 'scormtype="SCO"'],
      ['minNormalizedMeasure>0.85<', 'minNormalizedMeasure>85<'],
      ['adlcp:masteryscore>', 'adlcp:masteryScore>'],
    ];
    for (const [right, wrong] of faults.filter(([text]) => manifest.includes(text))) {
      const broken = right.startsWith('<organizations') ? manifest.replaceAll('organizations', 'organisations') : manifest.replaceAll(right, wrong);
      expect(await schemaFaults(broken, edition), wrong).not.toEqual([]);
    }
  });

  it('names its edition exactly, and no schema files that are not in the package', () => {
    expect(/<schemaversion>([^<]*)</.exec(manifest)?.[1]).toBe({ scorm12: '1.2', scorm2004: '2004 4th Edition' }[edition]);
    expect(manifest).toContain({ scorm12: 'adlcp:scormtype="sco"', scorm2004: 'adlcp:scormType="sco"' }[edition]);
    expect(manifest).not.toContain('schemaLocation');
  });

  it('has one SCO with every file of the package', () => {
    expect(manifest.match(/<resource /g)).toHaveLength(1);
    expect([...manifest.matchAll(/<file href="([^"]*)"/g)].map(([, href]) => href)).toEqual(facts.files);
    expect(/<resource [^>]*href="([^"]*)"/.exec(manifest)?.[1]).toBe('index.html');
  });

  it('is named in the first language of the package', () => {
    expect(manifest).toContain('<title>Motoristas &amp; transporte &lt;1&gt;</title>');
  });

  it('carries the pass mark in the way of its edition', () => {
    expect(manifest).toContain({ scorm12: '<adlcp:masteryscore>85</adlcp:masteryscore>', scorm2004: '<imsss:minNormalizedMeasure>0.85</imsss:minNormalizedMeasure>' }[edition]);
  });
});

describe('imsmanifest.xml of scorm2004', () => {
  it('leaves completion and success to the course', () => {
    expect(scorm2004Manifest(facts)).toContain('<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>');
    expect(scorm2004Manifest(facts)).toContain('satisfiedByMeasure="true"');
  });
});

/** No npm package carries the schema of cmi5 course structures: these are its rules that a course of one unit can break. */
describe('cmi5.xml', () => {
  const structure = cmi5Structure(facts);
  const inside = (element: string) => new RegExp(`<${element}[ >][^]*</${element}>`).exec(structure)?.[0] ?? '';

  it('has the namespace of course structures and one course before its units (13.1)', () => {
    expect(structure).toContain('<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">');
    expect([...structure.matchAll(/^ {2}<(\w+)/gm)].map(([, name]) => name)).toEqual(['course', 'au']);
  });

  it('gives course and unit ids that are absolute IRIs and not alike (13.1.1, 13.1.4)', () => {
    const ids = [...structure.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i);
  });

  it('gives both a title and a description, in every language of the package', () => {
    for (const element of ['course', 'au']) {
      for (const words of ['title', 'description']) {
        const [text = ''] = new RegExp(`<${words}>[^]*?</${words}>`).exec(inside(element)) ?? [];
        expect([...text.matchAll(/<langstring lang="([^"]*)">[^<]+</g)].map(([, lang]) => lang), `${element} ${words}`).toEqual(['pt-BR', 'th']);
      }
    }
  });

  it('puts title, description and url into the order that the schema wants', () => {
    expect([...inside('au').matchAll(/^ {4}<(\w+)/gm)].map(([, name]) => name)).toEqual(['title', 'description', 'url']);
  });

  it('starts a file of the package, without the parameters that belong to the launch', () => {
    const url = /<url>([^<]*)</.exec(structure)?.[1] ?? '';
    expect(facts.files).toContain(url);
    expect(url).not.toMatch(/[?&](endpoint|fetch|actor|registration|activityId)=/);
  });

  it('counts as done when it is completed and passed, with a mastery score of at most four decimals', () => {
    expect(structure).toMatch(/moveOn="CompletedAndPassed"/);
    expect(structure).toMatch(/masteryScore="0\.\d{1,4}"/);
    expect(structure).toMatch(/launchMethod="AnyWindow"/);
    for (let mark = 1; mark <= 100; mark++) expect(/masteryScore="([^"]*)"/.exec(cmi5Structure({ ...facts, passMark: mark }))?.[1], String(mark)).toMatch(/^(1|0\.\d{1,4})$/);
  });
});

describe('tincan.xml', () => {
  it('names the course as an activity in every language, and what to open', () => {
    const structure = tincanStructure(facts);
    expect(structure).toContain('<tincan xmlns="http://projecttincan.com/tincan.xsd">');
    expect(structure).toContain('<activity id="urn:farol:course:driver" type="http://adlnet.gov/expapi/activities/course">');
    expect([...structure.matchAll(/<name lang="([^"]*)"/g)].map(([, lang]) => lang)).toEqual(['pt-BR', 'th']);
    expect(structure).toContain('<launch lang="pt-BR">index.html</launch>');
  });
});
