/**
 * Endings that are taken off the words of a language, so that its nouns, verbs and genders meet: "denuncias", "denunciar" and "denunciado" all become
 * "denunci". One of each group at most, the groups in their order, the longest that fits. Light on purpose: what they join too much still ranks below the
 * word as it was typed. One with a hyphen after it is taken off the beginning. In the normal form of `pipeline.ts`; the build puts those of a language into its index, so that nobody loads them for another.
 */
const groups = (...lists: string[]): string => lists.join(' | ');

/** By the language part of the locale. English has a stemmer of its own; a language without either is searched by whole words and their beginnings. */
const endings: Partial<Record<string, string>> = {
  es: groups(
    's',
    'a e i o ue',
    'ar er ir an en ad id and end iend amos emos imos ab aron eron ieron ari eri iri as cion acion icion ion sion cionar cionad cionist ' +
      'ment ament iment ador edor idor ant ent anci enci anz ist ism os iv abl ibl abilidad idad ez al it',
  ),
  pt: groups(
    's is ns',
    'a e i o u ao oe ae ou ei eu iu ue',
    'ar er ir am em and end ind ad id av ari eri iri ass ac ic ment ament iment ador edor idor ant ent anci enci ' +
      'eir ist ism os iv avel ivel abilidad idad ez al el il inh zinh',
  ),
  id: groups('nya lah kah', 'kan an', 'i', 'me- mem- men- meng- pe- pem- pen- peng- per- di- ber- ter-'),
  // After Ramanathan and Rao, "A Lightweight Stemmer for Hindi" (2003), with long and short i and u as one, as in the two below.
  hi: 'ो े ु ि ा कर ाओ िए ाइ ाए ने नि ना ते िं ति ता ां ों ें ाकर ाइए ाइं ाया ेगि ेगा ोगि ोगे ाने ाना ाते ाति ाता तिं ाओं ाएं ुओं ुएं ुआं ' +
    'ाएगि ाएगा ाओगि ाओगे एंगि ेंगि एंगे ेंगे ुंगि ुंगा ातिं नाओं नाएं ताओं ताएं ियों ियां ाएंगि ाएंगे ाउंगि ाउंगा',
  bn: groups('দের কে রে র ের এর তে', 'রা গুলো গুলি টা টি', 'ে'),
  ne: groups('ले लाइ को मा बाट', 'हरु'),
};

/** The endings of a language, or none. @param locale BCP 47 */
export const endingsOf = (locale: string): string => endings[locale.split('-')[0] ?? ''] ?? '';
