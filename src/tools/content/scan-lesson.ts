import { findLessonElement, lessonElements, type LessonElementName } from './lesson-elements.ts';
import type { Block, Lesson, PlacedElement } from './lesson.ts';
import { didYouMean } from './nearest.ts';
import type { Problem } from './problem.ts';
import { lessonSyntaxProblems } from './lesson-syntax.ts';
import { plainWords } from './plain-words.ts';

const tagPattern = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*)\s*(\/?)>/g;
const attributePattern = /([A-Za-z][\w:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\{[^{}]*\})))?/g;

type Open = PlacedElement & { title?: string };
type Run = { raw: string; fact: boolean };

/** Reads a lesson; what is no lesson text goes to `report`, and the rest is read all the same. */
export function scanLesson(file: string, source: string, report: (problem: Problem) => void): Lesson {
  const text = source.replace(/\r\n/g, '\n');
  const lineAt = lineCounter(text);
  const lesson: Lesson = { file, text, elements: [], blocks: [], links: [], sections: [] };
  const stack: Open[] = [];
  let runs: Run[] = [];
  let blockOffset = 0;
  const refuse = (rule: 'lesson-syntax' | 'unknown-element', offset: number, what: string, write: string): void =>
    report({ rule, file, line: lineAt(offset), what, write });
  const inside = (): LessonElementName[] => stack.map((open) => open.name);
  const section = (): string | undefined => stack.find((open) => open.name === 'Section')?.attributes['id'];

  const endBlock = (): void => {
    const whole = runs.map((run) => run.raw).join('');
    const lead = whole.length - whole.trimStart().length;
    const line = lineAt(blockOffset + lead);
    const parts = runs.map((run) => ({ ...plainWords(run.raw), fact: run.fact }));
    for (const part of parts) lesson.links.push(...part.links.map((link) => ({ target: link.target, line: line + breaks(whole.slice(lead, whole.indexOf(link.raw))) })));
    const words = parts.map((part) => part.text).join('');
    const outside = parts.map((part) => (part.fact ? part.text.replace(/[^\n]/g, ' ') : part.text)).join('');
    const from = words.length - words.trimStart().length;
    if (words.trim() !== '') {
      const end = words.trimEnd().length;
      lesson.blocks.push({ text: words.slice(from, end), outsideFacts: outside.slice(from, end), line, inside: inside().filter((name) => name !== 'Fact'), section: section() });
    }
    runs = [];
  };
  const addText = (from: number, to: number): void => {
    const fact = stack.at(-1)?.name === 'Fact';
    let offset = from;
    for (const piece of text.slice(from, to).split(/(?<=\n)/)) {
      const isBlank = piece.trim() === '' && piece.endsWith('\n') && (offset === 0 || text[offset - 1] === '\n');
      const item = offset === 0 || text[offset - 1] === '\n' ? /^\s*(?:[-*+]|\d+[.)])\s+/.exec(piece) : null;
      if (isBlank || item) endBlock();
      if (!isBlank) {
        const skipped = item ? item[0].length : 0;
        if (runs.length === 0) blockOffset = offset + skipped;
        runs.push({ raw: piece.slice(skipped), fact });
      }
      offset += piece.length;
    }
  };

  let position = 0;
  for (const tag of text.matchAll(tagPattern)) {
    addText(position, tag.index);
    position = tag.index + tag[0].length;
    const [, slash, name = '', attributeText = '', selfClosing] = tag;
    const element = findLessonElement(name);
    if (!element) {
      if (!slash) refuse('unknown-element', tag.index, `<${name}> is no element of the guide`, didYouMean(name, Object.keys(lessonElements)));
      continue;
    }
    const known = name as LessonElementName;
    if (element.form !== 'inline') endBlock();
    if (slash) {
      close(known, tag.index);
      continue;
    }
    const attributes = readAttributes(known, attributeText, tag.index);
    const placed: PlacedElement = { name: known, attributes, line: lineAt(tag.index), inside: inside(), offset: tag.index };
    lesson.elements.push(placed);
    if (element.form === 'single') {
      if (!selfClosing) refuse('lesson-syntax', tag.index, `<${name}> is not closed`, `${tag[0].slice(0, -1).trimEnd()} />`);
    } else if (selfClosing) refuse('lesson-syntax', tag.index, `<${name} /> has nothing in it`, `<${name}> … </${name}>`);
    else stack.push(placed);
  }
  addText(position, text.length);
  endBlock();
  for (const open of stack) refuse('lesson-syntax', open.offset, `<${open.name}> is never closed`, `</${open.name}> at its end`);
  for (const problem of lessonSyntaxProblems(text)) refuse('lesson-syntax', problem.offset, problem.what, problem.write);

  lesson.sections = lesson.elements.filter((element) => element.name === 'Section').map((element) => {
    const { id = '', title = '' } = element.attributes;
    return { id, title, line: element.line, text: sectionText(lesson.blocks, id) };
  });
  return lesson;

  function close(name: LessonElementName, offset: number): void {
    const open = stack.at(-1);
    if (open?.name === name) stack.pop();
    else if (stack.some((element) => element.name === name)) {
      refuse('lesson-syntax', offset, `</${name}> closes while <${open?.name}> of line ${open?.line} is open`, `</${open?.name}> before it`);
      while (stack.length > 0 && stack.pop()?.name !== name);
    } else refuse('lesson-syntax', offset, `</${name}> closes nothing`, `<${name}> before it, or remove it`);
  }

  function readAttributes(name: LessonElementName, attributeText: string, offset: number): Record<string, string> {
    const attributes: Record<string, string> = {};
    const { attributes: allowed, required } = findLessonElement(name)!;
    for (const [, key = '', double, single, expression] of attributeText.matchAll(attributePattern)) {
      if (!allowed.includes(key)) refuse('unknown-element', offset, `<${name}> has no attribute "${key}"`, allowed.length > 0 ? didYouMean(key, allowed) : `<${name}> alone`);
      else if (expression !== undefined) refuse('lesson-syntax', offset, `${key}=${expression} is code`, `${key}="…" with a text in quotes`);
      else attributes[key] = double ?? single ?? '';
    }
    for (const key of required) if (!attributes[key]?.trim()) refuse('lesson-syntax', offset, `<${name}> has no ${key}`, `<${name} ${key}="…">`);
    return attributes;
  }
}

const breaks = (text: string): number => text.match(/\n/g)?.length ?? 0;

const sectionText = (blocks: readonly Block[], id: string): string =>
  blocks.filter((block) => block.section === id).map((block) => block.text.replace(/\s+/g, ' ')).join('\n\n');

function lineCounter(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  return (offset) => {
    const next = starts.findIndex((start) => start > offset);
    return next === -1 ? starts.length : next;
  };
}
