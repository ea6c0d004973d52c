import type { Event } from './events.ts';

/**
 * Whether a value read from a file, a code or a store has the shape of an event, so that no fold can stumble over it.
 * Verbs and objects are only asked to be text: those of a newer Farol are kept, and passed over by the folds.
 */
export function isEvent(value: unknown): value is Event {
  return (
    isRecord(value) &&
    isId(value['id']) &&
    isId(value['profile']) &&
    isText(value['verb']) &&
    isText(value['object']) &&
    isInstant(value['at']) &&
    Number.isSafeInteger(value['contentVersion']) &&
    isResult(value['result']) &&
    isContext(value['context'])
  );
}

function isResult(value: unknown): boolean {
  return (
    value === undefined ||
    (isRecord(value) &&
      (value['response'] === undefined || isTexts(value['response'])) &&
      isOptional('number', value['score']) &&
      isOptional('boolean', value['success']) &&
      isOptional('number', value['duration']))
  );
}

function isContext(value: unknown): boolean {
  if (!isRecord(value) || !isText(value['locale'])) return false;
  if (!['country', 'course', 'module', 'rollout', 'phase'].every((field) => isOptional('string', value[field]))) return false;
  const { attempt, certificate } = value;
  return (
    (attempt === undefined ||
      (isRecord(attempt) && isId(attempt['id']) && isText(attempt['purpose']) && typeof attempt['seed'] === 'number' && isTexts(attempt['draw']))) &&
    (certificate === undefined || (isRecord(certificate) && isText(certificate['id']) && isText(certificate['validUntil'])))
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function isId(value: unknown): value is string {
  return isText(value) && value.length > 0 && value.length <= 64;
}

function isInstant(value: unknown): value is string {
  return isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isOptional(type: 'string' | 'number' | 'boolean', value: unknown): boolean {
  // JSON reads 1e999 as infinity.
  return value === undefined || (typeof value === type && (type !== 'number' || Number.isFinite(value)));
}
