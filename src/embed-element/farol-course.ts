/**
 * `<farol-course course="hotel" locale="pt-BR">`: frames a course of Farol, as high as its content, and tells the page what happens in it.
 *
 * Attributes: `course`, `locale` (else the language of the page around it), `module`, `src` (address of the site, if not that of this script), `title` (of the frame, if not the course's
 * own), `exit` (the course gets a button to leave it; the page listens to the event), and the options of core/embed/address.ts.
 * Events, as CustomEvents that bubble: `ready`, `view`, `progress`, `answered`, `completed`, `failed`, `exit`; `detail` has the fields of the message (core/embed/messages.ts).
 * Properties, to be set before the course is there: `save(state)` is given a text to keep for this learner, and may return a promise; `restore()` gives it back, or null.
 *
 * A plain `<iframe>` with the same address works too.
 */
import { embedAddress, embedOptions } from '../core/embed/address.ts';
import { asSent, readFromCourse, type FromCourse, type FromHost } from '../core/embed/messages.ts';

// As a module it is not the current script.
const script = (document.currentScript ?? document.querySelector('script[src*="/farol-course."]')) as HTMLScriptElement | null;
const home = new URL('.', script?.src || location.href).href.replace(/assets\/$/, '');

class FarolCourse extends HTMLElement {
  static readonly observedAttributes = ['course', 'locale', 'module', 'src', ...embedOptions];
  declare save?: (state: string) => unknown;
  declare restore?: () => string | null | undefined | Promise<string | null | undefined>;
  #frame = document.createElement('iframe');
  #shown = '';

  connectedCallback(): void {
    const frame = this.#frame;
    this.style.display ||= 'block';
    // Properties of a style object need no leave of a Content-Security-Policy.
    Object.assign(frame.style, { display: 'block', width: '100%', height: '40rem', border: '0' });
    // Chromium without a way to share complains of the word; others say nothing, and may need it.
    const { featurePolicy } = document as { featurePolicy?: { features(): string[] } };
    frame.allow = ['clipboard-write', 'fullscreen', 'web-share'].filter((feature) => featurePolicy?.features().includes(feature) ?? true).join('; ');
    // A host may be private; who it is, the course learns from the browser when they speak.
    frame.referrerPolicy = 'no-referrer';
    (this.shadowRoot ?? this.attachShadow({ mode: 'open' })).append(frame);
    addEventListener('message', this.#hear);
    this.#load();
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#hear);
  }

  attributeChangedCallback(): void {
    if (this.isConnected && this.#shown) this.#load();
  }

  /** Moves the focus to the heading of what is shown. */
  override focus(options?: FocusOptions): void {
    this.#frame.focus(options);
    this.#send({ type: 'focus' });
  }

  #load(): void {
    const locale = this.getAttribute('locale') ?? (this.closest<HTMLElement>('[lang]')?.lang || 'en');
    const base = this.getAttribute('src')?.replace(/\/?$/, '/') ?? home;
    const address = new URL(embedAddress(base, locale, this.getAttribute('course') ?? '', this.getAttribute('module') ?? '', (option) => this.getAttribute(option)), location.href).href;
    if (address === this.#shown) return;
    this.#shown = this.#frame.src = address;
    this.#name('Farol', locale);
  }

  #name(title: string, locale: string): void {
    this.#frame.title = this.getAttribute('title') ?? title;
    this.#frame.lang = locale;
  }

  #send(message: FromHost): void {
    this.#frame.contentWindow?.postMessage(asSent(message), new URL(this.#shown).origin);
  }

  #hear = ({ source, origin, data }: MessageEvent): void => {
    if (source !== this.#frame.contentWindow || origin !== new URL(this.#shown).origin) return;
    const message = readFromCourse(data);
    if (message) void this.#act(message);
  };

  async #act(message: FromCourse): Promise<void> {
    const { type, ...detail } = message;
    if (type === 'size') return void (this.#frame.style.height = `${message.height}px`);
    if (type === 'save') {
      const ok = await this.#ask(() => this.save?.(message.state), false);
      return this.#send({ type: 'saved', ok: ok !== false });
    }
    if (type === 'ready') {
      this.#name(message.title, message.locale);
      const state = await this.#ask(() => this.restore?.(), null);
      this.#send({ type: 'init', saves: !!this.save, sizes: true, exits: this.hasAttribute('exit'), state: typeof state === 'string' ? state : null });
    }
    if (type === 'view') {
      this.#name(message.title, message.locale);
      // A new part begins at its top: the course cannot scroll the page around it.
      if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
    }
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }

  /** What a function of the page gives; `otherwise` where it fails: its error is the page's own, and is left on its console. */
  async #ask<T, D>(question: () => T, otherwise: D): Promise<Awaited<T> | D> {
    try {
      return await question();
    } catch (error) {
      reportError(error);
      return otherwise;
    }
  }
}

if (!customElements.get('farol-course')) customElements.define('farol-course', FarolCourse);
