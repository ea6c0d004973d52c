/** `npm run budgets`: prints the measures nearest to their budgets; fails if one is over. */
import { measureSite } from '../build/budgets.ts';

const measures = measureSite('dist', 'tests/budgets.json');
const over = measures.filter(({ bytes, budget }) => bytes > budget);
const line = ({ what, bytes, budget }: (typeof measures)[number]) => `${String(bytes).padStart(7)} of ${String(budget).padStart(6)} bytes  ${what}`;
for (const measure of over.length ? over : measures.slice(0, 8)) console.log(line(measure));
console.log(over.length ? `${over.length} of ${measures.length} measures are over budget. Make them lighter; tests/budgets.json only grows for a reason.` : `All ${measures.length} measures are within budget.`);
process.exitCode = over.length ? 1 : 0;
