/** Lines that a coordinator copies: the frame for an intranet, the command for a package. */
/** `npm run package -- …` for one course of a rollout; the rest stands in the rollout's file. All languages in one package. */
export function packageCommand(rollout: string, phase: string, course: string, format: string): string {
  return `npm run package -- --course ${course} --format ${format} --rollout ${rollout} --phase ${phase}`;
}

/** A frame that any page can hold, without a script. */
export function frameLine(address: string, title: string): string {
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="720" allow="clipboard-write; web-share; fullscreen"></iframe>`;
}

/** The same as an element: its script sizes it, and tells the page around it what happens. `site` is the address of the site, with a slash at the end. */
export function elementLine(site: string, attributes: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${attribute(value)}"`);
  return `<script src="${attribute(site)}farol-course.js"></script>\n<farol-course${pairs.join('')}></farol-course>`;
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
