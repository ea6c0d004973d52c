/** Counts seconds in which the page is in front and somebody is at it, and hands them over in slices that survive a sudden end. */

const sliceSeconds = 30;
/** Without a touch, key or scroll for this long nobody is taken to be reading. */
const idleSeconds = 90;

/** @param signal says when the learner is somewhere else: what was counted is handed over then */
export function countActiveTime(record: (seconds: number) => void, signal: AbortSignal): void {
  let seconds = 0;
  let sinceInput = 0;
  const input = () => (sinceInput = 0);
  for (const type of ['pointerdown', 'keydown', 'scroll', 'touchmove']) addEventListener(type, input, { passive: true, capture: true, signal });
  const hand = () => {
    if (seconds > 0) record(seconds);
    seconds = 0;
  };
  const clock = setInterval(() => {
    if (document.hidden || sinceInput >= idleSeconds) return;
    sinceInput += 1;
    seconds += 1;
    if (seconds >= sliceSeconds) hand();
  }, 1000);
  document.addEventListener('visibilitychange', () => document.hidden && hand(), { signal });
  addEventListener('pagehide', hand, { signal });
  signal.addEventListener('abort', () => {
    clearInterval(clock);
    hand();
  });
}
