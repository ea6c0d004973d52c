import { largeRecordLimit } from './compact-record.ts';
import { answerOf, changes, interactionTypes, isHigher, placeText, type ScormEdition, type Setting } from './scorm.ts';

const completions = ['', 'unknown', 'not attempted', 'incomplete', 'completed'];
const successes = ['', 'unknown', 'failed', 'passed'];

/** SCORM 2004 4th edition (Run-Time Environment 1.1): completion, success, score and progress are four things, and all are sent. */
export const scorm2004: ScormEdition = {
  kind: 'scorm2004',
  api: 'API_1484_11',
  calls: {
    initialize: 'Initialize',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    finish: 'Terminate',
    lastError: 'GetLastError',
    errorString: 'GetErrorString',
    diagnostic: 'GetDiagnostic',
  },
  elements: {
    record: 'cmi.suspend_data',
    location: 'cmi.location',
    learner: 'cmi.learner_id',
    name: 'cmi.learner_name',
    mode: 'cmi.mode',
    credit: 'cmi.credit',
    entry: 'cmi.entry',
    language: 'cmi.learner_preference.language',
    mastery: 'cmi.scaled_passing_score',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    interactions: 'cmi.interactions._count',
  },
  room: largeRecordLimit,
  results: ['cmi.completion_status', 'cmi.success_status', 'cmi.progress_measure', 'cmi.score.scaled', 'cmi.score.raw', 'cmi.score.min', 'cmi.score.max'],
  codes: { unset: ['0', '403'], missing: ['401', '402'] },
  mark(mastery) {
    const scaled = mastery.trim() === '' ? NaN : Number(mastery);
    return scaled > 0 && scaled <= 1 ? Math.round(scaled * 1e6) / 1e4 : undefined;
  },
  settings({ completed, passed, scaled, progress }, now) {
    const completion = completed ? 'completed' : 'incomplete';
    const success = passed === null ? 'unknown' : passed ? 'passed' : 'failed';
    const settings: Setting[] = [];
    if (scaled !== null && !(Number(now('cmi.score.scaled') || -2) >= scaled)) {
      const raw = String(Math.round(scaled * 10_000) / 100);
      settings.push(['cmi.score.min', '0'], ['cmi.score.max', '100'], ['cmi.score.raw', raw], ['cmi.score.scaled', String(scaled)]);
    }
    if (!(Number(now('cmi.progress_measure') || -1) >= progress)) settings.push(['cmi.progress_measure', String(progress)]);
    if (isHigher(completions, completion, now('cmi.completion_status'))) settings.push(['cmi.completion_status', completion]);
    if (isHigher(successes, success, now('cmi.success_status'))) settings.push(['cmi.success_status', success]);
    return changes(settings, now);
  },
  interaction(event, table, n) {
    const answer = answerOf(event, table);
    if (!answer) return [];
    const { question, latency } = answer;
    // RTE 4.2.9.1: parts are divided by [,], the two sides of a pair by [.].
    const pattern = (response: readonly string[]) => response.map((item) => item.replace('=', '[.]')).join('[,]');
    const entry = (field: string, value: string): Setting => [`cmi.interactions.${n}.${field}`, value];
    return [
      entry('id', answer.id),
      entry('type', interactionTypes[question.kind as keyof typeof interactionTypes]),
      // Hundredths of a second at most (RTE 4.1.1.7).
      entry('timestamp', answer.at.replace(/(\.\d\d)\d*Z$/, '$1Z')),
      entry('correct_responses.0.pattern', pattern(question.right)),
      entry('learner_response', pattern(answer.response)),
      entry('result', answer.success ? 'correct' : 'incorrect'),
      ...(latency === undefined ? [] : [entry('latency', this.time(latency))]),
      ...(question.topic ? [entry('description', `${table.locale ? `{lang=${table.locale}}` : ''}${question.topic}`.slice(0, 250))] : []),
    ];
  },
  location: (place) => placeText(place).slice(0, 1000),
  time(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    return `PT${Math.floor(whole / 3600)}H${Math.floor(whole / 60) % 60}M${whole % 60}S`;
  },
};
