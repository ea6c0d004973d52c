import { lineInBlock } from '../../content/lesson.ts';
import { writtenTexts } from '../../content/written-texts.ts';
import { dials } from '../dials.ts';
import { phoneNumbers } from '../phone-numbers.ts';
import type { Rule } from '../rule.ts';

/** Numbers come from the country pack, where they have a country, a source and a day on which they expire: 1098 is three different services in three countries. */
export const phoneNumberInProse: Rule = {
  name: 'phone-number-in-prose',
  *check(content) {
    const known = dials(content);
    for (const written of writtenTexts(content)) {
      if (written.kind === 'country' || written.kind === 'term') continue;
      for (const phone of phoneNumbers(written.text, known)) {
        const line = written.kind === 'prose' ? lineInBlock(written, phone.index) : written.line;
        const write = written.kind === 'prose' ? '<ReportingLines />, or "the child protection line"' : 'its name without the digits, such as "the child protection line"';
        yield { file: written.file, line, what: `the phone number ${phone.text}`, write };
      }
    }
  },
};
