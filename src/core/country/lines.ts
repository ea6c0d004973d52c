import type { Line, LineKind } from './country.schema.ts';

/** After danger: a child first, then the lines that are for others or for rarer cases. */
const order: readonly LineKind[] = ['emergency', 'child', 'women', 'trafficking', 'online', 'missing', 'tourist-police', 'authority', 'support'];

/**
 * Lines in the order in which they are needed: for danger now, then for a concern. Lines of one kind keep the order of the pack.
 * Lines of low confidence are left out: a wrong number is worse than none.
 */
export function linesInOrder(lines: readonly Line[]): { danger: Line[]; others: Line[] } {
  const shown = lines.filter((line) => line.confidence !== 'low');
  const others = shown.filter((line) => line.kind !== 'emergency').sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return { danger: shown.filter((line) => line.kind === 'emergency'), others };
}
