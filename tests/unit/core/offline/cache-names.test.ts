import { describe, expect, it } from 'vitest';
import { inUseCache, inUseKey, parseSavedCache, removedKey, savedCache, searchCache } from '../../../../src/core/offline/cache-names.ts';

const saved = { locale: 'pt-BR', course: 'hotel', version: 'aB-_9' };

describe('parseSavedCache', () => {
  it('takes apart what savedCache joins, under any base path', () => {
    for (const base of ['/', '/training/', '/a/b/']) expect(parseSavedCache(base, savedCache(base, saved))).toEqual(saved);
  });

  it('knows no other cache of Farol, of another Farol, or of anyone else', () => {
    const others = [inUseCache('/'), searchCache('/'), savedCache('/training/', saved), 'workbox-precache-v2-https://farol.example/', 'farol/saved/', 'farol/saved/en/hotel', 'farol/saved/en/hotel/v/more'];
    for (const name of others) expect(parseSavedCache('/', name), name).toBeNull();
    expect(parseSavedCache('/training/', savedCache('/', saved))).toBeNull();
  });
});

describe('keys', () => {
  it('stay under the base path, and apart from each other', () => {
    const keys = [inUseKey('/training/', 'en', 'hotel'), inUseKey('/training/', 'en', 'driver'), inUseKey('/training/', 'es', 'hotel'), removedKey('/training/')];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => key.startsWith('/training/offline/'))).toBe(true);
  });
});
