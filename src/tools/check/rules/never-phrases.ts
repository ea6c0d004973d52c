import { sourceLocale } from '../../../core/locale/locales.ts';
import { lineInBlock } from '../../content/lesson.ts';
import { learnerTexts } from '../../content/written-texts.ts';
import type { Rule } from '../rule.ts';
import { sentences } from '../sentences.ts';

interface Phrase {
  pattern: RegExp;
  /** Shown as the reason. */
  what: string;
  write: string;
}

const verdict = { what: 'a verdict or a scolding', write: 'why, in one or two kind sentences' };
const promise = { what: 'a promise that cannot be kept', write: 'what is true: whom you will tell, and why' };
const instruction = { what: 'an instruction that brings a child or the learner into danger', write: 'what to notice, whom to tell, what to note; the rest is for trained people' };

/** Where an order begins: at the start of a sentence, after "then", or after "you should". */
const order = String.raw`(?:^|\bthen |\byou (?:should|must|can|may|could|have to|need to) (?:also |then |always )?)(?:please |quietly |discreetly |secretly )?`;
const person = String.raw`(?:him|her|them|anyone|anybody|somebody|someone|the (?:man|woman|couple|guest|guests|passenger|adult|offender|suspect|child|girl|boy)(?!['’-]| protection| helpline))`;
const ordered = (rest: string): RegExp => new RegExp(order + rest, 'iu');

/**
 * | phrase | why it is never written |
 * |---|---|
 * | "Wrong!", "Oops", "You should have known" | a scolded learner stops reading |
 * | "I will not tell", "Your report stays anonymous", "Nobody will know it was you" | secrecy would have to be broken to help the child; anonymity is said by the country pack, where a source states it |
 * | "Take a photo", "Film them", "Follow the car", "Question the child", "Save the images as proof" | it warns the offender, exposes the child, or is a crime |
 */
const phrases: readonly Phrase[] = [
  { ...verdict, pattern: /^["“]?(?:wrong|incorrect|false|nope)\s*(?:[!.,:–—-]|$)/iu },
  { ...verdict, pattern: /\b(?:oops|whoops|uh-oh)\b/iu },
  { ...verdict, pattern: /\b(?:you should have known|how could you|shame on you|don['’]t be (?:silly|stupid|lazy))\b/iu },
  { ...promise, pattern: /\b(?:I|we) (?:(?:will|shall) (?:never|not)|won['’]t) tell\b/iu },
  { ...promise, pattern: /(?:^|\b(?:I|we)(?: will|['’]ll| can| promise to) )["“]?keep (?:it|this|that|your \w+)(?: a)? secret\b/iu },
  { ...promise, pattern: /^promise (?:him|her|them|the child|a child)\b[^.]*\b(?:secret|secrecy|tell nobody|tell no one)\b/iu },
  { ...promise, pattern: /\bstays? between (?:you and me|us)\b/iu },
  { ...promise, pattern: /\b(?:you|your (?:name|call|report|identity))\b[^.!?]{0,30}\b(?:stays?|remains?|is|are|be|kept) (?:\w+ )?(?:anonymous|secret)\b/iu },
  { ...promise, pattern: /\b(?:nobody|no one) will (?:ever )?(?:know|find out|learn) (?:that )?(?:it was )?(?:you|who|your)\b/iu },
  { ...instruction, pattern: ordered(String.raw`(?:take|make|snap) (?:an? |some |one |more |several |your )?(?:(?!no\b)\w+ )?(?:photos?|pictures?|videos?|films?|screenshots?|recordings?)\b(?! of (?:this|the) (?:page|card|list|numbers?|poster|notice|sheet|rota))`) },
  { ...instruction, pattern: ordered(String.raw`(?:film|photograph|record) (?:${person}|it|what|the (?:talk|conversation|call|scene|voices?))\b`) },
  { ...instruction, pattern: ordered(String.raw`(?:confront|detain|interrogate|question|follow) (?:${person}|the (?:car|taxi|van|vehicle|bus|boat))\b`) },
  { ...instruction, pattern: ordered(String.raw`hold ${person} (?:back|until|there|here)\b`) },
  { ...instruction, pattern: ordered(String.raw`search (?:his|her|their|the) (?:room|bags?|luggage|phone|car|pockets|suitcase)\b`) },
  { ...instruction, pattern: ordered(String.raw`(?:save|keep|copy|download|forward|store|screenshot) (?:the|these|those|such|this|that|any) (?:\w+ )?(?:images?|pictures?|photos?|videos?|films?|abuse material)\b`) },
  { ...instruction, pattern: ordered(String.raw`(?:save|keep|copy|download|forward|store|send)\b[^.!?]{0,40} as (?:proof|evidence)\b`) },
  { ...instruction, pattern: ordered(String.raw`set (?:${person} )?(?:up )?a trap\b`) },
];

/** Before the phrase, in the same sentence: whoever writes one of these is saying that it must not or may not be so. */
const negation = /\b(?:not|never|no|nobody|nor|neither|cannot|without|instead of|if|whether|avoid|stop|refuse|forbids?|forbidden)\b|n['’]t\b/iu;

/**
 * What is never said, as a short list of phrases rather than a guess at meaning. Judged where the content itself speaks: a wrong option or a person in a story may
 * say any of it, and "never promise …" may name what it forbids. For the source language; a translation has its own phrases and its own reviewer.
 */
export const neverPhrases: Rule = {
  name: 'never-phrases',
  *check(content) {
    for (const written of learnerTexts(content)) {
      if (written.locale !== sourceLocale || !written.isAdvice) continue;
      for (const sentence of sentences(written.text)) {
        const found = firstPhrase(sentence.text);
        if (!found) continue;
        const line = written.kind === 'prose' ? lineInBlock(written, sentence.index) : written.line;
        yield { file: written.file, line, what: `${found.what}: "${found.said}"`, write: found.write };
      }
    }
  },
};

function firstPhrase(sentence: string): { what: string; write: string; said: string } | undefined {
  for (const { pattern, what, write } of phrases) {
    const hit = pattern.exec(sentence);
    if (hit && !negation.test(sentence.slice(0, hit.index))) return { what, write, said: hit[0].trim() };
  }
  return undefined;
}
