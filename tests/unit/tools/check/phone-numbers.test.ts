import { describe, expect, it } from 'vitest';
import { phoneNumbers } from '../../../../src/tools/check/phone-numbers.ts';

const found = (text: string): string[] => phoneNumbers(text, new Set(['1098', '100'])).map((phone) => phone.text);

describe('phoneNumbers', () => {
  it.each(['+591 2 123 4567', '0800-555-0142', '(02) 8532 6690'])('finds %s', (number) => {
    expect(found(`Write to ${number} today.`)).toHaveLength(1);
  });

  it('finds three digits after a word such as call', () => {
    expect(found('Then call 112. Or the child line 1800.')).toEqual(['112', '1800']);
  });

  it('finds a number of a country pack without such a word, from four digits on', () => {
    expect(found('Somebody wrote 1098 on the wall, beside 100 others.')).toEqual(['1098']);
  });

  it.each(['600,000 drivers', '1 200 000 guests', '2019-2023', 'on 2024-08-31', 'at 10:45', 'room 214', 'Ring room 214 first.', 'Call at 23:40.'])('leaves "%s" alone', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('says where the number stands', () => {
    expect(phoneNumbers('Dial 112 now.', new Set())).toEqual([{ index: 5, text: '112' }]);
  });
});
