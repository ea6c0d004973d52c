/**
 * The record of one learner in one course as a short text, for LMSs that keep little: 4,096 characters in SCORM 1.2 (RTE 3.4.4.2, cmi.suspend_data), and some cut it earlier.
 *
 * `F1` and base64url of: length of the body, CRC-32 of the body, body. The body:
 *
 * | part      | holds                                                                                                  |
 * |-----------|--------------------------------------------------------------------------------------------------------|
 * | identity  | base of the ids, and the profile where it is not made of the base                                        |
 * | place     | view, passage, scroll in thousandths, locale, country                                                   |
 * | events    | oldest first: verb, what differs from the event before (id, context, version), milliseconds since then, object, result |
 *
 * Ids of the course are short hashes (record-names.ts). An event of a shape that has no short form is written as JSON. What is read is what was written,
 * to the bit, but for slices of active time, which come back as one event for each object, and openings, of which the last one is kept.
 */
import { crc32 } from '../progress/crc32.ts';
import { inOrder } from '../progress/event-order.ts';
import { isEvent, isRecord } from '../progress/event-shape.ts';
import type { Context, Event, Result, Verb } from '../progress/events.ts';
import { parseObject } from '../progress/object-name.ts';
import { ByteReader, ByteWriter, fromCharacters, OutOfBytes, toCharacters } from './compact-bytes.ts';
import type { CourseTable } from './course-table.ts';
import { forgettable, summed } from './forgettable.ts';
import { hex, parseRecordId, recordId, recordProfile, type RecordId } from './record-ids.ts';
import { isGone, NameReader, NameWriter, type NameScope } from './record-names.ts';

/** Where a learner was in the course. */
export interface Place {
  /** Id of the view: `start`, `before`, a module id, `quiz`, `certificate`, `report`. */
  view: string;
  /** Id of the passage that was in front; absent at the top. */
  passage?: string;
  /** How far the view was scrolled, 0 to 1. */
  scroll?: number;
  /** Language that was read. */
  locale: string;
  /** Country that was chosen. */
  country?: string;
}

export interface LmsRecord {
  /** 12 hex digits: the base of the ids in it. */
  base: string;
  /** Profile of all its events. */
  profile: string;
  place?: Place;
  events: readonly Event[];
}

export type ReadRecord =
  /** cut: the end is missing, and the last events with it. */
  | { ok: true; record: LmsRecord; cut: boolean }
  /** empty: nothing was stored. damaged: a text of something else, of a newer Farol, or one that was changed. */
  | { ok: false; reason: 'empty' | 'damaged' };

/** Characters that every LMS with 4,096 takes, with room for those that count otherwise. */
export const recordLimit = 3500;
/** What SCORM 2004 4th edition takes (RTE 4.2.23), and where nobody counts. */
export const largeRecordLimit = 64_000;

const mark = 'F1';
/** The place of a verb is what is written: a new one goes to the end. There is room for fifteen. */
export const writtenVerbs: readonly Verb[] = ['opened', 'answered', 'chose', 'reached', 'completed', 'skipped', 'started', 'finished', 'certified', 'stayed', 'named', 'attested', 'rated'];
const purposes = ['before', 'quiz', 'refresher'] as const;
const objects = ['module', 'course', 'question', 'scenario', 'node', 'quiz', 'profile'] as const;
const settings = ['locale', 'country', 'course', 'module', 'rollout', 'phase'] as const;
const literal = 15;

/**
 * The record as text, never longer than `limit`. What does not fit is left out in this order (forgettable.ts): answers given again later, stories told to their end,
 * answers of old attempts, old attempts, old certificates, answers of completed modules, everything else from the oldest on. Completions and results go last.
 */
export function writeRecord(record: LmsRecord, table: CourseTable, limit: number = recordLimit): string {
  const events = summed(record.events);
  const whole = write({ ...record, events }, table);
  if (whole.length <= limit) return whole;
  const groups = forgettable(events);
  const without = (count: number): string => {
    const gone = new Set(groups.slice(0, count).flat());
    return write({ ...record, events: events.filter((event) => !gone.has(event)) }, table);
  };
  // The fewest groups that must go, found by halving: a phone should not write a hundred records for one.
  let [tooFew, enough] = [0, groups.length];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (without(middle).length <= limit) enough = middle;
    else tooFew = middle;
  }
  const text = without(enough);
  return text.length <= limit ? text : '';
}

/** What a text holds; events of questions that the course no longer has are left out. */
export function readRecord(text: string, table: CourseTable): ReadRecord {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, reason: 'empty' };
  const bytes = trimmed.startsWith(mark) ? fromCharacters(trimmed.slice(mark.length)) : null;
  if (!bytes) return { ok: false, reason: 'damaged' };
  try {
    const head = new ByteReader(bytes);
    const length = head.number();
    const checksum = head.fixed(4);
    const body = head.rest();
    if (body.length > length || (body.length === length && crc32(body) !== checksum)) return { ok: false, reason: 'damaged' };
    return new RecordReader(table, new ByteReader(body)).read(body.length < length);
  } catch (error) {
    if (error instanceof OutOfBytes) return { ok: false, reason: 'damaged' };
    throw error;
  }
}

function write(record: LmsRecord, table: CourseTable): string {
  const body = new RecordWriter(table).write(record);
  const head = new ByteWriter();
  head.number(body.length);
  head.fixed(crc32(body), 4);
  return mark + toCharacters([...head.bytes, ...body]);
}

/** What an event shares with the one before it. */
interface Before {
  id: RecordId | null;
  at: number;
  setting: string;
}

const begin: Before = { id: null, at: 0, setting: '' };

class RecordWriter {
  private readonly out = new ByteWriter();
  private readonly names: NameWriter;
  private readonly sessions: number[] = [];
  private readonly attempts: string[] = [];
  private before = begin;
  private base = '';

  constructor(table: CourseTable) {
    this.names = new NameWriter(table, this.out);
  }

  write({ base, profile, place, events }: LmsRecord): number[] {
    const { out } = this;
    this.base = base;
    out.fixed(parseInt(base, 16), 6);
    out.text(profile === recordProfile(base) ? '' : profile);
    out.byte(place ? 1 : 0);
    if (place) {
      for (const text of [place.view, place.passage ?? '', place.locale, place.country ?? '']) out.text(text);
      out.number(place.scroll === undefined ? 0 : 1 + Math.round(Math.min(1, Math.max(0, place.scroll)) * 1000));
    }
    for (const event of inOrder(events)) this.event(event, profile);
    return out.bytes;
  }

  private event(event: Event, profile: string): void {
    const { out, before } = this;
    if (event.profile !== profile || !hasShortForm(event)) {
      out.byte(literal);
      return out.text(JSON.stringify(event));
    }
    const parts = parseRecordId(event.id);
    const own = parts?.base === this.base ? parts : null;
    const follows = own !== null && own.session === before.id?.session && own.counter === before.id.counter + 1;
    const { attempt, certificate, ...context } = event.context;
    const setting = JSON.stringify([settings.map((name) => context[name]), event.contentVersion]);
    const same = setting === before.setting;
    const at = Date.parse(event.at);

    out.byte(writtenVerbs.indexOf(event.verb) | (follows ? 16 : 0) | (same ? 32 : 0) | (attempt ? 64 : 0) | (certificate ? 128 : 0));
    if (!follows) this.id(event.id, own);
    out.number(at - before.at);
    if (!same) {
      out.byte(settings.reduce((mask, name, place) => mask | (context[name] === undefined ? 0 : 1 << place), 0));
      for (const name of settings) if (context[name] !== undefined) this.names.write(scopeOf(name), context[name]);
      out.number(event.contentVersion);
    }
    if (attempt) this.attempt(attempt);
    if (certificate) for (const text of [certificate.id, certificate.validUntil]) this.names.write('certificate', text);
    this.outcome(event);
    this.before = { id: own, at, setting };
  }

  private id(id: string, own: RecordId | null): void {
    const { out, sessions } = this;
    if (own) {
      const isNew = !sessions.includes(own.session);
      if (isNew) sessions.push(own.session);
      out.number(wholeTypes + sessions.indexOf(own.session));
      if (isNew) out.fixed(own.session, 2);
      return out.number(own.counter);
    }
    const digits = isUuid(id) ? id.replaceAll('-', '') : '';
    out.number(digits ? wholeUuid : wholeText);
    if (digits) for (let at = 0; at < 32; at += 2) out.byte(parseInt(digits.slice(at, at + 2), 16));
    else out.text(id);
  }

  private attempt(attempt: NonNullable<Context['attempt']>): void {
    const { out, attempts } = this;
    const key = JSON.stringify([attempt.id, attempt.purpose, attempt.seed, attempt.draw]);
    const place = attempts.includes(key) ? attempts.indexOf(key) : attempts.length;
    out.number(place);
    if (place < attempts.length) return;
    attempts.push(key);
    const parts = parseRecordId(attempt.id);
    this.id(attempt.id, parts?.base === this.base ? parts : null);
    out.byte(purposes.indexOf(attempt.purpose));
    out.number(attempt.seed);
    this.refs(attempt.draw);
  }

  private refs(refs: readonly string[]): void {
    this.out.number(refs.length);
    for (const ref of refs) {
      const [module = '', question = ''] = ref.split('/');
      this.names.write('in', module);
      this.names.write(`q:${module}`, question);
    }
  }

  private outcome({ object, result = {} }: Event): void {
    const { out, names } = this;
    const { kind, of, part } = parseObject(object)!;
    const shape = kind === 'scenario' && part ? 'node' : kind;
    const { response, score, success, duration } = result;
    out.byte(objects.indexOf(shape) | (response ? 8 : 0) | (score !== undefined ? 16 : 0) | (duration !== undefined ? 32 : 0) | (success !== undefined ? 64 : 0) | (success ? 128 : 0));
    if (kind !== 'profile') names.write('in', of);
    if (part) names.write(kind === 'question' ? `q:${of}` : `n:${of}`, part);
    if (response && shape === 'quiz') this.refs(response);
    else if (response) {
      out.number(response.length);
      for (const item of response) names.write(responseScope(shape, of, part), item);
    }
    if (score !== undefined) this.score(score);
    if (duration !== undefined) out.number(duration);
  }

  /** 0 and 1, a fraction with a small denominator, or the number itself. */
  private score(score: number): void {
    const { out } = this;
    if (Object.is(score, 0) || score === 1) return out.byte(score);
    let below = 2;
    while (below < wholeNumber && !(score > 0 && score < 1 && Math.round(score * below) / below === score)) below++;
    out.byte(below);
    if (below < wholeNumber) out.byte(Math.round(score * below));
    else out.real(score);
  }
}

class RecordReader {
  private readonly names: NameReader;
  private readonly input: ByteReader;
  private readonly sessions: number[] = [];
  private readonly attempts: NonNullable<Context['attempt']>[] = [];
  private before = begin;
  private setting: { context: Context; contentVersion: number } | null = null;
  private base = '';

  constructor(table: CourseTable, input: ByteReader) {
    this.input = input;
    this.names = new NameReader(table, input);
  }

  read(isCut: boolean): ReadRecord {
    const { input } = this;
    this.base = hex(input.fixed(6), 12);
    const profile = input.text() || recordProfile(this.base);
    const place = input.byte() === 1 ? this.place() : undefined;
    const events: Event[] = [];
    try {
      while (input.rest().length > 0) {
        const event = this.event(profile);
        if (isEvent(event)) events.push(event);
      }
    } catch (error) {
      if (!(error instanceof OutOfBytes)) throw error;
      if (!isCut) return { ok: false, reason: 'damaged' };
    }
    return { ok: true, record: { base: this.base, profile, ...(place && { place }), events: inOrder(events) }, cut: isCut };
  }

  private place(): Place {
    const { input } = this;
    const [view, passage, locale, country] = [input.text(), input.text(), input.text(), input.text()];
    const scroll = input.number();
    return { view, locale, ...(passage && { passage }), ...(country && { country }), ...(scroll > 0 && { scroll: (scroll - 1) / 1000 }) };
  }

  /** Null for an event whose object the course no longer has. */
  private event(profile: string): unknown {
    const { input } = this;
    const head = input.byte();
    if (head === literal) return fromJson(input.text());
    const own: RecordId | null = head & 16 && this.before.id ? { ...this.before.id, counter: this.before.id.counter + 1 } : null;
    const id = own ? recordId(own) : this.id();
    const at = this.before.at + input.number();
    if (!(head & 32)) this.readSetting();
    const attempt = head & 64 ? this.attempt() : null;
    const certificate = head & 128 ? { id: this.names.read('certificate'), validUntil: this.names.read('certificate') } : null;
    const { object, result } = this.outcome();
    this.before = { id: parseRecordId(id)?.base === this.base ? parseRecordId(id) : null, at, setting: '' };
    return (
      object &&
      this.setting && {
        id,
        profile,
        verb: writtenVerbs[head & 15],
        object,
        ...(result && { result }),
        context: { ...this.setting.context, ...(attempt && { attempt }), ...(certificate && { certificate }) },
        at: new Date(Math.min(at, latest)).toISOString(),
        contentVersion: this.setting.contentVersion,
      }
    );
  }

  private id(): string {
    const { input, sessions, base } = this;
    const place = input.number();
    if (place === wholeText) return input.text();
    if (place === wholeUuid) {
      const digits = input.take(16).map((byte) => hex(byte, 2)).join('');
      return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    }
    if (place - wholeTypes >= sessions.length) sessions.push(input.fixed(2));
    return recordId({ base, session: sessions[place - wholeTypes] ?? 0, counter: input.number() });
  }

  private readSetting(): void {
    const mask = this.input.byte();
    const entries = settings.flatMap((name, place) => {
      const value = mask & (1 << place) ? this.names.read(scopeOf(name)) : null;
      return value === null || isGone(value) ? [] : [[name, value] as const];
    });
    this.setting = { context: { locale: '', ...Object.fromEntries(entries) }, contentVersion: this.input.number() };
  }

  private attempt(): NonNullable<Context['attempt']> {
    const { input, attempts } = this;
    const place = input.number();
    if (place >= attempts.length) attempts.push({ id: this.id(), purpose: purposes[input.byte()] ?? 'quiz', seed: input.number(), draw: this.refs() });
    return attempts[Math.min(place, attempts.length - 1)]!;
  }

  private refs(): string[] {
    return Array.from({ length: this.input.count() }, () => {
      const module = this.names.read('in');
      const question = this.names.read(`q:${module}`);
      return isGone(module) || isGone(question) ? [] : [`${module}/${question}`];
    }).flat();
  }

  private outcome(): { object: string | null; result: Result | null } {
    const { input, names } = this;
    const head = input.byte();
    const shape = objects[head & 7] ?? 'profile';
    const of = shape === 'profile' ? '' : names.read('in');
    const part = shape === 'question' ? names.read(`q:${of}`) : shape === 'node' ? names.read(`n:${of}`) : '';
    const kind = shape === 'node' ? 'scenario' : shape;
    const response = head & 8 && (shape === 'quiz' ? this.refs() : this.items(responseScope(shape, of, part)));
    const score = head & 16 ? this.score() : null;
    const duration = head & 32 ? input.number() : null;
    const result = {
      ...(response && { response }),
      ...(score !== null && { score }),
      ...(head & 64 && { success: (head & 128) > 0 }),
      ...(duration !== null && { duration }),
    };
    return { object: isGone(of) || isGone(part) ? null : [kind, [of, part].filter(Boolean).join('/')].filter(Boolean).join(':'), result: head & ~7 ? result : null };
  }

  private items(scope: NameScope): string[] {
    return Array.from({ length: this.input.count() }, () => this.names.read(scope)).filter((name) => !isGone(name));
  }

  private score(): number {
    const below = this.input.byte();
    if (below < 2) return below;
    return below === wholeNumber ? this.input.real() : this.input.byte() / below;
  }
}

const wholeUuid = 0;
const wholeText = 1;
const wholeTypes = 2;
const wholeNumber = 255;
/** The last instant that a date can hold: a text that was made to break this must not. */
const latest = 8.64e15;

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}

function scopeOf(name: (typeof settings)[number]): NameScope {
  return name === 'course' || name === 'module' ? 'in' : name;
}

function responseScope(shape: (typeof objects)[number], of: string, part: string): NameScope {
  if (shape === 'question') return `o:${of}/${part}`;
  if (shape === 'node') return `c:${of}/${part}`;
  return shape === 'scenario' ? `n:${of}` : 'text';
}

/** Whether nothing of an event is lost in its short form; one from a newer Farol, or from a file that was edited, is written as it is. */
function hasShortForm(event: Event): boolean {
  const { id, verb, object, result, context, at, contentVersion, profile, ...more } = event;
  const { attempt, certificate, locale, country, course, module, rollout, phase, ...moreContext } = context;
  const { response, score, success, duration, ...moreResult } = result ?? {};
  const parts = parseObject(object);
  const instant = Date.parse(at);
  return (
    writtenVerbs.includes(verb) &&
    parts !== null &&
    [more, moreContext, moreResult].every((rest) => Object.keys(rest).length === 0) &&
    instant >= 0 &&
    new Date(instant).toISOString() === at &&
    isWhole(contentVersion) &&
    (result === undefined || Object.values(result).some((value) => value !== undefined)) &&
    (duration === undefined || isWhole(duration)) &&
    (parts.kind !== 'quiz' || !response || response.every(isRef)) &&
    (!attempt || (Object.keys(attempt).length === 4 && purposes.includes(attempt.purpose) && isWhole(attempt.seed) && attempt.draw.every(isRef))) &&
    (!certificate || Object.keys(certificate).length === 2)
  );
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
}

function isRef(ref: string): boolean {
  return /^[^/]+\/[^/]+$/.test(ref);
}

function fromJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
