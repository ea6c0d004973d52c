import type { Event } from './events.ts';

type Check = (value: unknown) => boolean;
type Checks = Readonly<Record<string, Check>>;

const isText: Check = (value) => typeof value === 'string';
// JSON reads 1e999 as infinity.
const isNumber: Check = (value) => Number.isFinite(value);
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isId: Check = (value) => typeof value === 'string' && /^[^]{1,64}$/.test(value);
const isInstant: Check = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && isNumber(Date.parse(value));

const attempt: Checks = { id: isId, purpose: isText, seed: isNumber, draw: isTexts };
const certificate: Checks = { id: isText, validUntil: isText };
const context: Checks = {
  country: isText,
  course: isText,
  module: isText,
  rollout: isText,
  phase: isText,
  attempt: (value) => fits(value, attempt),
  certificate: (value) => fits(value, certificate),
};
const result: Checks = { response: isTexts, score: isNumber, success: (value) => typeof value === 'boolean', duration: isNumber };
const event: Checks = {
  id: isId,
  profile: isId,
  verb: isText,
  object: isText,
  at: isInstant,
  contentVersion: Number.isSafeInteger,
  context: (value) => fits(value, { locale: isText }, context),
};

/**
 * Whether a value read from a file, a code or a store has the shape of an event, so that no fold can stumble over it.
 * Verbs and objects are only asked to be text: those of a newer Farol are kept, and passed over by the folds.
 */
export function isEvent(value: unknown): value is Event {
  return fits(value, event, { result: (part) => fits(part, {}, result) });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fits(value: unknown, needed: Checks, allowed: Checks = {}): boolean {
  if (!isRecord(value)) return false;
  const holds = (checks: Checks, absent: boolean) =>
    Object.entries(checks).every(([field, check]) => (absent && value[field] === undefined) || check(value[field]));
  return holds(needed, false) && holds(allowed, true);
}
