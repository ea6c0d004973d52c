/** A course's page, with the course for the road. */
import { startCourse } from './Course/start-course.ts';
import { data, forGood, locale, ready } from './page.ts';
import { startSaver } from './Save/saver.ts';
import { learnerHere } from './Shell/learner-here.ts';
import { startShell } from './Shell/shell.ts';

const { course = '' } = data;

startShell();
void Promise.all([startCourse(learnerHere({ locale, course }), forGood), startSaver(course)]).then(ready);
