import { describe, expect, it } from 'vitest';
import { memoryEventStore } from '../../../../src/browser/storage/memory-event-store.ts';
import { eventStoreContract } from '../../../contracts/event-store.contract.ts';

describe('memoryEventStore', () => {
  it.each(eventStoreContract)('$name', async ({ run }) => {
    await run(async () => memoryEventStore());
  });

  it('promises no more than this visit', () => {
    expect(memoryEventStore().durability).toBe('this-visit-only');
  });
});
