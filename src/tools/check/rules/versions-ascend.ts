import type { Rule } from '../rule.ts';

/** Versions of a module go up, in number and in date: the last one is in force, and what a learner did is compared with it. */
export const versionsAscend: Rule = {
  name: 'versions-ascend',
  *check({ modules }) {
    for (const { key } of modules) {
      const versions = key?.value?.versions ?? [];
      for (const [index, { version, date }] of versions.entries()) {
        const before = versions[index - 1];
        const at = { file: key!.file, line: key!.lineOf(['versions', index]) };
        if (before && version <= before.version) yield { ...at, what: `version ${version} stands after version ${before.version}`, write: `version ${before.version + 1}, at the end` };
        else if (before && date < before.date) yield { ...at, what: `version ${version} is of ${date}, version ${before.version} of ${before.date}`, write: 'dates that go up' };
      }
    }
  },
};
