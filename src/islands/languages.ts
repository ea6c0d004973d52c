/** The first page leads to the language that was chosen on this device, else to the one that the browser asks for; a deep link is never redirected. */
import { deviceChoices } from '../browser/storage/device-choices.ts';
import { proposeLocale } from '../core/locale/locales.ts';
import { base } from './page.ts';

const { locale } = deviceChoices();
location.replace(`${base}${proposeLocale([...(locale ? [locale] : []), ...navigator.languages]).tag}/`);
