/** The sheet as a picture, for phones that have no printer and for browsers that cannot print. */
import type { Certificate } from '../../core/certificate/payload.ts';
import { findAll, locale } from '../page.ts';
import { drawCertificateCode } from './sheet.ts';
import { wrapWords } from './wrap-words.ts';

const [width, height] = [1600, 1131];
/** A4 landscape is 297 mm wide; the numbers below are millimetres of the printed sheet. */
const mm = width / 297;
const [night, ink, quiet, line, clay] = ['#12294a', '#17263c', '#51607a', '#d9cfba', '#a5471f'];

/** A PNG of the page's sheet; null where the browser has no canvas to draw on. */
export async function drawPicture(certificate: Certificate): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (!context) return null;
  const { display, text, marks } = fonts();
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const slot = (name: string): string => document.querySelector(`[data-slot="${name}"]`)?.textContent ?? '';
  // Mirrored for right-to-left pages: `x` counts from where reading starts.
  const across = (x: number): number => (isRightToLeft ? width - x * mm : x * mm);

  /** Writes lines and gives the place below them. */
  function write(words: string, x: number, y: number, size: number, { font = text, weight = 400, colour = ink, room = 185, lines = 9, isolate = false } = {}): number {
    context!.font = `${weight} ${size * mm}px ${font}`;
    context!.fillStyle = colour;
    context!.direction = isRightToLeft ? 'rtl' : 'ltr';
    context!.textAlign = 'start';
    const fits = (text: string): boolean => context!.measureText(text).width <= room * mm;
    const wrapped = wrapWords(words, fits, locale).slice(0, lines);
    // A name has a script of its own, and room for two lines of it.
    const leading = isolate ? 1.3 : 1.3 + marks / 2;
    wrapped.forEach((text, index) => context!.fillText(isolate ? `\u2068${text}\u2069` : text, across(x), (y + index * size * leading) * mm));
    return y + wrapped.length * size * leading;
  }
  function widthOf(words: string, size: number, font: string, weight = 400): number {
    context!.font = `${weight} ${size * mm}px ${font}`;
    return context!.measureText(words).width / mm;
  }
  const box = (x: number, y: number, w: number, h: number): [number, number, number, number] => [isRightToLeft ? across(x + w) : across(x), y * mm, w * mm, h * mm];

  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  const [light, scene] = await Promise.all([drawingOf('[data-light]', 211, 194), drawingOf('[data-scene]', 70, 194)]);
  if (isRightToLeft) context.setTransform(-1, 0, 0, 1, width, 0);
  context.drawImage(light, 78 * mm, 8 * mm, 211 * mm, 194 * mm);
  context.drawImage(scene, 8 * mm, 8 * mm, 70 * mm, 194 * mm);
  context.resetTransform();
  context.strokeStyle = night;
  context.lineWidth = 0.5 * mm;
  context.strokeRect(...box(8, 8, 281, 194));

  const start = 92;
  write(slot('kind'), start, 26, 6, { font: display, weight: 600, colour: clay });
  const house = document.querySelector('[data-slot="house"]')?.textContent ?? '';
  const houseAt = 277 - widthOf(house, 6, display, 600);
  write(house, houseAt, 26, 6, { font: display, weight: 600, colour: night });
  context.drawImage(await drawingOf('[data-slot="house"] svg', 32, 32), ...box(houseAt - 10, 20.2, 8, 8));

  // The largest size at which the name takes two lines at most; then as small as need be.
  const { name } = certificate;
  const linesAt = (size: number): number => wrapWords(name, (line) => widthOf(line, size, display, 600) <= 185, locale).length;
  const size = [15, 12.5, 10, 8.5, 7, 6].find((each) => linesAt(each) <= (each > 12 ? 1 : 2)) ?? 5;
  write(name, start, 54 + size * (0.35 - 0.65 * (linesAt(size) - 1)), size, { font: display, weight: 600, colour: night, lines: 3, isolate: true });
  write(slot('done'), start, 75, 4.6, { colour: quiet });
  let y = write(slot('course'), start, 85.5 + marks * 10, 10, { font: display, weight: 600, lines: 2 }) - 5;

  context.strokeStyle = line;
  context.lineWidth = 0.3 * mm;
  context.strokeRect(...box(start, y - 2, 185, 0));
  const facts = findAll('[data-sheet] dl > div').map((fact) => {
    const [label, value] = [fact.querySelector('dt')?.textContent ?? '', fact.querySelector('dd')?.textContent ?? ''];
    return { label, value, room: Math.max(widthOf(label, 3.3, text), widthOf(value, 5.2, text, 700)) };
  });
  const between = (185 - facts.reduce((sum, { room }) => sum + room, 0)) / (facts.length - 1);
  let factAt = start;
  for (const { label, value, room } of facts) {
    write(label, factAt, y + 5, 3.3, { colour: quiet, lines: 1 });
    write(value, factAt, y + 11.5, 5.2, { weight: 700, lines: 1 });
    factAt += room + between;
  }
  y += 15;
  context.strokeRect(...box(start, y, 185, 0));

  const { modules, path } = await drawCertificateCode(certificate);
  const pixels = Math.max(4, Math.floor(290 / modules));
  const side = (modules * pixels) / mm;
  const [codeX, codeY] = box(277 - side, 190 - side, side, side);
  context.setTransform(pixels, 0, 0, pixels, Math.round(codeX), Math.round(codeY));
  context.fillStyle = '#fff';
  context.fillRect(0, 0, modules, modules);
  context.fillStyle = '#000';
  context.fill(new Path2D(path));
  context.resetTransform();
  write(slot('scan'), 277 - side + 3, 193, 2.8, { colour: quiet, room: side - 3, lines: 2 });

  const room = 177 - side;
  y = write(slot('covers'), start, y + 8.5, 4.1, { weight: 700, room });
  for (const item of findAll('[data-sheet] .covers li')) {
    write('•', start, y + 0.7, 3.7, { colour: clay });
    y = write(item.textContent, start + 4, y + 0.7, 3.7, { room: room - 4, lines: 2 });
  }
  const honestAt = 190;
  // Two lines of like length look better than one and a word.
  const isOneLine = widthOf(slot('honest'), 2.9, text) <= room;
  write(document.querySelector('.number')?.textContent ?? '', start, honestAt - 4.6, 3.3, { weight: 600, room });
  write(slot('honest'), start, honestAt, 2.9, { colour: quiet, room: isOneLine ? room : room * 0.66 });
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** A drawing of the page as an image. */
async function drawingOf(selector: string, width: number, height: number): Promise<HTMLImageElement> {
  const original = document.querySelector(selector)!;
  const drawing = original.cloneNode(true) as SVGElement;
  const shapes = drawing.querySelectorAll('[class]');
  // Colours that come from the style sheet would be lost.
  original.querySelectorAll('[class]').forEach((shape, index) => {
    const { fill, stroke, strokeWidth } = getComputedStyle(shape);
    for (const [name, value] of Object.entries({ fill, stroke, 'stroke-width': strokeWidth })) shapes[index]!.setAttribute(name, value);
  });
  drawing.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  // Firefox draws no SVG image without a size; it is scaled without loss.
  drawing.setAttribute('width', String(width * 10));
  drawing.setAttribute('height', String(height * 10));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
  await image.decode();
  return image;
}

/** `marks` is the room that marks above the letters need, in heights of a letter; 0 for a script that has none. */
function fonts(): { display: string; text: string; marks: number } {
  const styles = getComputedStyle(document.documentElement);
  return { display: styles.getPropertyValue('--display'), text: styles.getPropertyValue('--text'), marks: Number(styles.getPropertyValue('--tight')) - 1.2 };
}
