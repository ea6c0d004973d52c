/**
 * Options of an embedded course, as they stand in its address and, under the same names, as attributes of `<farol-course>`.
 *
 * | option       | value                                                                  |
 * |--------------|------------------------------------------------------------------------|
 * | country      | ISO 3166-1 alpha-2: whose numbers and laws are shown first               |
 * | start        | id of the module to begin with                                          |
 * | rollout      | id of a rollout, kept with every result                                 |
 * | phase        | id of its phase                                                         |
 * | brand        | name shown at the top, at most 60 characters                            |
 * | colour       | `#rrggbb`, accent; refused where it could not be read                    |
 * | colour-dark  | the same for the dark look                                              |
 * | certificate  | `no`: none is offered                                                   |
 * | picker       | `no`: the language cannot be changed                                    |
 * | diagnose     | says what of the surroundings is in the way, to whoever sets up the embed |
 */
export const embedOptions = ['country', 'start', 'rollout', 'phase', 'brand', 'colour', 'colour-dark', 'certificate', 'picker', 'diagnose'] as const;
export type EmbedOption = (typeof embedOptions)[number];

/**
 * @param base    address of the site, with a slash at the end; a path or a whole URL
 * @param module  empty for the whole course
 * @param options those that are null or undefined are left out
 */
export function embedAddress(base: string, locale: string, course: string, module: string, options: (option: EmbedOption) => string | null | undefined = () => null): string {
  const path = [locale, course, module].filter(Boolean).map(encodeURIComponent).join('/');
  const query = embedOptions.flatMap((option) => {
    const value = options(option);
    return value == null ? [] : [`${option}=${encodeURIComponent(value)}`];
  });
  return `${base}embed/${path}/${query.length ? `?${query.join('&')}` : ''}`;
}
