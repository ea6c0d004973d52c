import { locale } from '../page.ts';

const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });

/** The day of an instant where the learner is, as the page's language writes it. */
export const shortDate = (at: string): string => format.format(new Date(at));
