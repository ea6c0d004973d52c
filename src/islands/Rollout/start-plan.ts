/** What a rollout weighs, phase by phase: the sizes come from the lists that "Save on this phone" uses, so they are those of this very build. */
import { isCourseList, listUrl } from '../../core/offline/course-list.ts';
import { daysOf, hostingCost, planFor, type CourseSize, type Plan } from '../../core/rollout/plan.ts';
import { base, data, find, locale, plain, t } from '../page.ts';

interface Facts { courses: string[]; languages: string[]; phases: { id: string; name: string; from: string; until?: string; learners: number }[] }

const units = [[1e12, 'terabyte'], [1e9, 'gigabyte'], [1e6, 'megabyte'], [1e3, 'kilobyte']] as const;

/** `1.2 GB` as the language writes it; hosts count in thousands. */
function size(bytes: number): string {
  const [unit, name] = units.find(([least]) => bytes >= least) ?? units[3];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumSignificantDigits: 3 }).format(bytes / unit);
}

async function json(path: string): Promise<unknown> {
  const answer = await fetch(base + path);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

export async function startPlan(): Promise<void> {
  const { courses, languages, phases } = JSON.parse(data['plan'] ?? '{}') as Facts;
  let sizes: CourseSize[];
  let shell: number;
  try {
    const lists = await Promise.all(languages.flatMap((tag) => courses.map((course) => json(listUrl(tag, course)))));
    sizes = lists.filter(isCourseList);
    shell = Number((await json('rollouts/shell.json') as { bytes?: unknown }).bytes) || 0;
  } catch {
    find('[data-plan-status]')!.textContent = t('plan.unreachable');
    return;
  }
  const plans = phases.map((phase) => ({ ...phase, plan: planFor(phase.learners, sizes, shell, daysOf(phase)) }));
  show(plans);
  startCost(plans);
}

type PhasePlan = Facts['phases'][number] & { plan: Plan };

function show(plans: readonly PhasePlan[]): void {
  const number = new Intl.NumberFormat(locale);
  const rows: [string, (of: PhasePlan) => string][] = [
    ['plan.learners', ({ learners }) => number.format(learners)],
    ['plan.perLearner', ({ plan }) => size(plan.perLearner)],
    ['plan.onDevice', ({ plan }) => size(plan.onDevice)],
    ['plan.transfer', ({ plan }) => size(plan.transfer)],
    ['plan.aDay', ({ plan }) => (plan.transferADay === null ? t('plan.noEnd') : size(plan.transferADay))],
    ['plan.storage', ({ plan }) => size(plan.storage)],
  ];
  const cards = plans.map((plan) => {
    const list = plain('dl');
    list.append(
      ...rows.map(([key, of]) => {
        const row = plain('div');
        row.append(plain('dt', '', t(key)), plain('dd', '', of(plan)));
        return row;
      }),
    );
    const card = plain('div', 'card flow');
    card.append(plain('h3', '', plan.name), list);
    return card;
  });
  find('[data-plan-phases]')!.replaceChildren(...cards);
}

function startCost(plans: readonly PhasePlan[]): void {
  const form = find<HTMLFormElement>('[data-plan-form]')!;
  const status = find('[data-plan-cost]')!;
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    const given = new FormData(form);
    const [perGigabyte, perGigabyteMonth, months] = ['perGigabyte', 'perGigabyteMonth', 'months'].map((name) => Number(String(given.get(name)).trim().replace(',', '.') || NaN)) as [number, number, number];
    const isWhole = [perGigabyte, perGigabyteMonth, months].every((value) => Number.isFinite(value) && value >= 0);
    const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    status.textContent = isWhole ? plans.map(({ name, plan }) => t('plan.costOf', { phase: name, cost: money.format(hostingCost(plan, { perGigabyte, perGigabyteMonth, months })) })).join(' ') : t('plan.costNumbers');
  });
}
