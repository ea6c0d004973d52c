import { useState } from 'preact/hooks';
import type { Durability } from '../../core/progress/event-store.ts';
import { askToPersist } from '../../browser/storage/storage-condition.ts';
import { t } from '../page.ts';

/** What this browser promises about the record, and what can be done about it. */
export function Keeping({ durability }: { durability: Durability }) {
  const [granted, setGranted] = useState<boolean | null>(null);
  const promise = granted ? 'kept' : durability;
  const words = { kept: 'me.kept', 'may-be-erased': 'me.mayBeErased', 'this-visit-only': 'storage.this-visit-only' }[promise];
  return (
    <section class="flow" aria-labelledby="keeping">
      <h2 id="keeping">{t('me.keeping')}</h2>
      <p class={promise === 'kept' ? '' : 'notice'} data-testid="keeping">{t(words)}</p>
      {durability === 'may-be-erased' && granted === null && (
        <p class="buttons"><button class="button" type="button" onClick={() => void askToPersist().then(setGranted)}>{t('me.askToKeep')}</button></p>
      )}
      <p role="status">{granted === null ? '' : t(granted ? 'me.keepGranted' : 'me.keepRefused')}</p>
    </section>
  );
}
