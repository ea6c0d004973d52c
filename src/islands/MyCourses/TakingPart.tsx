import { useState } from 'preact/hooks';
import { joinedTerms, leaveRollout } from '../../browser/rollout.ts';
import { base, locale, t } from '../page.ts';

/** For whose rollout one learns on this device, and the way out of it. */
export function TakingPart() {
  const [terms] = useState(joinedTerms);
  const [hasLeft, setLeft] = useState(false);
  if (!terms) return null;
  const leave = (): void => {
    leaveRollout();
    setLeft(true);
  };
  return (
    <section class="flow" aria-labelledby="rollout">
      <h2 id="rollout">{t('rollout.counts')}</h2>
      <p role="status" data-testid="taking-part">{t(hasLeft ? 'rollout.hasLeft' : 'rollout.countsText', { partner: terms.partner })}</p>
      {!hasLeft && (
        <p class="buttons">
          <a class="button" href={`${base}${locale}/rollouts/${terms.rollout}/`}>{terms.partner}</a>
          <button class="button" type="button" onClick={leave}>{t('rollout.leave')}</button>
        </p>
      )}
    </section>
  );
}
