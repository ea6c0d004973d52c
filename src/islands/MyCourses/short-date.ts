import { dateFormat } from '../../core/locale/date-format.ts';
import { locale } from '../page.ts';

const format = dateFormat(locale, { day: 'numeric', month: 'short' });

/** The day of an instant where the learner is, as the page's language writes it. */
export const shortDate = (at: string): string => format.format(new Date(at));
