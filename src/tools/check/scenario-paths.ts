import type { ScenarioKey } from '../../core/course/scenario.schema.ts';

/** Where the choices of a node lead; none for an ending or an unknown node. */
export function nextNodes(scenario: ScenarioKey, id: string): string[] {
  const node = scenario.nodes[id];
  return node && 'choices' in node ? node.choices.map((choice) => choice.to).filter((to) => to in scenario.nodes) : [];
}

/** Every node that a learner can come to from here, this one included. */
export function reachableFrom(scenario: ScenarioKey, start: string): Set<string> {
  const reached = new Set<string>();
  const open = start in scenario.nodes ? [start] : [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...nextNodes(scenario, id));
  }
  return reached;
}
