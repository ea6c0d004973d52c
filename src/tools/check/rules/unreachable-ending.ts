import type { ScenarioKey } from '../../../core/course/scenario.schema.ts';
import type { Rule } from '../rule.ts';
import { nextNodes, reachableFrom } from '../scenario-paths.ts';

/** Every way through a scenario comes to an end and every ending can be reached: a story that turns in a circle is never counted as done. */
export const unreachableEnding: Rule = {
  name: 'unreachable-ending',
  *check({ modules }) {
    for (const { key } of modules) {
      const scenario = key?.value?.scenario;
      if (!key || !scenario || !(scenario.start in scenario.nodes)) continue;
      const reached = reachableFrom(scenario, scenario.start);
      const at = (id: string): { file: string; line: number } => ({ file: key.file, line: key.lineOf(['scenario', 'nodes', id]) });
      for (const [id, node] of Object.entries(scenario.nodes)) {
        if ('ending' in node && !reached.has(id)) yield { ...at(id), what: `no choice leads to ending "${id}"`, write: `a choice with to: ${id}, or remove it` };
      }
      const circle = findCircle(scenario);
      if (circle) yield { ...at(circle[0]!), what: `the choices turn in a circle: ${circle.join(' › ')}`, write: 'a choice that leads on, not back' };
    }
  },
};

/** The nodes of one way back to where it began, the first one repeated at the end. */
function findCircle(scenario: ScenarioKey): string[] | undefined {
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const next of nextNodes(scenario, id)) {
      const circle = visit(next, [...way, id]);
      if (circle) return circle;
    }
    done.add(id);
    return undefined;
  };
  for (const id of Object.keys(scenario.nodes)) {
    const circle = visit(id, []);
    if (circle) return circle;
  }
  return undefined;
}
