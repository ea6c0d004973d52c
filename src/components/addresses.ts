/** Addresses of this build's pages: its base path is known here once. */
import { address, basePath } from '../core/course/addresses.ts';

/** The path the site lives under, with slashes at both ends. */
export const base = basePath(import.meta.env.BASE_URL);

/** The address of a page: `pageAddress('en', 'hotel', 'quiz')`. */
export const pageAddress = (locale: string, ...parts: string[]): string => address(base, locale, ...parts);
