/** Writes into a translated file what it says about itself, and changes nothing else in it. */
import type { Stamp } from '../../core/translation/status.ts';
import { stampKeys, uiStampKey, type TextKind } from '../../core/translation/units.ts';
import { splitFrontMatter } from '../content/front-matter.ts';

/** @param text the file as it is on the disk */
export function withStamp(kind: TextKind, text: string, stamp: Stamp): string {
  const pairs = stampKeys.flatMap((key) => (stamp[key] === undefined ? [] : [[key, stamp[key]] as const]));
  const yaml = pairs.map(([key, value]) => `${key}: ${key === 'state' ? value : JSON.stringify(value)}\n`).join('');
  switch (kind) {
    case 'lesson':
    case 'notes':
      return `---\n${yaml}---\n\n${splitFrontMatter(text).body.replace(/^\s*\n/, '')}`;
    case 'ui': {
      const entry = `"${uiStampKey}": { ${pairs.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(', ')} }`;
      const bare = text.replace(new RegExp(`\\s*"${uiStampKey}"\\s*:\\s*\\{[^{}]*\\}\\s*(,?)`), '');
      return bare.replace(/^\s*\{\s*(\}?)/, (_, empty: string) => (empty ? `{\n  ${entry}\n}` : `{\n  ${entry},\n  `));
    }
    default:
      return yaml + text.replace(new RegExp(`^(?:${stampKeys.join('|')}):.*(?:\\n|$)`, 'gm'), '');
  }
}
