/** The elements of content/guides/en.md, as the check and the scanner know them. A test keeps this list, the guide and the site's components equal. */
export interface LessonElement {
  attributes: readonly string[];
  /** Without these the page cannot be built. What a `<Fact>` needs has rules of its own. */
  required: readonly string[];
  /** block: around paragraphs, its tags on lines of their own. line: around words, alone on its line. single: closes itself. inline: inside a paragraph. */
  form: 'block' | 'line' | 'single' | 'inline';
}

export const lessonElements = {
  Section: { attributes: ['id', 'title'], required: ['id', 'title'], form: 'block' },
  Fact: { attributes: ['source', 'country', 'date'], required: [], form: 'inline' },
  Question: { attributes: ['id'], required: ['id'], form: 'single' },
  Scenario: { attributes: ['id'], required: ['id'], form: 'single' },
  Do: { attributes: [], required: [], form: 'block' },
  Dont: { attributes: [], required: [], form: 'block' },
  Say: { attributes: [], required: [], form: 'line' },
  Posts: { attributes: [], required: [], form: 'block' },
  Post: { attributes: ['id', 'title'], required: ['id', 'title'], form: 'block' },
  Illustration: { attributes: ['id'], required: ['id'], form: 'single' },
  Tomorrow: { attributes: [], required: [], form: 'block' },
  ReportingLines: { attributes: [], required: [], form: 'single' },
  Laws: { attributes: ['binds'], required: [], form: 'single' },
  Support: { attributes: [], required: [], form: 'single' },
  ObservationNote: { attributes: [], required: [], form: 'single' },
  PolicyDrafter: { attributes: [], required: [], form: 'single' },
} as const satisfies Record<string, LessonElement>;
export type LessonElementName = keyof typeof lessonElements;

export function findLessonElement(name: string): LessonElement | undefined {
  return Object.hasOwn(lessonElements, name) ? lessonElements[name as LessonElementName] : undefined;
}
