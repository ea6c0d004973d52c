/** Reads the lesson aloud, sentence by sentence, and marks the sentence. Loaded when somebody wants to listen. */
import type { button as makeButton, t as translate } from '../page.ts';

/** What the page gives. Handed over, not imported: this file would else pull the page's code into a chunk of its own, one more round trip. */
export interface Listening {
  synth: SpeechSynthesis;
  voice: SpeechSynthesisVoice;
  locale: string;
  button: typeof makeButton;
  t: typeof translate;
  signal: AbortSignal;
}

interface Sentence { text: string; range: Range; block: Element }

const speeds = [1, 1.25, 0.75];

/** The buttons that stop and pace the reading, which begins at once. */
export function startListening({ synth, voice, locale, button, t, signal }: Listening): HTMLElement[] {
  let sentences: Sentence[] = [];
  let at = 0;
  let speaking = false;
  let speed = 0;
  let current = 0;

  const show = () => {
    toggle.textContent = t(speaking ? 'listen.stop' : 'listen.start');
    pace.textContent = t('listen.speed', { n: speeds[speed]! });
  };
  const stop = () => {
    speaking = false;
    current += 1;
    synth.cancel();
    mark(null);
    show();
  };
  const speak = () => {
    const sentence = sentences[at];
    if (!sentence) {
      at = 0;
      stop();
      return;
    }
    const mine = ++current;
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = speeds[speed]!;
    utterance.onend = utterance.onerror = () => {
      if (mine !== current || !speaking) return;
      at += 1;
      speak();
    };
    mark(sentence);
    synth.speak(utterance);
  };
  const start = () => {
    speaking = true;
    sentences = sentencesOfLesson(locale);
    speak();
    show();
  };
  const toggle = button('', () => (speaking ? stop() : start()));
  const pace = button('', () => {
    speed = (speed + 1) % speeds.length;
    if (speaking) {
      current += 1;
      synth.cancel();
      speak();
    }
    show();
  });
  addEventListener('pagehide', stop, { signal });
  signal.addEventListener('abort', stop);
  start();
  return [toggle, pace];
}

function sentencesOfLesson(locale: string): Sentence[] {
  const blocks = [...document.querySelectorAll<HTMLElement>('.lesson h1, .passage > h2, .passage > p, .passage > .stated, .passage > ul li, .passage > ol li, .do li, .dont li, .say, .tomorrow > p, .post p, .post li')].filter((block) => block.offsetParent && !block.closest('details:not([open])'));
  return blocks.flatMap((block) => {
    const whole = block.textContent ?? '';
    return boundaries(whole, locale).map(([start, end]) => ({ text: whole.slice(start, end), range: rangeIn(block, start, end), block }));
  });
}

function boundaries(text: string, locale: string): [number, number][] {
  const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter };
  if (!Segmenter) return [[0, text.length]];
  return [...new Segmenter(locale, { granularity: 'sentence' }).segment(text)].map((part) => [part.index, part.index + part.segment.length]);
}

function rangeIn(block: Element, start: number, end: number): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (start >= passed && start <= passed + length) range.setStart(node, start - passed);
    if (end <= passed + length) {
      range.setEnd(node, end - passed);
      break;
    }
    passed += length;
  }
  return range;
}

function mark(sentence: Sentence | null): void {
  const { highlights } = CSS as { highlights?: Map<string, unknown> };
  const { Highlight } = window as unknown as { Highlight?: new (range: Range) => unknown };
  for (const block of document.querySelectorAll('.spoken')) block.classList.remove('spoken');
  if (highlights && Highlight) {
    // Browsers with the highlight API mark the sentence, others its paragraph.
    if (sentence) highlights.set('spoken', new Highlight(sentence.range));
    else highlights.delete('spoken');
  } else sentence?.block.classList.add('spoken');
  const { top, bottom } = sentence?.block.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  if (sentence && (top < 60 || bottom > innerHeight - 100)) sentence.block.scrollIntoView({ block: 'center' });
}
