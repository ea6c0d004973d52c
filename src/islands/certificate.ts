/** The page of a course's certificate. */
import { startCertificate } from './Certificate/start-certificate.ts';
import { data, forGood, locale, ready } from './page.ts';
import { learnerHere } from './Shell/learner-here.ts';
import { startShell } from './Shell/shell.ts';

const { course = '' } = data;

startShell();
void startCertificate(learnerHere({ locale, course }), forGood, new URLSearchParams(location.search).get('id')).then(ready);
