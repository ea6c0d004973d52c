/**
 * Leaves the page at once: the view is emptied first, the history entry is replaced, and going back to a page of Farol in this window
 * leads out again. What the browser's own history list shows cannot be changed by a page; the about page says so.
 */
import { base, find } from '../page.ts';

const leftKey = 'farol:left';
const threeTimes = 3;
const withinMilliseconds = 2000;

/** @param go leads to another address, without a way back */
export function startQuickExit(go = (address: string): void => location.replace(address)): void {
  const link = find<HTMLAnchorElement>('[data-leave]');
  if (!link) return;

  const leave = () => {
    document.documentElement.replaceChildren();
    try {
      sessionStorage.setItem(leftKey, '1');
    } catch {
      // Without storage the back button is not guarded; leaving still works.
    }
    go(navigator.onLine ? link.href : `${base}exit/`);
  };

  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry?.type === 'back_forward') {
    if (hasLeft()) leave();
  } else {
    forget();
  }
  addEventListener('pageshow', (event) => {
    // Only after leaving is a page of the back-forward cache to be hidden; else going back is ordinary.
    if (event.persisted && hasLeft()) leave();
  });

  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < withinMilliseconds);
    if (presses.length >= threeTimes) leave();
  });
}

function hasLeft(): boolean {
  try {
    return sessionStorage.getItem(leftKey) !== null;
  } catch {
    return false;
  }
}

/** Coming in by a link or an address is a new visit. */
function forget(): void {
  try {
    sessionStorage.removeItem(leftKey);
  } catch {
    // Nothing was kept.
  }
}
