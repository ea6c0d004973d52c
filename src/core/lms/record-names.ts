/**
 * Authored ids in a compact record.
 *
 * An id is written as 16 bits of a hash at its first use and as its place in the list of those used from then on; so a question that an author adds, removes
 * or moves changes the meaning of nothing. Ids are looked up among those of their parent (the options of one question), where two hashes hardly ever meet;
 * where they do, and for ids that the page does not know, the id itself is written.
 */
import type { ByteReader, ByteWriter } from './compact-bytes.ts';
import type { CourseTable, TableModule, TableQuestion } from './course-table.ts';

/**
 * | scope       | ids                                          |
 * |-------------|----------------------------------------------|
 * | `in`        | the course and its modules                    |
 * | `q:<m>`     | questions of a module                         |
 * | `o:<m>/<q>` | options, or the `option=answer` pairs of a match |
 * | `n:<m>`     | nodes of the module's scenario                 |
 * | `c:<m>/<n>` | choices at a node                             |
 *
 * Any other scope holds texts.
 */
export type NameScope = string;

const known = new WeakMap<CourseTable, Map<NameScope, ReadonlyMap<number, string | null>>>();

/** Hash → the one id that has it; null where two have it. */
function namesIn(table: CourseTable, scope: NameScope): ReadonlyMap<number, string | null> {
  const scopes = known.get(table) ?? new Map<NameScope, ReadonlyMap<number, string | null>>();
  known.set(table, scopes);
  const found = scopes.get(scope);
  if (found) return found;
  const names = new Map<number, string | null>();
  for (const name of new Set(candidates(table, scope))) {
    const hash = hash16(name);
    names.set(hash, names.has(hash) ? null : name);
  }
  scopes.set(scope, names);
  return names;
}

function candidates(table: CourseTable, scope: NameScope): readonly string[] {
  if (scope === 'in') return [table.id, ...table.modules.map(({ id }) => id)];
  const [kind, of = ''] = scope.split(':');
  const [moduleId = '', part = ''] = of.split('/');
  const module = table.modules.find(({ id }) => id === moduleId);
  if (!module) return [];
  if (kind === 'q') return module.questions.map(({ id }) => id);
  if (kind === 'o') return optionsOf(module, part);
  if (kind === 'n') return Object.keys(module.nodes ?? {});
  return kind === 'c' && module.nodes && Object.hasOwn(module.nodes, part) ? module.nodes[part]! : [];
}

function optionsOf({ questions }: TableModule, id: string): string[] {
  const question: TableQuestion | undefined = questions.find((each) => each.id === id);
  return question?.options.flatMap((option) => (question.kind === 'match' ? (question.answers ?? []).map((answer) => `${option}=${answer}`) : [option])) ?? [];
}

/** FNV-1a, folded to 16 bits; never 0, which stands for a name that is written out. */
function hash16(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return ((hash >>> 16) ^ (hash & 0xffff)) || 1;
}

export class NameWriter {
  private readonly used = new Map<NameScope, Map<string, number>>();
  private readonly table: CourseTable;
  private readonly out: ByteWriter;

  constructor(table: CourseTable, out: ByteWriter) {
    this.table = table;
    this.out = out;
  }

  write(scope: NameScope, name: string): void {
    const used = this.used.get(scope) ?? new Map<string, number>();
    this.used.set(scope, used);
    const place = used.get(name) ?? used.size;
    this.out.number(place);
    if (place < used.size) return;
    used.set(name, place);
    const hash = hash16(name);
    const isKnown = namesIn(this.table, scope).get(hash) === name;
    this.out.fixed(isKnown ? hash : 0, 2);
    if (!isKnown) this.out.text(name);
  }
}

export class NameReader {
  private readonly used = new Map<NameScope, string[]>();
  private readonly table: CourseTable;
  private readonly input: ByteReader;

  constructor(table: CourseTable, input: ByteReader) {
    this.table = table;
    this.input = input;
  }

  /** For an id that the course no longer has, a name of which `isGone` is true: its own, so that what is listed under it stays apart. */
  read(scope: NameScope): string {
    const used = this.used.get(scope) ?? [];
    this.used.set(scope, used);
    const place = this.input.number();
    if (place < used.length) return used[place]!;
    const hash = this.input.fixed(2);
    const name = hash === 0 ? this.input.text() : (namesIn(this.table, scope).get(hash) ?? `${gone}${scope}#${used.length}`);
    used.push(name);
    return name;
  }
}

const gone = '\u0000gone:';

export function isGone(name: string): boolean {
  return name.startsWith(gone);
}
