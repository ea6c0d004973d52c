import type { Rule } from '../rule.ts';

const fewest = { nodes: 8, endings: 3 };
const mostChoices = 3;

/** A scenario has at least 8 nodes, at least 3 endings with one each good, mixed and bad, and two or three choices a node: less is a question, more does not fit a phone. */
export const scenarioSize: Rule = {
  name: 'scenario-size',
  *check({ modules }) {
    for (const { key } of modules) {
      const scenario = key?.value?.scenario;
      if (!key || !scenario) continue;
      const at = { file: key.file, line: key.lineOf(['scenario', 'nodes']) };
      const nodes = Object.entries(scenario.nodes);
      const endings = nodes.flatMap(([, node]) => ('ending' in node ? [node.ending] : []));
      if (nodes.length < fewest.nodes) yield { ...at, what: `${nodes.length} nodes`, write: `at least ${fewest.nodes}` };
      if (endings.length < fewest.endings) yield { ...at, what: `${endings.length} endings`, write: `at least ${fewest.endings}` };
      for (const kind of ['good', 'mixed', 'bad'] as const) if (!endings.includes(kind)) yield { ...at, what: `no ${kind} ending`, write: `a node with ending: ${kind}` };
      for (const [id, node] of nodes) {
        if ('choices' in node && node.choices.length > mostChoices) yield { file: key.file, line: key.lineOf(['scenario', 'nodes', id]), what: `"${id}" has ${node.choices.length} choices`, write: `two or ${mostChoices}` };
      }
    }
  },
};
