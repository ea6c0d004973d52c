/** What would break the lesson as MDX, or is Markdown that the guide leaves out. Elements are the scanner's business. */
import { findLessonElement } from './lesson-elements.ts';

interface SyntaxProblem { offset: number; what: string; write: string }

const tag = /<\/?[A-Za-z][^<>]*>/g;
const linePatterns: { pattern: RegExp; what: string; write: string }[] = [
  { pattern: /^\s*#{1,6}\s/, what: 'a Markdown heading', write: '<Section id="…" title="…"> around the passage' },
  { pattern: /^(import|export)\s/, what: 'an import or export', write: 'the element alone; the site knows where it comes from' },
  { pattern: /^\s*\|.*\|\s*$/, what: 'a table', write: 'a list' },
  { pattern: /^\s*(```|~~~)/, what: 'a block of code', write: 'plain text' },
  { pattern: /!\[[^\]]*\]\(/, what: 'an image', write: '<Illustration id="…" />, with its drawing in illustrations/' },
  { pattern: /^(---|\*\*\*|===+)\s*$/, what: 'front matter or a rule', write: 'nothing; title and the rest stand in the .yaml file' },
  { pattern: /<!--/, what: 'an HTML comment', write: 'nothing; MDX cannot read it' },
];

export function* lessonSyntaxProblems(text: string): Generator<SyntaxProblem> {
  const lines = text.split('\n');
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    const found = linePatterns.find(({ pattern }) => pattern.test(line));
    if (found) yield { offset, what: `${found.what} in a lesson`, write: found.write };
    const words = line.replace(tag, (whole) => ' '.repeat(whole.length));
    const brace = words.search(/[{}]/);
    if (brace !== -1) yield { offset: offset + brace, what: `"${words[brace]}" begins code in a lesson`, write: 'the words without braces' };
    const less = found ? -1 : words.indexOf('<');
    if (less !== -1) yield { offset: offset + less, what: '"<" begins an element in a lesson', write: 'a whole element of the guide, or the word "less"' };
    const alone = tagPlace(lines, index);
    if (alone) yield { offset, ...alone };
    offset += line.length + 1;
  }
}

/** Block tags stand on a line of their own between blank lines: otherwise MDX takes what follows for plain text or fails. */
function tagPlace(lines: readonly string[], index: number): Omit<SyntaxProblem, 'offset'> | undefined {
  const line = lines[index]!;
  for (const [whole] of line.matchAll(tag)) {
    const name = /[A-Za-z]\w*/.exec(whole)?.[0] ?? '';
    const form = findLessonElement(name)?.form;
    if (!form || form === 'inline') continue;
    const alone = form === 'line' ? /^\s*<Say>.*<\/Say>\s*$/.test(line) || line.trim() === whole : line.trim() === whole;
    if (!alone) return { what: `${whole} shares its line with other text`, write: `${whole} on a line of its own` };
    const around = [lines[index - 1] ?? '', lines[index + 1] ?? ''];
    const isInsideSay = form === 'line' && line.trim() === whole;
    if (!isInsideSay && around.some((other) => other.trim() !== '')) return { what: `${whole} has no blank line before and after`, write: 'a blank line on both sides' };
  }
  return undefined;
}
