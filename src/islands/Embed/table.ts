/** What the document itself says of its course: which questions it has, and what is right. Read before the views are taken out. */
import type { CourseTable, TableModule, TableQuestion } from '../../core/lms/course-table.ts';
import type { Versions } from '../../core/progress/completion.ts';
import type { QuestionKind } from '../../core/quiz/question.schema.ts';
import { data, find, findAll, locale } from '../page.ts';

/** @param passMark of the package; undefined for the course's own */
export function tableInDocument(passMark: number | undefined): CourseTable {
  const start = find('[data-view][data-page="course"]');
  const quiz = find('[data-view][data-purpose="quiz"]');
  const versions = JSON.parse(start?.dataset['versions'] ?? '{}') as Record<string, Versions>;
  const questions = findAll('[data-question]');
  const moduleOf = (view: HTMLElement): TableModule => ({
    id: view.id,
    title: view.dataset['title'] ?? '',
    versions: versions[view.id] ?? [{ version: Number(view.dataset['version']), material: true }],
    questions: questions.filter(({ dataset }) => dataset['question']?.startsWith(`${view.id}/`)).map(questionOf),
    nodes: Object.fromEntries([...view.querySelectorAll<HTMLElement>('[data-node]')].map((node) => [node.dataset['node'] ?? '', idsIn(node, 'choice')])),
  });
  return {
    id: data['course'] ?? '',
    title: start?.dataset['title'] ?? document.title,
    locale,
    version: Number((quiz ?? start)?.dataset['version'] ?? 1),
    passMark: passMark ?? Number(quiz?.dataset['mark'] ?? 0),
    quiz: !!quiz,
    modules: findAll('[data-view][data-page="module"]').map(moduleOf),
  };
}

const idsIn = (element: Element, name: string): string[] => [...element.querySelectorAll<HTMLElement>(`[data-${name}]`)].map(({ dataset }) => dataset[name] ?? '');

function questionOf(element: HTMLElement): TableQuestion {
  const { question = '', kind, right = '', topic } = element.dataset;
  const answers = [...(element.querySelector('select')?.options ?? [])].map(({ value }) => value).filter(Boolean);
  return {
    id: question.split('/')[1] ?? '',
    kind: kind as QuestionKind,
    options: idsIn(element, 'option').sort(),
    ...(kind === 'match' && { answers: answers.sort() }),
    right: right.split(' ').filter(Boolean),
    ...(topic && { topic }),
  };
}
