import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../../../src/core/progress/backup.ts';
import type { Context, Event, ObjectName, Result, Verb } from '../../../../src/core/progress/events.ts';
import { readResults, type Scope } from '../../../../src/core/rollout/results.ts';

const scope: Scope = {
  rollout: 'carona-clara',
  phase: { id: 'pilot', from: '2027-02-01', until: '2027-04-30' },
  passMark: 80,
  courses: [{ id: 'driver', modules: ['signs', 'report'], titles: ['Motoristas e transporte', 'Drivers and transport'] }],
};
const table = (text: string, name = 'lms.csv') => ({ name, text });
const one = (text: string, more: Partial<Scope> = {}) => readResults([table(text)], { ...scope, ...more });

describe('readResults, from tables', () => {
  it('reads a generic table', () => {
    const { results, leftOut, merged, files } = one('learner,course,completed,score,before,rating\nana,driver,yes,90,60,5\nbia,driver,no,,,\n');
    expect(results).toEqual([
      { learner: 'ana', course: 'driver', completed: true, passed: true, score: 90, before: 60, rating: 5 },
      { learner: 'bia', course: 'driver', completed: false, passed: null, score: null, before: null, rating: null },
    ]);
    expect({ leftOut, merged, files }).toEqual({ leftOut: [], merged: 0, files: [{ name: 'lms.csv', kind: 'table', read: 2, reasons: [] }] });
  });

  it.each([
    ['the quiz report of Moodle', '"Last name","First name","Email address",Status,Started,Completed,Duration,Grade/100.00,"Q. 1 /10.00"\nSilva,Ana,ana@x.example,Finished,"1 February 2027 10:00 AM","1 February 2027 10:09 AM","9 mins",85.00,10.00\nLima,Bia,bia@x.example,"In progress","1 February 2027 11:00 AM",-,-,-,-\n', [85, null]],
    ['the same in Brazil, with semicolons and commas', '"Sobrenome";"Nome";"Endereço de email";"Estado";"Avaliar/10,00"\nSilva;Ana;ana@x.example;Concluído;8,50\nLima;Bia;bia@x.example;Em andamento;-\n', [85, null]],
    ['the same in Thai, with tabs', 'ชื่อ\tนามสกุล\tที่อยู่อีเมล\tสถานะ\tคะแนน/20.00\nเอ\tก\tana@x.example\tเสร็จสิ้น\t17.00\nบี\tข\tbia@x.example\tกำลังดำเนินการ\t-\n', [85, null]],
    ['the grader report of Moodle, with its row of averages', 'First name,Last name,Email address,"SCORM package: Drivers (Percentage)"\nAna,Silva,ana@x.example,85.00 %\nBia,Lima,bia@x.example,-\nOverall average,,,85.00 %\n', [85, null]],
    ['shares of one', 'email,score\nana@x.example,0.85\nbia@x.example,\n', [85, null]],
  ])('reads %s', (_, text, scores) => {
    const { results } = one(text);
    expect(results.slice(0, 2).map(({ learner, score }) => [learner, score])).toEqual([['ana@x.example', scores[0]], ['bia@x.example', scores[1]]]);
  });

  it('leaves out the averages below a grader report, and says so', () => {
    const { leftOut } = one('Full name,Course total (Real)\nAna,85\nOverall average,85\n');
    expect(leftOut).toEqual([{ file: 'lms.csv', row: 3, reason: 'no-learner', what: 'Overall average 85' }]);
  });

  it('takes SCORM’s words for passed and failed, where there is no score', () => {
    const { results } = one('user,lesson status\nana,passed\nbia,failed\nclo,completed\ndea,incomplete\n');
    expect(results.map(({ completed, passed }) => [completed, passed])).toEqual([[true, true], [true, false], [true, null], [false, null]]);
  });

  it('judges a score by the mark of the rollout, whatever the system says', () => {
    expect(one('user,passed,score\nana,yes,79\nbia,no,80\n').results.map(({ passed }) => passed)).toEqual([false, true]);
  });

  it('names every row that it leaves out, and why', () => {
    const { results, leftOut } = one(
      'learner,course,score,completed,date,rollout,phase,rating\n,driver,90,yes,,,,\nana,hotel,90,yes,,,,\nbia,driver,ninety,yes,,,,\nclo,driver,190,yes,,,,\ndea,driver,90,perhaps,,,,\nela,driver,90,yes,2027-05-01,,,\nfia,driver,90,yes,,bangkok-taxis,,\ngia,driver,90,yes,,,national,\nhel,driver,90,yes,2027-04-30,carona-clara,pilot,6\niva,Drivers and  Transport,90,yes,2027-04-30,carona-clara,pilot,4\n',
    );
    expect(results.map(({ learner }) => learner)).toEqual(['iva']);
    expect(leftOut.map(({ row, reason, what }) => [row, reason, what])).toEqual([
      [2, 'no-learner', 'driver 90 yes'],
      [3, 'unknown-course', 'ana: hotel'],
      [4, 'not-a-number', 'bia: ninety'],
      [5, 'not-a-number', 'clo: 190'],
      [6, 'unknown-word', 'dea: perhaps'],
      [7, 'outside-dates', 'ela: 2027-05-01'],
      [8, 'other-rollout', 'fia: bangkok-taxis'],
      [9, 'other-phase', 'gia: national'],
      [10, 'not-a-number', 'hel: 6'],
    ]);
  });

  it('merges rows of one learner: the better result, and the better test before', () => {
    const rows = ['Ana@X.example,60,40,4,no', 'ana@x.example ,90,55,2,yes', 'bia@x.example,85,,,yes'];
    const text = (order: string[]) => `email,score,before,rating,completed\n${order.join('\n')}\n`;
    const { results, merged } = one(text(rows));
    expect(merged).toBe(1);
    expect(results[0]).toEqual({ learner: 'ana@x.example', course: 'driver', completed: true, passed: true, score: 90, before: 55, rating: 3 });
    expect(one(text([...rows].reverse())).results).toEqual(results);
  });

  it('leaves the course open where a rollout has several and the table names none', () => {
    const courses = [...scope.courses, { id: 'manager', modules: [], titles: ['Managers'] }];
    expect(one('user,score\nana,90\n', { courses }).results[0]?.course).toBe('');
  });

  it.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['PK\u0003\u0004binary', 'not-text'],
    ['%PDF-1.7', 'not-text'],
    ['n\u0000a\u0000m\u0000e\u0000', 'not-text'],
    ['name,score\n"Ana,90\n', 'open-quote'],
    ['colour,score\nred,90\n', 'no-learner-column'],
    ['name,colour\nAna,red\n', 'no-result-column'],
    ['{"farol":"backup","format":99,"made":"","profiles":1,"events":0,"checksum":""}\n{}', 'newer-format'],
    ['{"farol":"roster"}\n{}', 'not-text'],
  ])('says what is wrong with %j', (text, reason) => {
    expect(one(text)).toMatchObject({ results: [], files: [{ kind: 'none', reasons: [reason] }] });
  });

  it('warns where names are all there is', () => {
    expect(one('Full name,score\nAna Silva,90\n').files[0]?.reasons).toEqual(['by-name']);
  });

  it('never throws, whatever a file holds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('name,score\n', '{"farol":', '', '\ufeff'), fc.string()).map(([head, rest]) => table(head + rest))), (files) => {
        expect(readResults(files, scope).files).toHaveLength(files.length);
      }),
    );
  });
});

describe('readResults, from files of Farol', () => {
  let count = 0;
  const event = (profile: string, verb: Verb, object: ObjectName, result?: Result, context: Partial<Context> = {}, day = '2027-03-01'): Event => ({
    id: `e${++count}`, profile, verb, object, ...(result && { result }), at: `${day}T10:00:${String(count % 60).padStart(2, '0')}.000Z`, contentVersion: 1,
    context: { locale: 'pt-BR', rollout: 'carona-clara', phase: 'pilot', ...context },
  });
  const attempt = (profile: string, purpose: 'before' | 'quiz', percent: number, context: Partial<Context> = {}, day?: string): Event[] => {
    const drawn = { attempt: { id: `attempt-${++count}`, purpose, seed: 1, draw: ['signs/a'] }, course: 'driver', ...context };
    return [
      event(profile, 'started', 'quiz:driver', undefined, drawn, day),
      event(profile, 'finished', 'quiz:driver', { score: percent / 100, success: percent >= 80 }, drawn, day),
    ];
  };
  const learnt = (profile: string, percent: number, context?: Partial<Context>, day?: string): Event[] => [
    ...attempt(profile, 'before', 50, context, day),
    event(profile, 'completed', 'module:signs', undefined, context, day),
    event(profile, 'completed', 'module:report', undefined, context, day),
    ...attempt(profile, 'quiz', percent, context, day),
    event(profile, 'rated', 'course:driver', { response: ['useful=4', 'clear=yes'] }, context, day),
  ];
  const file = (name: string, ...learners: [id: string, name: string, events: Event[]][]) => ({
    name,
    text: writeBackup({
      made: '2027-05-01T00:00:00.000Z',
      profiles: learners.map(([id, called]) => ({ id, name: called, createdAt: '2027-02-01T00:00:00.000Z', lastUsedAt: '2027-02-01T00:00:00.000Z' })),
      events: learners.flatMap(([, , events]) => events),
    }),
  });

  it('reads what a learner did for this phase', () => {
    const { results, files } = readResults([file('a.txt', ['p1', 'Ana', learnt('p1', 90)])], scope);
    expect(results).toEqual([{ learner: 'p1', course: 'driver', completed: true, passed: true, score: 90, before: 50, rating: 4 }]);
    expect(files).toEqual([{ name: 'a.txt', kind: 'farol', read: 1, reasons: [] }]);
  });

  it('names learners whose results belong elsewhere, and passes over empty guests', () => {
    const { results, leftOut } = readResults(
      [file('b.txt', ['p1', 'Ana', learnt('p1', 90, { rollout: 'bangkok-taxis' })], ['p2', '', learnt('p2', 90, { phase: 'national' })], ['p3', 'Clo', learnt('p3', 90, {}, '2027-06-01')], ['p4', '', []])],
      scope,
    );
    expect(results).toEqual([]);
    expect(leftOut).toEqual([
      { file: 'b.txt', row: 1, reason: 'other-rollout', what: 'Ana' },
      { file: 'b.txt', row: 2, reason: 'other-phase', what: 'p2' },
      { file: 'b.txt', row: 3, reason: 'outside-dates', what: 'Clo' },
    ]);
  });

  it('counts the same learner of two backups once', () => {
    const events = learnt('p1', 60);
    const { results, merged } = readResults([file('a.txt', ['p1', 'Ana', events]), file('b.txt', ['p1', 'Ana', [...events, ...learnt('p1', 90)]])], scope);
    expect(results).toMatchObject([{ learner: 'p1', score: 90, passed: true }]);
    expect(merged).toBe(1);
  });

  it('counts what can be read of a file that was cut off, and says so', () => {
    const { text } = file('a.txt', ['p1', 'Ana', learnt('p1', 90)]);
    const { results, files } = readResults([{ name: 'cut.txt', text: text.slice(0, -30) }], scope);
    expect(results).toHaveLength(1);
    expect(files[0]?.reasons).toEqual(['cut-off']);
  });
});
