import { describe, expect, it } from 'vitest';
import { elementDifference, textDifferences, unitDifferences } from '../../../../src/core/translation/compare.ts';
import type { Unit } from '../../../../src/core/translation/units.ts';

const said = (source: string, translation: string): string[] => textDifferences('x', source, translation).map(({ what }) => what);

describe('textDifferences', () => {
  it.each([
    ['{n} of {all}', '{all}: {n}'],
    ['In 62% of 1,200 homes', 'En el 62 % de 1.200 casas'],
    ['1,200 homes', '๑๒๐๐ บ้าน'],
    ['in 2026', 'ปี พ.ศ. 2569'],
    ['A boy of sixteen, not twenty-one', 'เด็กชายอายุ 16 ไม่ใช่ 21'],
    ['from 7:00 to 19:30', 'das 7h às 19h30'],
    ['from 7:00 to 19:30', 'pukul 7.00–19.30'],
    ['It is 2.5 times', 'Es 2,5 veces'],
    ['Look at **this** and [that](module:report#x)', 'Mire [eso](module:report#x) y **esto**'],
    ['<Fact source="a" country="BR" date="2020">In 2020 it was 5.</Fact> Then.', '<Fact source="a" country="BR" date="2020">Em 2020 foram 5.</Fact> Depois.'],
    ['https://www.wikipedia.org/', 'https://es.wikipedia.org/'],
    ['your first-aid bag', 'tas P3K Anda'],
    ['like #1d4f8c', 'como #1d4f8c'],
    ['two lines\nof one paragraph', 'dos líneas de un párrafo'],
  ])('finds none between "%s" and "%s"', (source, translation) => {
    expect(said(source, translation)).toEqual([]);
  });

  it.each([
    ['{n} minutes', 'minutos', ['{n} is missing']],
    ['minutes', '{n} minutos', ['{n} is not in the source']],
    ['under 18', 'menor de 16', ['the number 18 is missing', 'the number 16 is not in the source']],
    ['**Stop.** Go.', 'Pare. Siga.', ['0 bold passages instead of 1']],
    ['[here](module:report)', '[aquí](module:reporte)', ['module:report is missing', 'module:reporte is not in the source']],
    ['See https://a.org/b.', 'Vea https://a.org/c.', ['https://a.org/b is missing', 'https://a.org/c is not in the source']],
    ['<Fact source="a" country="BR" date="2020">x</Fact>', '<Fact source="a" country="BO" date="2020">x</Fact>', ['<Fact source="a" country="BR" date="2020"> is missing', '<Fact source="a" country="BO" date="2020"> is not in the source']],
  ])('between "%s" and "%s" are %j', (source, translation, expected) => {
    expect(said(source, translation)).toEqual(expected);
  });
});

describe('unitDifferences', () => {
  const unit = (id: string, text: string, kind: Unit['kind'] = 'paragraph'): Unit => ({ id, text, kind });

  it('names missing and unknown ids', () => {
    expect(unitDifferences([unit('a.b', 'x', 'words'), unit('a.c', 'x', 'words')], [unit('a.b', 'y', 'words'), unit('a.d', 'y', 'words')])).toEqual([
      { about: 'ids', id: 'a.c', what: 'this text is missing' },
      { about: 'ids', id: 'a.d', what: 'the source has no such text' },
    ]);
  });

  it('says once that a section has another number of texts, and does not compare what may not belong together', () => {
    const source = [unit('s.1', 'one 11'), unit('s.2', 'two 22'), unit('t.1', 'three 33')];
    expect(unitDifferences(source, [unit('s.1', 'dos 22'), unit('t.1', 'tres')])).toEqual([
      { about: 'ids', id: 's', what: '1 paragraphs and list items instead of 2' },
      { about: 'numbers', id: 't.1', what: 'the number 33 is missing' },
    ]);
  });

  it('sees a list that became a paragraph', () => {
    expect(unitDifferences([unit('s.1', 'a', 'item')], [unit('s.1', 'b')])).toEqual([{ about: 'elements', id: 's.1', what: 'a paragraph instead of a list item' }]);
  });
});

describe('elementDifference', () => {
  const rows = (...tags: string[]) => tags.map((tag, index) => ({ tag, line: index + 1 }));

  it('names the first place where two rows part', () => {
    expect(elementDifference(rows('<A>', '<B>'), rows('<A>', '<C>'))).toEqual({ line: 2, what: '<C> instead of <B>' });
    expect(elementDifference(rows('<A>', '<B>'), rows('<A>'))).toEqual({ line: 1, what: 'the end instead of <B>' });
    expect(elementDifference(rows('<A>'), rows('<A>', '<B>'))).toEqual({ line: 2, what: '<B> instead of the end' });
    expect(elementDifference(rows('<A>'), rows('<A>'))).toBeUndefined();
  });
});
