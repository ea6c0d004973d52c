/**
 * A lesson text (content/modules/<module>/<locale>.mdx) as the tools read it. Authors may use only Markdown paragraphs, lists, bold,
 * module links and the elements of the guide, so a small scanner reads all of it and can name the line of everything.
 */
import type { Stamp } from '../../core/translation/status.ts';
import type { LessonElementName } from './lesson-elements.ts';

export interface Lesson {
  file: string;
  /** Front matter blanked out; line numbers are those of the file. */
  text: string;
  /** What a translation says about itself; undefined in the source language. */
  stamp?: Stamp;
  elements: PlacedElement[];
  /** Paragraphs and list items, in reading order. */
  blocks: Block[];
  links: { target: string; line: number }[];
  /** What search finds and wrong answers point to. */
  sections: SectionText[];
}

export interface PlacedElement {
  name: LessonElementName;
  attributes: Readonly<Record<string, string>>;
  line: number;
  /** Names of the elements around it, outermost first. */
  inside: readonly LessonElementName[];
  /** Position in the file, for questions of order. */
  offset: number;
}

export interface Block {
  /** Plain words without marks; line breaks of the file are kept, so that a rule can count lines. */
  text: string;
  /** The same text with every `<Fact>` blanked out by spaces, so that positions agree. */
  outsideFacts: string;
  line: number;
  inside: readonly LessonElementName[];
  /** Id of the section around it. */
  section: string | undefined;
}

export interface SectionText {
  id: string;
  title: string;
  /** All words of the section, paragraphs separated by an empty line. */
  text: string;
  line: number;
}

/** Line of a position inside a block's text. */
export function lineInBlock(block: Pick<Block, 'text' | 'line'>, index: number): number {
  return block.line + (block.text.slice(0, index).match(/\n/g)?.length ?? 0);
}
