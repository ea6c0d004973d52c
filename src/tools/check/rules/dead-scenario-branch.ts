import { didYouMean } from '../../content/nearest.ts';
import type { Rule } from '../rule.ts';
import { reachableFrom } from '../scenario-paths.ts';

/** Every choice of a scenario leads to a node, and every node can be reached: otherwise a learner's story stops, or a part of it is never read. */
export const deadScenarioBranch: Rule = {
  name: 'dead-scenario-branch',
  *check({ modules }) {
    for (const { key } of modules) {
      const scenario = key?.value?.scenario;
      if (!key || !scenario) continue;
      const nodes = Object.keys(scenario.nodes);
      if (!nodes.includes(scenario.start)) yield { file: key.file, line: key.lineOf(['scenario', 'start']), what: `the start "${scenario.start}" is no node`, write: didYouMean(scenario.start, nodes) };
      for (const [id, node] of Object.entries(scenario.nodes)) {
        if (!('choices' in node)) continue;
        for (const [index, choice] of node.choices.entries()) {
          if (!nodes.includes(choice.to)) yield { file: key.file, line: key.lineOf(['scenario', 'nodes', id, 'choices', index]), what: `choice "${choice.id}" leads to "${choice.to}", which is no node`, write: didYouMean(choice.to, nodes) };
        }
      }
      if (!nodes.includes(scenario.start)) continue;
      const reached = reachableFrom(scenario, scenario.start);
      for (const id of nodes) {
        if (!reached.has(id) && 'choices' in scenario.nodes[id]!) yield { file: key.file, line: key.lineOf(['scenario', 'nodes', id]), what: `no choice leads to node "${id}"`, write: `a choice with to: ${id}, or remove it` };
      }
    }
  },
};
