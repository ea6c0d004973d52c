/** What is chosen but not yet checked: kept so that a reload or a change of language in the middle of a question loses nothing. */

const prefix = 'farol:draft:';

export function readDraft(profile: string, ref: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(`${prefix}${profile}:${ref}`) ?? 'null');
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

/** An empty response forgets the draft. */
export function writeDraft(profile: string, ref: string, response: readonly string[]): void {
  try {
    if (response.length) sessionStorage.setItem(`${prefix}${profile}:${ref}`, JSON.stringify(response));
    else sessionStorage.removeItem(`${prefix}${profile}:${ref}`);
  } catch {
    // A draft is a convenience; without storage it lives in the form.
  }
}
