/** A YAML (or JSON) file of content/ that still knows on which line each key stands. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Node, type YAMLParseError } from 'yaml';
import type { z } from 'astro/zod';
import type { Stamp } from '../../core/translation/status.ts';
import type { Problem } from './problem.ts';
import { shapeProblems } from './shape-problems.ts';

export type Path = readonly PropertyKey[];

export interface YamlFile<T> {
  file: string;
  text: string;
  /** What the file says, before any schema; undefined when it cannot be parsed. */
  data: unknown;
  /** What the file says, checked; undefined when `problems` of the content name this file. */
  value: T | undefined;
  /** What a translated file says about itself where that is no part of `value`. */
  stamp?: Stamp;
  /** Line of the key or list item at this path; of its nearest existing parent when it does not exist. */
  lineOf(path: Path): number;
}

/** The mistakes that authors make, in their words; rarer ones in the parser's. */
function syntaxWords({ code, message }: YAMLParseError): Pick<Problem, 'what' | 'write'> {
  if (code === 'DUPLICATE_KEY') return { what: 'the same key stands twice', write: 'each key once' };
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return { what: 'a text with ": " in it stands without quotes', write: 'the text in "…"' };
  if (code === 'TAB_AS_INDENT') return { what: 'a tab at the start of a line', write: 'spaces' };
  return { what: message.replace(/\s+/g, ' ').replace(/\.$/, ''), write: 'correct YAML; a text that contains ": ", "#" or quotes stands in quotes' };
}

/**
 * Reads one file; every problem goes to `report`, and `value` is then undefined.
 * @param checked what of the data the schema looks at
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>, report: (problem: Problem) => void, checked: (data: unknown) => unknown = (data) => data): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const line = (offset: number): number => lines.linePos(offset).line;
  const lineOf = (path: Path): number => {
    let node: Node | null | undefined = document.contents;
    let offset = 0;
    for (const segment of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(segment));
        if (!pair || !isScalar(pair.key)) break;
        offset = pair.key.range?.[0] ?? offset;
        node = pair.value as Node | null;
      } else if (isSeq(node)) {
        node = node.items[Number(segment)] as Node | undefined;
        if (!node) break;
        offset = node.range?.[0] ?? offset;
      } else break;
    }
    return line(offset);
  };

  const syntax = document.errors.map((error): Problem => ({
    rule: 'yaml-syntax', file, line: line(error.pos[0]),
    ...syntaxWords(error),
  }));
  syntax.forEach(report);
  if (syntax.length > 0) return { file, text, data: undefined, value: undefined, lineOf };

  // The site's own YAML reader makes a Date of an unquoted day; this one keeps it as text.
  let bareDates = 0;
  visit(document, {
    Scalar(_, node) {
      if (node.type !== 'PLAIN' || typeof node.value !== 'string' || !/^\d{4}-\d{1,2}-\d{1,2}/.test(node.value)) return;
      bareDates++;
      report({ rule: 'shape', file, line: line(node.range?.[0] ?? 0), what: `the date ${node.value} stands without quotes`, write: `"${node.value}"` });
    },
  });

  const data: unknown = document.toJS();
  const looked = checked(data);
  const problems = shapeProblems(schema, looked).map(({ path, ...problem }): Problem => ({ ...problem, file, line: lineOf(path) }));
  problems.forEach(report);
  const parsed = schema.safeParse(looked);
  return { file, text, data, value: parsed.success && bareDates === 0 ? parsed.data : undefined, lineOf };
}
