/** The pages of the test before, the final quiz and the refresher. */
import { data, forGood, locale, ready } from './page.ts';
import { startQuiz } from './Quiz/start-quiz.tsx';
import { learnerHere } from './Shell/learner-here.ts';
import { startShell } from './Shell/shell.ts';

let busy = false;
const { course = '' } = data;

startShell(() => busy);
void startQuiz(learnerHere({ locale, course }), forGood, (now) => (busy = now)).then(ready);
