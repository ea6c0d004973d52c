/** What a schema refuses, said so that an author can correct it: the key, what stands there, what to write. */
import { z } from 'astro/zod';
import { didYouMean, nearest, oneOf } from './nearest.ts';
import type { ReadingRule } from './problem.ts';

export interface ShapeProblem {
  rule: ReadingRule;
  path: PropertyKey[];
  what: string;
  write: string;
}

type Issue = z.core.$ZodIssue;
interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  valueType?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: z.ZodType[];
  discriminator?: string;
}
const definition = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** All problems of `data`, an empty list when the schema accepts it. */
export function shapeProblems(schema: z.ZodType, data: unknown): ShapeProblem[] {
  const parsed = schema.safeParse(data);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => explain(schema, data, issue, []));
}

function explain(schema: z.ZodType, data: unknown, issue: Issue, base: PropertyKey[]): ShapeProblem[] {
  const path = [...base, ...issue.path];
  const key = `"${nameOf(path)}"`;
  const found = valueAt(data, path);
  const help = describe(schema, data, path);
  const rule = ruleFor(path, found);
  const problem = (what: string, write: string): ShapeProblem[] => [{ rule, path, what, write }];

  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, data, path);
      return issue.keys.map((name) => ({ rule: 'shape', path: [...path, name], what: `unknown key "${name}"${place(path)}`, write: didYouMean(name, known) }));
    }
    case 'invalid_union': {
      if (issue.errors.length === 0) return problem(`${key} is ${show(found)}`, didYouMean(String(found), discriminators(schema, data, path)));
      const union = schemaAt(schema, data, path, 'whole').schema;
      const options = union ? (definition(union).options ?? []) : [];
      const meant = union ? branchFor(definition(union), found) : undefined;
      const branch = issue.errors[meant ? options.indexOf(meant) : 0] ?? issue.errors[0] ?? [];
      return branch.flatMap((inner) => explain(schema, data, inner, path));
    }
    case 'invalid_type':
      if (found === undefined) return problem(`${key} is missing${place(path.slice(0, -1))}`, help || `${nameOf(path)}: ${typeWord(issue.expected)}`);
      return problem(`${key} is ${show(found)}, not ${typeWord(issue.expected)}`, quoted(found, issue.expected) ?? (help || typeWord(issue.expected)));
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (found === undefined) return problem(`${key} is missing${place(path.slice(0, -1))}`, oneOf(values));
      return problem(`${key} is ${show(found)}`, nearest(String(found), values) ? didYouMean(String(found), values) : oneOf(values));
    }
    case 'too_small':
      if (issue.origin === 'string') return problem(`${key} is empty${place(path.slice(0, -1))}`, help || 'the text');
      return problem(`${key} has ${size(found)}, at least ${issue.minimum} needed`, help || `at least ${issue.minimum}`);
    case 'too_big':
      return problem(`${key} is ${size(found)}, at most ${issue.maximum} allowed`, help || `at most ${issue.maximum}`);
    case 'invalid_key':
      return problem(`the key ${key} is not allowed here`, issue.issues[0]?.message ?? 'another key');
    case 'invalid_format':
      return problem(`${key} is ${show(found)}`, issue.format === 'url' ? 'a whole address, like "https://example.org/page"' : issue.message);
    default:
      return problem(`${key} is ${show(found)}`, issue.message);
  }
}

/** Two kinds of gaps have rules of their own, so that their names stay the same wherever the gap is found. */
function ruleFor(path: PropertyKey[], found: unknown): ReadingRule {
  const last = path.at(-1);
  const absent = found === undefined || found === null || (typeof found === 'string' && found.trim() === '');
  if (absent && last === 'feedback') return 'missing-feedback';
  if (absent && (last === 'date' || last === 'checked' || last === 'expires')) return 'date-missing';
  return 'shape';
}

/** The schema at a path; inside a union, the branch whose discriminator or keys fit the data. */
function schemaAt(schema: z.ZodType, data: unknown, path: PropertyKey[], unions: 'branch' | 'whole' = 'branch'): { schema: z.ZodType | undefined; description: string } {
  let current: z.ZodType | undefined = schema;
  let value = data;
  let description = '';
  const unwrap = (isLast: boolean): void => {
    while (current) {
      description ||= current.description ?? '';
      const inner = definition(current);
      if (inner.innerType) current = inner.innerType;
      else if (inner.type === 'pipe' && inner.in) current = inner.in;
      else if (inner.type === 'union' && !(isLast && unions === 'whole')) current = branchFor(inner, value);
      else break;
    }
  };
  unwrap(path.length === 0);
  for (const [index, segment] of path.entries()) {
    if (!current) break;
    description = '';
    const inner = definition(current);
    current = inner.shape?.[String(segment)] ?? inner.element ?? inner.valueType;
    value = valueAt(value, [segment]);
    unwrap(index === path.length - 1);
  }
  return { schema: current, description };
}

function branchFor(union: Definition, value: unknown): z.ZodType | undefined {
  const options = union.options ?? [];
  if (typeof value !== 'object' || value === null) return options[0];
  const keys = Object.keys(value);
  const fit = (option: z.ZodType): number => {
    const shape = definition(option).shape ?? {};
    const { discriminator } = union;
    if (discriminator) return shape[discriminator]?.safeParse((value as Record<string, unknown>)[discriminator]).success ? 1 : 0;
    const exact = keys.filter((key) => key in shape).length;
    return exact + keys.filter((key) => !(key in shape) && nearest(key, Object.keys(shape))).length / 2;
  };
  return options.reduce<z.ZodType | undefined>((best, option) => (!best || fit(option) > fit(best) ? option : best), undefined);
}

/** The `.describe()` sentence of the field at a path; empty where there is none. */
export const describe = (schema: z.ZodType, data: unknown, path: PropertyKey[]): string => schemaAt(schema, data, path).description;

function keysAt(schema: z.ZodType, data: unknown, path: PropertyKey[]): string[] {
  const at = schemaAt(schema, data, path).schema;
  return at ? Object.keys(definition(at).shape ?? {}) : [];
}

/** The values a discriminator may have, such as the kinds of question. */
function discriminators(schema: z.ZodType, data: unknown, path: PropertyKey[]): string[] {
  const union = schemaAt(schema, data, path.slice(0, -1), 'whole').schema;
  const { options = [], discriminator = '' }: Partial<Definition> = union ? definition(union) : {};
  return options.flatMap((option) => {
    const field = definition(option).shape?.[discriminator];
    return field instanceof z.ZodLiteral ? [...field.values].map(String) : [];
  });
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), data);
}

const nameOf = (path: readonly PropertyKey[]): string => {
  const names = path.filter((key) => typeof key === 'string');
  return typeof path.at(-1) === 'number' ? `${String(names.at(-1) ?? 'list')}[${Number(path.at(-1)) + 1}]` : String(path.at(-1) ?? 'the file');
};
const place = (path: readonly PropertyKey[]): string => (path.length > 0 ? ` in "${path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join(' › ')}"` : '');
const show = (value: unknown): string => {
  if (value === undefined || value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  return typeof value === 'string' ? `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"` : String(value);
};
const size = (value: unknown): string => (Array.isArray(value) ? `${value.length} ${value.length === 1 ? 'entry' : 'entries'}` : show(value));
const typeWords: Record<string, string> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list: [a, b]', object: 'a group of keys', record: 'a group of ids with their texts',
};
const typeWord = (expected: string): string => typeWords[expected] ?? expected;
const quoted = (found: unknown, expected: string): string | undefined =>
  expected === 'string' && (typeof found === 'number' || typeof found === 'boolean') ? `"${String(found)}" in quotes` : undefined;
