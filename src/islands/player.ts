/** A module's page. */
import { startModule } from './Module/start-module.ts';
import { data, forGood, locale, ready, startParts } from './page.ts';
import { learnerHere } from './Shell/learner-here.ts';
import { startShell } from './Shell/shell.ts';

const { course = '', module = '' } = data;

startShell();
startParts();
void startModule(learnerHere({ locale, course, module }), forGood).then(ready);
