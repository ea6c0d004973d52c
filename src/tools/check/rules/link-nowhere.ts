import type { Content, Module } from '../../content/content.ts';
import type { Lesson } from '../../content/lesson.ts';
import { didYouMean } from '../../content/nearest.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * Whatever a lesson points to exists: linked modules and sections, the passage that a wrong answer sends back to, drawings and the spots in them.
 * A link also has to lead somewhere in every course that contains the lesson, because a course travels alone, offline and in packages.
 */
export const linkNowhere: Rule = {
  name: 'link-nowhere',
  *check(content) {
    for (const module of content.modules) {
      for (const lesson of module.lessons.values()) {
        yield* links(module, lesson, content);
        yield* drawings(lesson, content);
      }
      yield* passages(module);
      yield* spots(module, content);
    }
  },
};

function* links({ id }: Module, { file, links: found }: Lesson, { modules, courses }: Content): Generator<Finding> {
  for (const { target, line } of found) {
    const [, to = '', section] = /^module:([^#]*)(?:#(.*))?$/.exec(target) ?? [];
    const linked = modules.find((module) => module.id === to);
    if (!target.startsWith('module:')) yield { file, line, what: `a link to ${target || 'nothing'}`, write: 'a link to a module, like [text](module:report); other sites are left out' };
    else if (!linked) yield { file, line, what: `there is no module "${to}"`, write: didYouMean(to, modules.map((module) => module.id)) };
    else {
      const known = passageIds(linked, file);
      if (section !== undefined && known && !known.includes(section)) yield { file, line, what: `"${to}" has no section "${section}"`, write: didYouMean(section, known) };
      for (const { key } of courses) {
        const order = key?.value?.modules ?? [];
        if (order.includes(id) && !order.includes(to)) yield { file, line, what: `course "${key!.value!.id}" has this lesson and not "${to}"`, write: 'a link to a module of every course that has this lesson' };
      }
    }
  }
}

/** Ids in the lesson of the same language as `file`, or in any. */
function passageIds({ lessons }: Module, file: string): string[] | undefined {
  const locale = /([^/]+)\.mdx$/.exec(file)?.[1] ?? '';
  const lesson = lessons.get(locale) ?? [...lessons.values()][0];
  return lesson?.elements.filter((element) => element.name === 'Section' || element.name === 'Post').flatMap((element) => element.attributes['id'] ?? []);
}

function* drawings({ file, elements }: Lesson, { illustrations }: Content): Generator<Finding> {
  for (const { name, attributes: { id }, line } of elements) {
    if (name === 'Illustration' && id && !illustrations.has(id)) yield { file, line, what: `there is no illustrations/${id}.svg`, write: `${didYouMean(id, [...illustrations.keys()])}, or draw it` };
  }
}

function* passages({ key, lessons }: Module): Generator<Finding> {
  for (const [index, { id, passage }] of (key?.value?.questions ?? []).entries()) {
    for (const lesson of lessons.values()) {
      const known = lesson.sections.map((section) => section.id);
      if (known.includes(passage)) continue;
      yield { file: key!.file, line: key!.lineOf(['questions', index]), what: `the passage "${passage}" of "${id}" is no section of ${lesson.file}`, write: didYouMean(passage, known) };
    }
  }
}

function* spots({ key }: Module, { scenes }: Content): Generator<Finding> {
  for (const [index, question] of (key?.value?.questions ?? []).entries()) {
    if (question.kind !== 'spot') continue;
    const at = { file: key!.file, line: key!.lineOf(['questions', index]) };
    const scene = scenes.get(question.scene);
    if (!scene) yield { ...at, what: `there is no scenes/${question.scene}.svg`, write: `${didYouMean(question.scene, [...scenes.keys()])}, or draw it` };
    else for (const option of question.options) if (!scene.spots.includes(option)) yield { ...at, what: `${scene.file} has no spot "${option}"`, write: `data-spot="${option}" in the drawing, or ${didYouMean(option, scene.spots)}` };
  }
}
