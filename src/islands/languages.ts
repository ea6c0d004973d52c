/** The first page proposes a language from the browser; a deep link is never redirected. */
import { proposeLocale } from '../core/locale/locales.ts';
import { base } from './page.ts';

location.replace(`${base}${proposeLocale(navigator.languages).tag}/`);
