import { answerOf, changes, interactionTypes, isHigher, placeText, type ScormEdition, type Setting } from './scorm.ts';
import { recordLimit } from './compact-record.ts';
import type { TableQuestion } from './course-table.ts';

/** RTE 3.4.4.2, cmi.core.lesson_status: what is further to the right is never overwritten by what is further to the left. */
const ranks = ['', 'not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed'];

/** SCORM 1.2 (Run-Time Environment, 2001). One status for everything: `passed` and `failed` in a course with a quiz, `completed` in one without. */
export const scorm12: ScormEdition = {
  kind: 'scorm12',
  api: 'API',
  calls: {
    initialize: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    finish: 'LMSFinish',
    lastError: 'LMSGetLastError',
    errorString: 'LMSGetErrorString',
    diagnostic: 'LMSGetDiagnostic',
  },
  elements: {
    record: 'cmi.suspend_data',
    location: 'cmi.core.lesson_location',
    learner: 'cmi.core.student_id',
    name: 'cmi.core.student_name',
    mode: 'cmi.core.lesson_mode',
    credit: 'cmi.core.credit',
    entry: 'cmi.core.entry',
    language: 'cmi.student_preference.language',
    mastery: 'cmi.student_data.mastery_score',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    interactions: 'cmi.interactions._count',
  },
  room: recordLimit,
  results: ['cmi.core.lesson_status', 'cmi.core.score.raw', 'cmi.core.score.min', 'cmi.core.score.max'],
  codes: { unset: ['0', '201'], missing: ['401'] },
  mark(mastery) {
    const mark = mastery.trim() === '' ? NaN : Number(mastery);
    return mark > 0 && mark <= 100 ? mark : undefined;
  },
  settings({ completed, passed, scaled }, now) {
    // A quiz passed before its modules are done is no course passed: this edition has no other place to say so.
    const status = !completed ? 'incomplete' : passed === null ? 'completed' : passed ? 'passed' : 'failed';
    const raw = scaled === null ? null : round(scaled * 100);
    const settings: Setting[] = [];
    if (raw !== null && !(Number(now('cmi.core.score.raw') || -1) >= raw)) {
      settings.push(['cmi.core.score.min', '0'], ['cmi.core.score.max', '100'], ['cmi.core.score.raw', String(raw)]);
    }
    if (isHigher(ranks, status, now('cmi.core.lesson_status'))) settings.push(['cmi.core.lesson_status', status]);
    return changes(settings, now);
  },
  interaction(event, table, n, offset) {
    const answer = answerOf(event, table);
    if (!answer) return [];
    const { question, latency } = answer;
    const entry = (field: string, value: string): Setting => [`cmi.interactions.${n}.${field}`, value];
    return [
      entry('id', answer.id),
      entry('time', new Date(Date.parse(answer.at) - offset * 60_000).toISOString().slice(11, 19)),
      entry('type', interactionTypes[question.kind as keyof typeof interactionTypes]),
      entry('correct_responses.0.pattern', letters(question, question.right)),
      entry('student_response', letters(question, answer.response)),
      entry('result', answer.success ? 'correct' : 'wrong'),
      ...(latency === undefined ? [] : [entry('latency', this.time(latency))]),
    ];
  },
  location: (place) => placeText(place).slice(0, 255),
  time(seconds) {
    const whole = Math.min(9999 * 3600, Math.max(0, Math.floor(seconds)));
    return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0')).join(':');
  },
};

const signs = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** RTE 3.4.4.2, CMIFeedback: options are single letters, here in the order of module.yaml; `a.c` is a pair. */
function letters({ options, answers = [], kind }: TableQuestion, response: readonly string[]): string {
  const sign = (list: readonly string[], id: string) => signs[list.indexOf(id)] ?? '';
  const parts = response.map((item) => {
    const [option = '', answer = ''] = item.split('=');
    return kind === 'match' ? `${sign(options, option)}.${sign(answers, answer)}` : sign(options, item);
  });
  return parts.filter((part) => /^.$|^.\..$/.test(part)).join(',').slice(0, 255);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
