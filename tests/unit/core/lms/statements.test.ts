import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTemplate, onceId, readLaunchData, sessionStatement, type SessionVerb } from '../../../../src/core/lms/cmi5.ts';
import { agentKey, cmi5Launch, xapiLaunch } from '../../../../src/core/lms/launch.ts';
import { isoDuration, statementOf, type Statement } from '../../../../src/core/lms/statements.ts';
import { verbs, type Event } from '../../../../src/core/progress/events.ts';
import { statementProblems as problems } from '../../../e2e/statement-problems.ts';
import { arbitraryEvents } from '../progress/arbitrary-events.ts';
import { courseIds, realTable, wholeCourse } from './whole-course.ts';

const actor = { objectType: 'Agent', name: 'Ana', account: { homePage: 'https://lms.example', name: 'ana-7' } };
const registration = '760e3480-ba55-4991-94b0-01820dbd23a2';
const manager = { ...realTable('manager'), title: 'For managers', locale: 'en' };
const event = (change: Partial<Event>): Event => ({
  id: '5f3a90c2-d17e-4abc-8d00-00000000012c', profile: 'p', verb: 'opened', object: 'course:manager', context: { locale: 'pt-BR', course: 'manager' }, at: '2026-11-22T08:00:00.417Z', contentVersion: 2, ...change,
});

describe('statementOf', () => {
  it('makes a valid statement of everything that is done in every course', () => {
    const seen = new Set<string>();
    for (const course of courseIds) {
      const table = realTable(course);
      for (const done of wholeCourse(table, { quizzes: 1 })) {
        // What two courses share, and what is done again, is one case.
        const what = `${done.verb} ${done.object} ${Boolean(done.context.attempt)}`;
        if (seen.has(what) || (done.verb === 'answered' && done.context.attempt && seen.size > 100)) continue;
        seen.add(what);
        const statement = statementOf(done, table, actor, registration)!;
        expect(problems(statement), JSON.stringify(statement)).toEqual([]);
        expect(statement).toMatchObject({ id: done.id, timestamp: done.at, actor, context: { registration, language: 'pt-BR' } });
      }
    }
  });

  it('has an own verb for each verb, and a valid statement', () => {
    const ids = verbs.map((verb) => {
      const statement = statementOf(event({ verb, object: verb === 'named' ? 'profile' : 'course:manager', result: { response: ['Ana'], score: 0.5, success: false, duration: 90 } }), manager, actor)!;
      expect(problems(statement), verb).toEqual([]);
      expect(statement.verb.id).toMatch(/^http:\/\/(adlnet\.gov\/expapi\/verbs|activitystrea\.ms\/schema\/1\.0|id\.tincanapi\.com\/verb)\/[a-z]+$/);
      return statement.verb.id;
    });
    expect(new Set(ids).size).toBe(verbs.length);
  });

  it('keeps the verbs of cmi5 for the course', () => {
    for (const verb of verbs) expect(statementOf(event({ verb }), manager, actor)!.verb.id).not.toMatch(/verbs\/(initialized|completed|passed|failed|terminated|abandoned|waived|satisfied|launched)$/);
  });

  it('says of an answer what was asked, what is right, what was given and in which attempt', () => {
    const attempt = { id: 'a1', purpose: 'quiz' as const, seed: 4294967297, draw: ['manager-case/four-gains'] };
    const answered = event({ verb: 'answered', object: 'question:manager-case/four-gains', result: { response: ['ready-list=lawful', 'asked-for-policy=team'], score: 0.25, success: false }, context: { locale: 'th', course: 'manager', country: 'TH', attempt } });
    expect(statementOf(answered, manager, actor)).toMatchObject({
      object: {
        id: 'urn:farol:question:manager-case/four-gains',
        definition: {
          type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
          interactionType: 'matching',
          source: [{ id: 'ready-list' }, { id: 'asked-for-policy' }, { id: 'proud-cleaner' }, { id: 'true-answer' }],
          correctResponsesPattern: ['ready-list[.]lawful[,]asked-for-policy[.]partners[,]proud-cleaner[.]team[,]true-answer[.]good-name'],
        },
      },
      result: { response: 'ready-list[.]lawful[,]asked-for-policy[.]team', score: { scaled: 0.25 }, success: false },
      context: {
        revision: '2',
        contextActivities: { parent: [{ id: 'urn:farol:quiz:manager' }], grouping: [{ id: 'urn:farol:course:manager' }] },
        extensions: { 'urn:farol:extension:country': 'TH', 'urn:farol:extension:attempt': attempt },
      },
    });
  });

  it('makes valid statements, or none, of whatever is in a record', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        for (const one of events) {
          const statement = statementOf(one, manager, actor);
          if (statement) expect(problems(statement)).toEqual([]);
        }
      }),
    );
    expect(statementOf(event({ verb: 'watched' as never }), manager, actor)).toBeNull();
    expect(statementOf(event({ id: 'e1' }), manager, actor)).toBeNull();
  });

  it('writes durations as ISO 8601, in hundredths at most', () => {
    expect([0, 30, 90.126, -5].map(isoDuration)).toEqual(['PT0S', 'PT30S', 'PT90.13S', 'PT0S']);
  });
});

describe('sessionStatement', () => {
  const launch = { endpoint: 'https://lrs.example/', actor, registration, activity: 'https://lms.example/au/1', fetch: 'https://lms.example/token' };
  const template = {
    contextActivities: { grouping: [{ id: 'urn:farol:course:manager/unit' }] },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 's-1' },
  };
  const data = readLaunchData({ contextTemplate: template, launchMode: 'Normal', masteryScore: 0.8, moveOn: 'CompletedAndPassed', returnURL: 'https://lms.example/back' });
  const facts = { id: registration, timestamp: '2026-11-22T08:00:00.000Z', seconds: 61, scaled: 0.9 };
  const all: SessionVerb[] = ['initialized', 'completed', 'passed', 'failed', 'terminated'];
  const made = Object.fromEntries(all.map((verb) => [verb, sessionStatement(verb, launch, facts, data)])) as Record<SessionVerb, Statement>;
  const categories = (verb: SessionVerb) => made[verb].context.contextActivities!.category!.map(({ id }) => id.split('/').at(-1));

  it('is valid for every verb, about the unit that was launched', () => {
    for (const verb of all) {
      expect(problems(made[verb]), verb).toEqual([]);
      expect(made[verb]).toMatchObject({ actor, object: { id: launch.activity }, verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` } });
      expect(problems({ ...made[verb], context: inTemplate(made[verb].context, data.contextTemplate) })).toEqual([]);
    }
  });

  it('has the categories of cmi5 9.6.2', () => {
    expect(Object.fromEntries(all.map((verb) => [verb, categories(verb)]))).toEqual({
      initialized: ['cmi5'], completed: ['cmi5', 'moveon'], passed: ['cmi5', 'moveon'], failed: ['cmi5', 'moveon'], terminated: ['cmi5'],
    });
  });

  it('has result, duration, score and mastery score where cmi5 9.5 and 9.6.3 ask for them, and nowhere else', () => {
    const score = { scaled: 0.9, raw: 90, min: 0, max: 100 };
    expect(Object.fromEntries(all.map((verb) => [verb, made[verb].result]))).toEqual({
      initialized: undefined,
      completed: { completion: true, duration: 'PT61S' },
      passed: { success: true, score, duration: 'PT61S' },
      failed: { success: false, score, duration: 'PT61S' },
      terminated: { duration: 'PT61S' },
    });
    const mastery = { 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.8 };
    expect(all.map((verb) => made[verb].context.extensions)).toEqual([undefined, undefined, mastery, mastery, undefined]);
  });

  it('leaves the categories of cmi5 to cmi5', () => {
    expect(sessionStatement('passed', launch, facts).context).toEqual({ registration });
  });

  it('takes the place in the template of the LMS without changing what that says', () => {
    const context = { registration, contextActivities: { grouping: [{ id: 'urn:farol:course:manager' }], parent: [{ id: 'urn:farol:quiz:manager' }] }, extensions: { 'urn:farol:extension:country': 'BR' } };
    expect(inTemplate(context, { ...template, platform: 'LMS' })).toEqual({
      registration,
      platform: 'LMS',
      contextActivities: { grouping: [{ id: 'urn:farol:course:manager/unit' }, { id: 'urn:farol:course:manager' }], parent: [{ id: 'urn:farol:quiz:manager' }] },
      extensions: { ...template.extensions, 'urn:farol:extension:country': 'BR' },
    });
  });

  it('reads launch data with odd parts, and takes none of them', () => {
    expect(readLaunchData(null)).toEqual({ contextTemplate: {}, launchMode: 'Normal' });
    expect(readLaunchData({ contextTemplate: [], launchMode: 'x', masteryScore: 'high', returnURL: 'javascript:alert(1)' })).toEqual({ contextTemplate: {}, launchMode: 'Normal' });
    expect(readLaunchData({ launchMode: 'Review', masteryScore: '0.7' })).toMatchObject({ launchMode: 'Review', masteryScore: 0.7 });
  });

  it('says once under one id what a registration has once', () => {
    const ids = [onceId(launch, 'completed'), onceId(launch, 'passed'), onceId({ ...launch, activity: 'https://lms.example/au/2' }, 'passed')];
    expect(new Set(ids).size).toBe(3);
    expect(onceId({ ...launch, endpoint: 'https://other.example/' }, 'passed')).toBe(ids[1]);
    for (const id of ids) expect(problems({ ...made.passed, id })).toEqual([]);
    expect(onceId({ endpoint: '', actor, activity: 'a' }, 'passed')).toBeNull();
  });
});

describe('cmi5Launch', () => {
  const query = { endpoint: 'https://lrs.example/xapi', fetch: 'https://lms.example/t?k=1', actor: JSON.stringify(actor), registration, activityId: 'https://lms.example/au/1' };

  it('reads what cmi5 8.1 names, and ends the endpoint with a slash', () => {
    expect(cmi5Launch(query)).toEqual({ endpoint: 'https://lrs.example/xapi/', fetch: query.fetch, actor, registration, activity: query.activityId });
  });

  it('takes nothing less', () => {
    for (const name of Object.keys(query)) expect(cmi5Launch({ ...query, [name]: '' }), name).toBeNull();
    for (const odd of ['lrs', '/xapi/', 'https://', 'javascript:alert(1)']) expect(cmi5Launch({ ...query, endpoint: odd }), odd).toBeNull();
    for (const odd of ['{', '7', '[]', '{}', '{"name":"Ana"}', '{"account":{"name":"x"}}']) expect(cmi5Launch({ ...query, actor: odd }), odd).toBeNull();
  });
});

describe('xapiLaunch', () => {
  it('reads a launch as Tin Can has it, with one identifier for the learner', () => {
    const old = JSON.stringify({ name: ['Ana'], mbox: ['mailto:ana@example.org'], account: [{ accountServiceHomePage: 'https://lms.example', accountName: 'ana-7' }] });
    expect(xapiLaunch({ endpoint: 'https://lrs.example/', auth: 'Basic x', actor: old }, 'urn:farol:course:manager')).toEqual({
      endpoint: 'https://lrs.example/', auth: 'Basic x', actor, activity: 'urn:farol:course:manager',
    });
    expect(xapiLaunch({ endpoint: 'https://lrs.example/', actor: old }, 'x')).toBeNull();
  });

  it('tells learners apart by what identifies them', () => {
    expect(agentKey(actor)).not.toBe(agentKey({ mbox: 'mailto:ana@example.org' }));
    expect(agentKey({ ...actor, name: 'Other' })).toBe(agentKey(actor));
  });
});
