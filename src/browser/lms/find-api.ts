/** The run-time books of SCORM 1.2 and 2004, chapter 3: the API is an object in a window above this one, or above the one that opened it. */

/** The standard asks for seven, and no more than LMSs nest: an endless walk must not be possible. */
const deepest = 10;

/** The object called `name` that has a function called `call`; null where none can be reached. A window of another origin is passed over. */
export function findApi(name: string, call: string, from: Window = window): object | null {
  const above = windowsAbove(from);
  const openers = above.flatMap((each) => {
    const opener = reach(() => each.opener as Window | null);
    return opener ? windowsAbove(opener) : [];
  });
  for (const each of [...above, ...openers]) {
    const api = reach(() => (each as unknown as Record<string, unknown>)[name]) as Record<string, unknown> | null;
    if (api && reach(() => typeof api[call] === 'function')) return api;
  }
  return null;
}

function windowsAbove(from: Window): Window[] {
  const windows: Window[] = [];
  let current: Window | null = from;
  while (current && windows.length <= deepest) {
    windows.push(current);
    const here: Window = current;
    const parent: Window | null = reach(() => here.parent);
    current = parent === here ? null : parent;
  }
  return windows;
}

function reach<T>(look: () => T): T | null {
  try {
    return look() ?? null;
  } catch {
    return null;
  }
}
