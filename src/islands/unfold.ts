/** Brings back the content of a single file that was folded to be small enough for chats (core/package/single-file.ts). It stands before the course's own script. */
import { strFromU8, unzlibSync } from 'fflate';
import { foldedElement } from '../core/package/folded.ts';

const folded = document.getElementById(foldedElement);
const main = document.querySelector('main');
if (folded && main) {
  const bytes = Uint8Array.from(atob(folded.textContent), (sign) => sign.charCodeAt(0));
  main.innerHTML = strFromU8(unzlibSync(bytes));
  folded.remove();
}
