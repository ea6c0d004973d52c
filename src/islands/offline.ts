/** The page that stands in for one that cannot be had without internet: it leads to what was saved, and steps aside when the line is back. */
import { canSave, savedCourses, type SavedCourse } from '../browser/offline/saved-courses.ts';
import { base, find, locale, plain, t } from './page.ts';
import { startShell } from './Shell/shell.ts';

function item({ locale: of, course, title, state }: SavedCourse): HTMLElement {
  const line = plain('li');
  if (state === 'erased') line.textContent = `${title}: ${t('save.erased')}`;
  else {
    const link = plain('a', '', title);
    link.href = `${base}${of}/${course}/`;
    link.lang = of;
    line.append(link);
  }
  return line;
}

/** Sees whether the page that was wanted can be had; else again after a while, ever longer. What the browser says about the line is only a hint. */
async function tryAgain(pause = 3_000): Promise<void> {
  try {
    await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
    location.reload();
  } catch {
    setTimeout(() => void tryAgain(Math.min(pause * 2, 60_000)), pause);
  }
}

startShell();
if (!location.pathname.endsWith('/offline/')) {
  addEventListener('online', () => void tryAgain());
  setTimeout(() => void tryAgain(), 3_000);
}

void (async () => {
  const saved = (await canSave()) ? await savedCourses(base) : [];
  const ownFirst = [...saved.filter((course) => course.locale === locale), ...saved.filter((course) => course.locale !== locale)];
  find('[data-saved]')?.replaceChildren(...(saved.length ? ownFirst.map(item) : [plain('li', '', t('offline.nothing'))]));
  document.documentElement.dataset['ready'] = 'yes';
})();
