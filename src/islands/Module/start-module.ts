/** Brings a module to life: its questions, its scenario, its record. Everything it needs is in the page. */
import { countActiveTime } from '../../browser/active-time.ts';
import type { Learner } from '../../browser/learner.ts';
import { choose } from '../../browser/storage/device-choices.ts';
import { readDraft, writeDraft } from '../../browser/storage/drafts.ts';
import { isEverythingDone, moduleStanding, type Versions } from '../../core/progress/completion.ts';
import { foldModules } from '../../core/progress/fold-modules.ts';
import { judge } from '../../core/quiz/judge.ts';
import { fillCountryParts, type CountryTexts } from '../Country/country-part.ts';
import { offerListening } from '../Listen/offer-listening.ts';
import { data, find, findAll, plural, t } from '../page.ts';
import { enlivenQuestion, keyOf } from '../Question/question.ts';
import { enlivenScenario } from '../Scenario/scenario.ts';
import { sayOutcome } from '../Shell/outcome.ts';

/** @param pageOf where the texts of a country come from */
export async function startModule(opening: Promise<Learner>, signal: AbortSignal, pageOf?: CountryTexts): Promise<void> {
  const { course = '', module = '' } = data;
  const version = Number(data['version']);
  const versions: Versions = (data['material'] ?? '').split(' ').map((number) => ({ version: Number(number), material: true }));

  const elements = findAll('[data-question]').map((element) => ({ element, ref: element.dataset['question'] ?? '', scoredKey: keyOf(element) }));
  const scored = elements.filter(({ scoredKey }) => scoredKey);
  const story = find('[data-scenario]');
  /** The shape that the completion rule reads; the page shows exactly the questions of the lesson. */
  const key = {
    id: module,
    versions: versions as { version: number; date: string; material: boolean }[],
    questions: scored.map(({ ref, element }) => ({ id: ref.split('/')[1], kind: element.dataset['kind'], place: 'lesson' })) as never,
    scenario: story ? ({} as never) : undefined,
  };

  // Promise and value: a tap in the first moments waits for the store, everything later does not.
  let learner: Learner | undefined;

  const record: Learner['record'] = async (...event) => {
    const { record: add } = learner ?? (await opening);
    const outcome = await add(...event);
    sayOutcome(outcome);
    return outcome;
  };

  const questions = scored.map(({ element, ref, scoredKey }) =>
    enlivenQuestion(element, {
      judge: (response) => judge(scoredKey!, response),
      onDraft: (response) => learner && writeDraft(learner.profile.id, ref, response),
      onAnswer: ({ response, judgement: { score, success } }) => {
        if (learner) writeDraft(learner.profile.id, ref, []);
        void record(version, 'answered', `question:${ref as `${string}/${string}`}`, { response, score, success }).then(standing);
        // Now, not after the writing: somebody may be gone within the same second, and the module is to count.
        standing();
      },
    }),
  );
  const scenario =
    story &&
    enlivenScenario(story, (steps, ending) => {
      const last = steps.at(-1);
      if (last) void record(version, 'chose', `scenario:${module}/${last.node}`, { response: [last.choice] });
      if (ending) void record(version, 'reached', `scenario:${module}`, { response: [ending] }).then(standing);
      standing();
    });

  /** Takes up what was answered before, on this page, in another tab or in another language. */
  function restore(): void {
    if (!learner) return;
    const progress = foldModules(learner.events)[module];
    questions.forEach((question, place) => {
      const stored = progress?.answers[question.ref];
      const answered = stored && { response: stored.response, judgement: judge(scored[place]!.scoredKey!, stored.response) };
      question.restore(answered, readDraft(learner!.profile.id, question.ref));
    });
    scenario?.restore(progress?.scenario.path ?? []);
  }

  /** What is still open, what is done: beside the next button, and as dots at the top. */
  function standing(): void {
    if (!learner || signal.aborted) return;
    const all = foldModules(learner.events);
    const progress = all[module];
    if (isEverythingDone(progress, key) && moduleStanding(progress, versions).state !== 'done') {
      void record(version, 'completed', `module:${module}`).then(standing);
      return;
    }
    const { state } = moduleStanding(progress, versions);
    const open = scored.filter(({ ref }) => !progress?.answers[ref]);
    const line = find('[data-standing]');
    if (line) {
      line.textContent = state === 'done' ? t('module.done') : open.length ? plural('module.left', open.length) : story ? t('module.finishStory') : '';
      line.classList.toggle('done', state === 'done');
    }
    find('[data-again]')?.toggleAttribute('hidden', state !== 'again');
    for (const dot of findAll('[data-dot]')) {
      const of = dot.dataset['dot'] ?? '';
      const dotState = moduleStanding(all[of], of === module ? versions : []).state;
      dot.classList.toggle('is-done', dotState === 'done' || dotState === 'skipped');
    }
  }

  /** Links that a wrong answer of a quiz leads through open the passage they point at. */
  function openTarget(): void {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const folded = target && target.closest('details');
    if (folded) folded.open = true;
  }

  offerListening(signal);
  void fillCountryParts(pageOf);
  openTarget();
  addEventListener('hashchange', openTarget, { signal });
  choose({ course });

  const opened = await opening;
  if (signal.aborted) return;
  learner = opened;
  void record(version, 'opened', `module:${module}`).then(standing);
  restore();
  standing();
  opened.onChange(() => {
    restore();
    standing();
  }, signal);
  countActiveTime((seconds) => void record(version, 'stayed', `module:${module}`, { duration: seconds }), signal);
  find('[data-skip]')?.addEventListener('click', () => void record(version, 'skipped', `module:${module}`));
}
