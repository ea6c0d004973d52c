/** My courses: who is learning, what they did, how long it is kept, backup and erasing. */
import { render } from 'preact';
import { openLearner } from '../browser/learner.ts';
import { MyCourses, type CourseFacts } from './MyCourses/MyCourses.tsx';
import { data, find, locale } from './page.ts';
import { startShell, tellStorage } from './Shell/shell.ts';

const courses = JSON.parse(data['courses'] ?? '[]') as CourseFacts[];

startShell();

void openLearner({ locale }).then((learner) => {
  tellStorage(learner.notice, learner.store.durability);
  render(
    <MyCourses
      learner={learner}
      courses={courses}
      onReady={() => {
        document.documentElement.dataset['ready'] = 'yes';
        // Other pages link to the backup, which was not there when the browser looked for it.
        if (location.hash) find(location.hash)?.scrollIntoView();
      }}
    />,
    find('#me')!,
  );
});
