/**
 * Brings a server-rendered question (components/Question.astro) to life. The form in the page is the question: it is read, marked and
 * explained where it stands and never replaced, so a tap made before this script arrived is still there, and words are sent once.
 *
 * Not a Preact component: the framework alone would take 4.8 kB of the 11 kB that a lesson's script may weigh on a slow line.
 */
import type { Judgement, Mark, ScoredKey } from '../../core/quiz/judge.ts';
import { button, plain, t } from '../page.ts';

export interface Answered { response: readonly string[]; judgement: Judgement }

export interface Hooks {
  judge(response: readonly string[]): Judgement;
  onAnswer(answered: Answered): void;
  onDraft(response: readonly string[]): void;
  /** true in a quiz: one try, then every option is explained. */
  final?: boolean;
  /** true in the test before: the answer is taken without a word. */
  silent?: boolean;
}

export interface LiveQuestion {
  ref: string;
  /** Shows what was half chosen or answered before, unless something newer stands in the page. */
  restore(answered?: Answered, draft?: readonly string[]): void;
  /** Puts options, and the answers of a match, in this order. */
  arrange(options: readonly string[], answers?: readonly string[]): void;
}

const signs: Record<Mark, string> = { right: '✓', missed: '○', wrong: '✕', fine: '' };

const items = (element: Element) => [...element.querySelectorAll<HTMLElement>('[data-option]')];
const idOf = (item: HTMLElement) => item.dataset['option'] ?? '';
const keyItem = (element: Element, id: string) => element.querySelector(`.key [data-id="${id}"]`);
const textOf = (element: Element, id: string, part: 'b' | 'span') => keyItem(element, id)?.querySelector(part)?.textContent ?? '';

/** The part of the key that judging and shuffling need. A reflection has none. */
export function keyOf(element: HTMLElement): ScoredKey | null {
  const { kind, right = '' } = element.dataset;
  if (kind === 'reflection') return null;
  const options = items(element).map(idOf);
  const rights = right.split(' ');
  const pairs = Object.fromEntries(rights.map((pair) => pair.split('=')));
  const answers = [...(element.querySelector('select')?.options ?? [])].map((option) => option.value).filter(Boolean);
  const key = kind === 'choice' ? { right } : kind === 'match' ? { right: pairs, distractors: answers.filter((id) => !Object.values(pairs).includes(id)) } : { right: rights };
  return { kind, options, ...key } as unknown as ScoredKey;
}

/** What is chosen in the page at this moment, in the form that events carry. */
function responseOf(element: HTMLElement): string[] {
  const { kind } = element.dataset;
  if (kind === 'order') return items(element).map(idOf);
  if (kind !== 'match') return [...element.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.value);
  return items(element).flatMap((item) => {
    const answer = item.querySelector('select')?.value;
    return answer ? [`${idOf(item)}=${answer}`] : [];
  });
}

export function enlivenQuestion(element: HTMLElement, hooks: Hooks): LiveQuestion {
  const { kind, question: ref = '', right = '' } = element.dataset;
  const form = element.querySelector('form')!;
  const list = element.querySelector('.options')!;
  const act = plain('div', 'act');
  const said = plain('span', 'away');
  said.setAttribute('role', 'status');
  let answered: Answered | undefined;
  let revealed = false;

  const controls = () => form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input,select');

  const paint = () => {
    const open = !answered;
    const all = answered && (hooks.final || answered.judgement.success || revealed);
    for (const control of controls()) control.disabled = !open;
    for (const item of items(element)) {
      const id = idOf(item);
      const mark = answered?.judgement.perOption[id];
      const chosen = kind === 'match' || kind === 'order' || answered?.response.includes(id);
      for (const added of item.querySelectorAll('.feedback,.given')) added.remove();
      // A narrow screen cuts what stands in a select.
      const select = answered && item.querySelector('select');
      if (select) select.after(plain('span', 'given', select.selectedOptions[0]?.text));
      item.className = `option ${mark && (chosen || all) ? mark : ''}`;
      for (const move of item.querySelectorAll<HTMLElement>('.moves')) move.hidden = !open;
      if (mark && (chosen || all)) item.append(feedback(id, mark, !!all));
    }
    act.replaceChildren(...(answered ? verdict(answered, !!all) : [checkButton(), said]));
    markScene();
  };

  const feedback = (id: string, mark: Mark, all: boolean) => {
    const line = plain('p', 'feedback');
    if (mark !== 'fine') line.append(plain('b', '', `${signs[mark]} ${t(`question.${kind === 'order' && mark === 'wrong' ? 'misplaced' : mark}`)}`), ' ');
    line.append(textOf(element, id, 'span'));
    if (all && kind === 'match' && mark !== 'right') line.append(' ', plain('i', '', keyItem(element, id)?.querySelector('i')?.textContent ?? ''));
    return line;
  };

  const verdict = ({ judgement, response }: Answered, all: boolean) => {
    const { success, score } = judgement;
    const line = plain('p', success ? 'verdict is-right' : 'verdict', t(success ? 'question.yes' : score > 0 ? 'question.partly' : kind === 'choice' ? 'question.notYet' : 'question.noneYet'));
    line.tabIndex = -1;
    // The reasons stand above, under the options: a screen reader hears those of the learner's own choice with the verdict.
    const reasons = [...list.querySelectorAll('.feedback')].filter((reason) => response.some((given) => idOf(reason.parentElement!) === given.split('=')[0]));
    reasons.forEach((reason, place) => (reason.id = `why-${element.id}-${place}`));
    line.setAttribute('aria-describedby', reasons.map(({ id }) => id).join(' '));
    if (!all) {
      return [
        line,
        button(t('question.again'), () => {
          answered = undefined;
          paint();
          form.querySelector<HTMLElement>('input,select,.moves button:enabled')?.focus();
        }),
        button(t('question.show'), () => {
          revealed = true;
          paint();
          act.querySelector<HTMLElement>('.verdict')?.focus();
        }),
      ];
    }
    if (kind !== 'order' || success) return [line];
    const inOrder = plain('ol', 'inorder');
    inOrder.append(...right.split(' ').map((id) => plain('li', '', textOf(element, id, 'b'))));
    return [line, inOrder];
  };

  const checkButton = () => {
    const check = button(t('question.check'), () => {}, true);
    check.type = 'submit';
    check.dataset['testid'] = 'submit';
    return check;
  };

  const markScene = () => {
    for (const spot of element.querySelectorAll<SVGElement>('.scene [data-spot]')) {
      const id = spot.dataset['spot'] ?? '';
      spot.classList.toggle('on', !!form.querySelector<HTMLInputElement>(`input[value="${id}"]`)?.checked);
      spot.classList.toggle('found', answered?.judgement.perOption[id] === 'right');
    }
  };

  const problem = () => {
    const line = plain('p', 'problem', t(kind === 'match' ? 'question.chooseAll' : 'question.chooseOne'));
    line.setAttribute('role', 'alert');
    act.querySelector('.problem')?.remove();
    act.prepend(line);
    [...controls()].find((control) => control.type !== 'select-one' || !control.value)?.focus();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const response = responseOf(element);
    if (response.length < (kind === 'match' ? items(element).length : 1)) return problem();
    answered = { response, judgement: hooks.judge(response) };
    revealed = false;
    if (!hooks.silent) {
      paint();
      act.querySelector<HTMLElement>('.verdict')?.focus();
    }
    hooks.onAnswer(answered);
  });
  form.addEventListener('input', () => {
    act.querySelector('.problem')?.remove();
    markScene();
    hooks.onDraft(responseOf(element));
  });
  // The list is the control, the picture its mirror.
  element.querySelector('.scene')?.addEventListener('click', (event) => {
    const id = (event.target as Element).closest<SVGElement>('[data-spot]')?.dataset['spot'];
    form.querySelector<HTMLInputElement>(`input[value="${id}"]:enabled`)?.click();
  });

  const move = (item: HTMLElement, by: -1 | 1, pressed: HTMLElement) => {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(item);
    else other.after(item);
    settleMoves();
    (pressed.matches(':enabled') ? pressed : item.querySelector<HTMLElement>('.moves :enabled'))?.focus();
    said.textContent = t('question.moved', { text: textOf(element, idOf(item), 'b'), n: items(element).indexOf(item) + 1 });
    hooks.onDraft(responseOf(element));
  };
  const settleMoves = () => {
    const steps = items(element);
    steps.forEach((item, place) => {
      const [up, down] = item.querySelectorAll<HTMLButtonElement>('.moves button');
      if (up && down) [up.disabled, down.disabled] = [place === 0, place === steps.length - 1];
    });
  };
  if (kind === 'order') {
    for (const item of items(element)) {
      const text = textOf(element, idOf(item), 'b');
      const moves = plain('span', 'moves');
      for (const by of [-1, 1] as const) {
        const arrow = button(by < 0 ? '↑' : '↓', () => move(item, by, arrow));
        arrow.setAttribute('aria-label', t(by < 0 ? 'question.up' : 'question.down', { text }));
        arrow.className = '';
        moves.append(arrow);
      }
      item.firstElementChild?.append(moves);
    }
    settleMoves();
  }

  const key = element.querySelector<HTMLElement>('.key');
  key?.setAttribute('hidden', '');
  key?.before(act);
  paint();

  const live: LiveQuestion = {
    ref,
    restore(earlier, draft) {
      // What was tapped or checked in the page before the record was open is newer than what the record holds.
      const tapped = kind !== 'order' && !hooks.final && responseOf(element).length > 0;
      if (answered ? !earlier : tapped) return;
      form.reset();
      // A draft was begun after the answer: somebody who tries again has not finished.
      answered = draft ? undefined : earlier;
      const response = draft ?? earlier?.response ?? [];
      if (kind === 'order' && response.length) live.arrange([...response, ...items(element).map(idOf)]);
      for (const value of response) {
        const [option, answer] = value.split('=');
        const item = items(element).find((candidate) => idOf(candidate) === option);
        const input = item?.querySelector('input');
        const select = item?.querySelector('select');
        if (input) input.checked = true;
        if (select && answer) select.value = answer;
      }
      paint();
    },
    arrange(options, answers = []) {
      const byId = new Map(items(element).map((item) => [idOf(item), item]));
      list.append(...[...new Set(options)].flatMap((id) => byId.get(id) ?? []));
      for (const select of form.querySelectorAll('select')) {
        const choices = new Map([...select.options].map((option) => [option.value, option]));
        select.append(...answers.flatMap((id) => choices.get(id) ?? []));
      }
      settleMoves();
    },
  };
  return live;
}
