/** The Listen button. It is absent where the device has no voice for the language: another voice would be unintelligible. */
import { button, find, locale, t } from '../page.ts';

export function offerListening(signal: AbortSignal): void {
  const synth = (window as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
  const place = find('[data-listen-here]');
  if (!synth || !place) return;
  const language = locale.split('-')[0]!.toLowerCase();
  const offer = () => {
    const voices = synth.getVoices().filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language);
    const voice = voices.find((candidate) => candidate.localService) ?? voices[0];
    if (!voice || place.childElementCount) return;
    const listen = button(t('listen.start'), async () => {
      const { startListening } = await import('./listen.ts');
      const buttons = startListening({ synth, voice, locale, button, t, signal });
      place.replaceChildren(...buttons);
      buttons[0]?.focus();
    });
    place.append(listen);
  };
  offer();
  synth.addEventListener?.('voiceschanged', offer, { signal });
}
