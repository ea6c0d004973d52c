/** What of its surroundings is in the way of an embed (`?diagnose`), in plain words, above the course. */
import { lookAround } from '../browser/embed/look-around.ts';
import type { FrameHost } from '../browser/embed/frame-host.ts';
import { diagnose } from '../core/embed/diagnosis.ts';
import { base, button, find, plain, t } from './page.ts';

/** Milliseconds that a page around has to answer, and to say what became of the first state that it was given. */
const patience = 4000;

export async function start(frame: FrameHost | null): Promise<void> {
  const box = plain('section', 'card flow diagnosis');
  const list = plain('div', 'flow');
  const check = button(t('diagnosis.again'), () => void look());
  box.setAttribute('aria-labelledby', 'diagnosis');
  const heading = plain('h2', '', t('diagnosis.title'));
  heading.id = 'diagnosis';
  list.setAttribute('role', 'status');
  box.append(heading, plain('p', '', t('diagnosis.intro')), list, check);
  find('#main')?.before(box);

  async function look(): Promise<void> {
    list.replaceChildren(plain('p', 'quiet', t('diagnosis.looking')));
    await new Promise((resolve) => setTimeout(resolve, frame && !frame.host ? patience : 0));
    const found = diagnose(await lookAround(base, frame));
    const items = found.map((finding) => {
      const item = plain('li', '', t(`diagnosis.${finding}`));
      item.dataset['finding'] = finding;
      return item;
    });
    const all = plain('ul');
    all.append(...items);
    list.replaceChildren(found.length ? all : plain('p', '', t('diagnosis.fine')));
    box.dataset['ready'] = 'yes';
  }

  await look();
}
