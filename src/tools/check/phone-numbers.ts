const long = /(?<![\p{L}\d.,:])\+?\d(?:[\s().-]{0,2}\d){6,}(?!\d)/gu;
const grouped = /^\d{1,3}(?: \d{3})+$/;
const years = /^(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d$|^(?:19|20)\d\d-\d\d-\d\d$/;
const called = /\b(?:call|dial|ring|phone|text|number|helpline|hotline|line|WhatsApp)\b[^.!?\n\d]{0,20}(?<!\b(?:room|bus|gate|cabin|flight|seat|platform)\s)\b(\d{3,6})\b(?![.:,]\d)/giu;

/**
 * What looks like a phone number: seven digits or more, three to six digits after a word such as "call", or a number of a country pack.
 * @param dials digits of the packs; those under four digits count only after such a word, since "100" is also a number of guests
 */
export function phoneNumbers(text: string, dials: ReadonlySet<string>): { index: number; text: string }[] {
  const found = new Map<number, string>();
  for (const match of text.matchAll(long)) {
    if (!grouped.test(match[0]) && !years.test(match[0])) found.set(match.index, match[0]);
  }
  for (const match of text.matchAll(called)) {
    const number = match[1]!;
    const index = match.index + match[0].length - number.length;
    if (!found.has(index)) found.set(index, number);
  }
  for (const match of text.matchAll(/(?<![\d.,:+])\d{4,}(?![\d]|[.,:]\d)/g)) if (dials.has(match[0])) found.set(match.index, match[0]);
  return [...found].map(([index, number]) => ({ index, text: number })).sort((a, b) => a.index - b.index);
}
