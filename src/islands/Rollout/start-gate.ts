/** Reads result files in the browser and says, criterion by criterion, whether a phase has reached what it set out to reach. Nothing is sent or kept. */
import { evaluateGate, type Criterion } from '../../core/rollout/gate.ts';
import { readResults, type LeftOutReason, type ReadResults, type ResultFile, type Scope } from '../../core/rollout/results.ts';
import type { Gate } from '../../core/rollout/rollout.schema.ts';
import { data, find, locale, plain, plural, t } from '../page.ts';

interface Scoped { name: string; gate: Gate; scope: Scope }

/** No table of results is that long; a film that was chosen by mistake would fill the memory. */
const largestFile = 50_000_000;
const mostNamed = 200;

export function startGate(): void {
  const scopes = JSON.parse(data['gates'] ?? '[]') as Scoped[];
  const input = find<HTMLInputElement>('[data-gate-files]');
  const chooser = find<HTMLSelectElement>('[data-gate-phase]');
  if (!input) return;
  let files: ResultFile[] = [];

  const show = (): void => {
    const chosen = scopes[Number(chooser?.value ?? 0)];
    if (chosen && files.length > 0) showVerdict(chosen, readResults(files, chosen.scope));
  };
  input.addEventListener('change', async () => {
    files = await Promise.all([...(input.files ?? [])].map(textOf));
    show();
    find('[data-verdict]')!.focus();
  });
  chooser?.addEventListener('change', show);
}

/** A file that cannot be read counts as one that is no text: its sentence tells what to do. */
async function textOf(file: File): Promise<ResultFile> {
  const text = file.size > largestFile ? '\ufffd' : await file.text().catch(() => '\ufffd');
  return { name: file.name, text };
}

function showVerdict({ name, gate }: Scoped, read: ReadResults): void {
  const { isPassed, criteria } = evaluateGate(gate, read.results);
  const learners = new Set(read.results.map(({ learner }) => learner)).size;
  const list = plain('ul', 'criteria');
  list.append(...criteria.map(criterionItem));
  const place = find('[data-verdict]')!;
  place.dataset['passed'] = isPassed ? 'yes' : 'no';
  place.replaceChildren(
    plain('p', 'verdict', t(isPassed ? 'gate.passed' : 'gate.notYet', { phase: name })),
    list,
    plain('p', '', `${plural('gate.counted', learners)} ${read.merged > 0 ? plural('gate.merged', read.merged) : ''}`),
    ...aboutFiles(read),
    ...aboutLeftOut(read),
  );
}

function criterionItem({ what, target, value, counted, needed, isMet }: Criterion): HTMLElement {
  const number = new Intl.NumberFormat(locale);
  const item = plain('li', isMet ? 'is-met' : '');
  const values = { target: number.format(target), value: value === null ? '–' : number.format(value), n: number.format(counted), needed: number.format(needed) };
  item.append(plain('b', '', t(isMet ? 'gate.met' : 'gate.open')), ' ', plain('span', '', t(`gate.${what}`, values)));
  if (what !== 'completions') item.append(' ', plain('span', 'small quiet', t(counted < needed ? 'gate.tooFew' : 'gate.behind', values)));
  return item;
}

function aboutFiles({ files }: ReadResults): HTMLElement[] {
  const items = files.map(({ name, read, reasons }) => {
    const item = plain('li');
    item.append(plain('bdi', '', name), ': ', [...(read > 0 ? [plural('gate.read', read)] : []), ...reasons.map((reason) => t(`gate.file.${reason}`))].join(' ') || plural('gate.read', 0));
    return item;
  });
  const list = plain('ul');
  list.append(...items);
  const kinds = new Set(files.map(({ kind }) => kind).filter((kind) => kind !== 'none'));
  return [plain('h3', '', t('gate.fromFiles')), list, ...(kinds.size > 1 ? [plain('p', 'notice small', t('gate.mixed'))] : [])];
}

function aboutLeftOut({ leftOut }: ReadResults): HTMLElement[] {
  if (leftOut.length === 0) return [];
  const byReason = new Map<LeftOutReason, typeof leftOut>();
  for (const each of leftOut) byReason.set(each.reason, [...(byReason.get(each.reason) ?? []), each]);
  const parts = [...byReason].map(([reason, some]) => {
    const part = plain('details', 'card');
    const list = plain('ul', 'small');
    list.append(...some.slice(0, mostNamed).map(({ file, row, what }) => plain('li', '', t('gate.row', { file, row, what }))));
    if (some.length > mostNamed) list.append(plain('li', '', plural('gate.more', some.length - mostNamed)));
    part.append(plain('summary', 'tap', `${t(`gate.left.${reason}`)} (${new Intl.NumberFormat(locale).format(some.length)})`), list);
    return part;
  });
  return [plain('h3', '', plural('gate.leftOut', leftOut.length)), ...parts];
}
