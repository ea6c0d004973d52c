import { describe, expect, it } from 'vitest';
import { courseFor, documentAddress, documentsOf, type SearchContent } from '../../../../src/core/search/documents.ts';
import { endingsOf } from '../../../../src/core/search/endings.ts';
import { openIndex, search, type Own } from '../../../../src/core/search/query.ts';

const content: SearchContent = {
  locale: 'en',
  stopWords: 'a and the to what when',
  endings: '',
  alike: [['cab', 'taxi']],
  report: { title: 'Report in {country}', text: 'Who to call in {country}.' },
  courses: [
    { id: 'hotel', title: 'Hotel staff', text: 'You work in a hotel.', modules: ['respond', 'desk'], jobAid: { title: 'At the desk', text: 'Ask every guest the same.' } },
    { id: 'driver', title: 'Drivers', text: 'You drive.', modules: ['respond', 'road'], jobAid: { title: 'On the road', text: 'Stop in a lit place.' } },
  ],
  modules: [
    { id: 'respond', title: 'Respond safely', text: 'What to do.', sections: [{ id: 'speaks', title: 'When a child speaks', text: 'Listen. Believe the child.', also: ['A secret to keep'] }] },
    { id: 'desk', title: 'The desk', text: 'Papers and questions.', sections: [{ id: 'papers', title: 'Papers', text: 'A reporter asked. They report to the manager, and reporting is easy.', also: [] }] },
    { id: 'road', title: 'The road', text: 'Taxi, bus and boat.', sections: [{ id: 'fare', title: 'The last fare', text: 'Report from a safe stop. Our reports help.', also: [] }] },
    { id: 'nowhere', title: 'Nowhere', text: 'No course has this module about lighthouses.', sections: [] },
  ],
  terms: [{ id: 'csam', title: 'Child sexual abuse material', text: 'Pictures of abuse.', also: ['an old harmful word'] }],
  countries: [
    { id: 'IN', title: 'India', lines: [{ title: 'Childline · 1098', text: 'Harm to a child.', also: [] }] },
    { id: 'NP', title: 'Nepal', lines: [{ title: 'Child helpline · 1098', text: 'Harm to a child.', also: ['18001234'] }] },
    { id: 'TH', title: 'ไทย', lang: 'th', lines: [{ title: 'สายด่วน1300', text: 'Harm to a child.', also: [] }] },
  ],
};
const index = openIndex(content);
const found = (question: string, own: Own = {}): string[] => search(index, question, own).map(({ document }) => documentAddress(document, '/', 'en', own.course));

describe('search', () => {
  it.each(['', '   ', '?!', 'lighthouses', 'zzz'])('finds nothing for "%s"', (question) => {
    expect(found(question)).toEqual([]);
  });

  it('puts the word as typed before another form, and that before a longer word', () => {
    expect(found('report')).toEqual(expect.arrayContaining(['/en/driver/road/#fare', '/en/hotel/desk/#papers']));
    const forms = search(index, 'reporting').find(({ document }) => document.anchor === 'fare');
    expect([...(forms?.words ?? [])].sort()).toEqual(['report', 'reports']);
    expect(found('reporting')[0]).toBe('/en/hotel/desk/#papers');
  });

  it('finds while a word is being typed', () => {
    expect(found('tax')[0]).toBe('/en/driver/road/');
    expect(found('spea')[0]).toBe('/en/hotel/respond/#speaks');
  });

  it('forgives one letter in a long word, and none in a short one', () => {
    for (const typo of ['mangaer', 'managr', 'manageer', 'monager']) expect(found(typo), typo).toContain('/en/hotel/desk/#papers');
    expect(found('bax')).toEqual([]);
  });

  it('never guesses a digit', () => {
    expect(found('18001235')).toEqual([]);
    expect(found('18001234')).toEqual(['/en/report/NP/']);
  });

  it('finds a word that the texts use for another', () => {
    expect(found('cab')[0]).toBe('/en/driver/road/');
  });

  it('finds a passage by the topic of its question, and a term by the words to avoid', () => {
    expect(found('secret')).toEqual(['/en/hotel/respond/#speaks']);
    expect(found('harmful word')).toEqual(['/en/glossary/#csam']);
  });

  it('names the country of every number', () => {
    const lines = search(index, '1098').map(({ document }) => document);
    expect(lines.map((line) => line.title).sort()).toEqual(['India · Childline · 1098', 'Nepal · Child helpline · 1098']);
  });

  it('finds a number written without a space in a script without spaces', () => {
    expect(found('1300')).toEqual(['/en/report/TH/']);
    expect(found('สายด่วน')).toEqual(['/en/report/TH/']);
  });

  it('puts the learner’s own country and course first, and a country that is named before that', () => {
    expect(found('1098', { country: 'NP' })[0]).toBe('/en/report/NP/');
    expect(found('1098', { country: 'IN' })[0]).toBe('/en/report/IN/');
    expect(found('1098 india', { country: 'NP' })[0]).toBe('/en/report/IN/');
    expect(found('child speaks', { course: 'driver' })[0]).toBe('/en/driver/respond/#speaks');
  });

  it('answers a pasted page as well as a question', () => {
    expect(found('child speaks '.repeat(500))[0]).toBe('/en/hotel/respond/#speaks');
  });

  it('answers a question of words that say nothing by the titles', () => {
    expect(found('the')).toEqual(expect.arrayContaining(['/en/hotel/desk/', '/en/driver/road/#fare']));
  });
});

describe('search in languages to come', () => {
  const sentences = {
    hi: ['बच्चे की बात सुनें और उस पर विश्वास करें।', 'होटल के कमरे में कुछ न छुएँ, पुलिस को बुलाएँ।', 'चाइल्ड हेल्पलाइन १०९८ पर फ़ोन करें।', 'लड़के भी शोषण के शिकार होते हैं।'],
    bn: ['শিশুর কথা মন দিয়ে শুনুন এবং তাকে বিশ্বাস করুন।', 'হোটেলের ঘরে কিছু ধরবেন না, পুলিশকে ডাকুন।', 'শিশু হেল্পলাইন ১০৯৮ নম্বরে ফোন করুন।', 'গাড়িতে একা কোনো মেয়ে থাকলে খেয়াল করুন।'],
    ne: ['बालबालिकाको कुरा ध्यान दिएर सुन्नुहोस्।', 'होटलको कोठामा केही नछुनुहोस्, प्रहरीलाई बोलाउनुहोस्।', 'बाल हेल्पलाइन १०९८ मा फोन गर्नुहोस्।', 'चालकले गाडीमा शङ्का लागे खबर गर्‍यो।'],
    fil: ['Makinig sa bata at paniwalaan siya.', 'Huwag galawin ang anumang bagay sa silid ng hotel; tumawag sa pulis.', 'Tumawag sa 1343 o sa pinakamalapit na istasyon.', 'Bantayan ang batang nag-iisa sa sasakyan.'],
  } as const;
  const open = (locale: keyof typeof sentences) =>
    openIndex({
      locale, stopWords: '', endings: endingsOf(locale), alike: [], report: { title: '', text: '' }, courses: [{ id: 'c', title: '', text: '', modules: ['m'], jobAid: { title: '', text: '' } }], terms: [], countries: [],
      modules: [{ id: 'm', title: '', text: '', sections: sentences[locale].map((text, at) => ({ id: String(at), title: '', text, also: [] })) }],
    });

  it.each([
    ['hi', 'बच्चों', 0, 'another form of the word'],
    ['hi', 'कमरा', 1, 'another form of the word'],
    ['hi', 'लडका', 3, 'without the nukta, in another form'],
    ['hi', 'छुएं', 1, 'anusvara for candrabindu'],
    ['hi', '1098', 2, 'ASCII digits'],
    ['bn', 'শিশু', 2, 'the word as it stands'],
    ['bn', 'হোটেল', 1, 'the beginning of a word'],
    ['bn', 'পুলিশ', 1, 'the beginning of a word'],
    ['bn', 'গাড়ী', 3, 'a long for a short vowel'],
    ['bn', '1098', 2, 'ASCII digits'],
    ['ne', 'कोठा', 1, 'the beginning of a word'],
    ['ne', 'चालकहरूलाई', 3, 'an ending that the text does not have'],
    ['ne', 'गर्यो', 3, 'without the joiner'],
    ['ne', '1098', 2, 'ASCII digits'],
    ['fil', 'bata', 0, 'the word as it stands'],
    ['fil', 'sasakyang', 3, 'an ending that the text does not have'],
    ['fil', 'hotle', 1, 'two letters changed'],
    ['fil', '1343', 2, 'ASCII digits'],
  ] as [keyof typeof sentences, string, number, string][])('%s: %s finds sentence %i (%s)', (locale, question, sentence) => {
    expect(search(open(locale), question)[0]?.document.anchor).toBe(String(sentence));
  });
});

describe('other words for a thing', () => {
  it('may be cut into pieces, and mean nothing one by one', () => {
    const thai = openIndex({ ...content, locale: 'th', alike: [['แจ้งความ', 'สายด่วน']] });
    expect(search(thai, 'แจ้งความ').map(({ document }) => document.country)).toEqual(['TH']);
    expect(search(thai, 'ความ')).toEqual([]);
  });
});

describe('documentsOf', () => {
  const documents = documentsOf(content);

  it('leaves out a module that no course has', () => {
    expect(documents.some((document) => document.path.includes('nowhere'))).toBe(false);
  });

  it('says in which language words are that are not translated', () => {
    expect(documents.filter((document) => document.lang === 'th').map((document) => document.kind)).toEqual(['country', 'line']);
  });

  it('leads to the learner’s own course where it has the passage, else to the first that does', () => {
    const [shared, road] = ['speaks', 'fare'].map((anchor) => documents.find((document) => document.anchor === anchor)!);
    expect(courseFor(shared!, 'driver')).toBe('driver');
    expect(courseFor(shared!, undefined)).toBe('hotel');
    expect(courseFor(road!, 'hotel')).toBe('driver');
    expect(documentAddress(road!, '/training/', 'pt-BR', 'hotel')).toBe('/training/pt-BR/driver/road/#fare');
  });

  it.each([
    ['course', '/en/hotel/'],
    ['job-aid', '/en/hotel/job-aid/'],
    ['module', '/en/hotel/respond/'],
    ['term', '/en/glossary/#csam'],
    ['country', '/en/report/IN/'],
    ['line', '/en/report/IN/'],
  ])('gives a %s the address %s', (kind, address) => {
    expect(documentAddress(documents.find((document) => document.kind === kind)!, '/', 'en')).toBe(address);
  });
});
