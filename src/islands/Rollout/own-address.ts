/** Codes and lines to copy were written for the address that the site was built for; where it lies elsewhere, they are set right. */
import { data, findAll } from '../page.ts';
import { codeOf } from './code.ts';

export function useOwnAddress(): void {
  const { built = '' } = data;
  const { origin } = location;
  if (origin === built || !origin.startsWith('http')) return;
  for (const place of findAll('[data-address]')) place.textContent = (place.textContent ?? '').replaceAll(built, origin);
  for (const code of document.querySelectorAll<SVGElement>('[data-code]')) {
    const { modules, path } = codeOf(origin + code.dataset['code']);
    code.setAttribute('viewBox', `0 0 ${modules} ${modules}`);
    code.querySelector('.light')!.setAttribute('d', `M0 0h${modules}v${modules}H0z`);
    code.querySelector('.dark')!.setAttribute('d', path);
  }
}
