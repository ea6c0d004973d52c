/**
 * Brings a server-rendered scenario to life. In the page it is a gamebook: every node with its choices folded and links between them.
 * Here one node is shown at a time, the way is recorded, and each step can be taken back.
 */
import { button, plain, plural, t } from '../page.ts';

export interface Step { node: string; choice: string }

export interface LiveScenario { restore(steps: readonly Step[]): void }

/** @param onStep called with the way so far and the ending, if the last step has led to one */
export function enlivenScenario(element: HTMLElement, onStep: (steps: readonly Step[], ending: string | null) => void): LiveScenario {
  const nodes = [...element.querySelectorAll<HTMLElement>('[data-node]')];
  const nodeOf = (id: string) => nodes.find((node) => node.dataset['node'] === id);
  const choicesOf = (node: HTMLElement) => [...node.querySelectorAll<HTMLDetailsElement>('[data-choice]')];
  const choiceOf = ({ node, choice }: Step) => choicesOf(nodeOf(node) ?? element).find((candidate) => candidate.dataset['choice'] === choice);
  const intro = element.querySelector<HTMLElement>('.intro')!;
  const way = plain('details', 'way');
  const summary = plain('summary');
  const list = plain('ol');
  way.append(summary, list);
  let steps: readonly Step[] = [];

  const at = () => {
    const last = steps.at(-1);
    return (last && nodeOf(choiceOf(last)?.dataset['to'] ?? '')) ?? nodeOf(element.dataset['start'] ?? '') ?? nodes[0]!;
  };

  const paint = (focus: boolean) => {
    const here = at();
    const picked = choicesOf(here).find((choice) => choice.open);
    for (const node of nodes) node.hidden = node !== here;
    for (const choice of choicesOf(here)) choice.hidden = !!picked && choice !== picked;
    intro.hidden = steps.length > 0;
    way.hidden = steps.length === 0;
    summary.textContent = plural('scenario.way', steps.length);
    list.replaceChildren(...steps.map((step) => plain('li', '', choiceOf(step)?.querySelector('summary')?.textContent ?? '')));
    back.hidden = steps.length === 0 && !picked;
    again.hidden = !here.dataset['ending'];
    if (focus) (picked?.querySelector<HTMLElement>('p') ?? here).focus();
  };

  const goTo = (next: readonly Step[]) => {
    steps = next;
    for (const choice of choicesOf(at())) choice.open = false;
    paint(true);
  };
  const back = button(t('scenario.back'), () => {
    const picked = choicesOf(at()).find((choice) => choice.open);
    if (picked) {
      picked.open = false;
      paint(true);
    } else goTo(steps.slice(0, -1));
  });
  const again = button(t('scenario.again'), () => goTo([]));

  for (const node of nodes) {
    node.tabIndex = -1;
    for (const choice of choicesOf(node)) {
      const consequence = choice.querySelector('p');
      if (consequence) consequence.tabIndex = -1;
      choice.addEventListener('toggle', () => {
        if (!node.hidden) paint(choice.open);
      });
      choice.querySelector('a')?.addEventListener('click', (event) => {
        event.preventDefault();
        const { node: from = '' } = node.dataset;
        const { choice: taken = '' } = choice.dataset;
        goTo([...steps, { node: from, choice: taken }]);
        onStep(steps, at().dataset['ending'] ? (at().dataset['node'] ?? null) : null);
      });
    }
  }
  const buttons = plain('p', 'buttons');
  buttons.append(back, again);
  intro.before(way);
  element.querySelector('.story')?.append(buttons);
  paint(false);

  return {
    restore(earlier) {
      // Steps taken in this page are newer than what the record holds, which forgets the way once an ending was reached.
      if (steps.length) return;
      // A node or choice that was retired since ends the way before it.
      const known = earlier.findIndex((step) => !choiceOf(step));
      steps = known < 0 ? earlier : earlier.slice(0, known);
      paint(false);
    },
  };
}
