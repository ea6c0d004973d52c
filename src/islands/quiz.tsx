/** The pages of the test before, the final quiz and the refresher. */
import { joinedTerms } from '../browser/rollout.ts';
import { data, forGood, locale, ready } from './page.ts';
import { sayPassMark } from './Quiz/say-pass-mark.ts';
import { startQuiz } from './Quiz/start-quiz.tsx';
import { learnerHere } from './Shell/learner-here.ts';
import { startShell } from './Shell/shell.ts';

let busy = false;
const { course = '' } = data;
const terms = joinedTerms();

startShell(() => busy);
if (terms?.courses.includes(course) && terms.passMark > Number(data['mark'])) sayPassMark(document.body, terms.passMark);
void startQuiz(learnerHere({ locale, course }), forGood, (now) => (busy = now)).then(ready);
