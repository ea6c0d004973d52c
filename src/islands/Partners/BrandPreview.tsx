import { useEffect, useRef } from 'preact/hooks';
import { checkBrandColour } from '../../core/package/contrast.ts';
import { checkLogo, logoAddress } from '../../core/package/logo.ts';
import { t } from '../page.ts';
import { bytesOf, type Choices } from './choices.ts';

/** Name, logo and colours as a course will wear them, on the light and on the dark page. */
export function BrandPreview({ brandName, logo, colour, colourDark }: Pick<Choices, 'brandName' | 'logo' | 'colour' | 'colourDark'>) {
  const checked = logo ? checkLogo(bytesOf(logo)) : null;
  const address = checked?.ok ? logoAddress(checked.logo) : '';
  return (
    <figure class="previews" data-testid="preview">
      <figcaption class="small quiet">{t('partners.preview')}</figcaption>
      <Look look="light" name={brandName} logo={address} colour={colour} />
      <Look look="dark" name={brandName} logo={address} colour={colourDark} />
    </figure>
  );
}

function Look({ look, name, logo, colour }: { look: 'light' | 'dark'; name: string; logo: string; colour: string }) {
  const box = useRef<HTMLDivElement>(null);
  const checked = checkBrandColour(colour, look);
  const shown = checked.ok ? checked.colour : '';
  // Through the CSSOM: the Content-Security-Policy refuses style attributes.
  useEffect(() => (shown ? box.current!.style.setProperty('--brand', shown) : void box.current!.style.removeProperty('--brand')), [shown]);
  return (
    <div class={`preview ${look}`} ref={box}>
      <p class="wears">{logo && <img src={logo} alt="" />}<bdi>{name || t('site.name')}</bdi></p>
      <p class="pressed">{t('partners.previewButton')}</p>
    </div>
  );
}
