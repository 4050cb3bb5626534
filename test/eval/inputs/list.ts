/** `node test/eval/inputs/list.ts`: the list that inputs.test.ts holds. Made once at 0.1.0; lines are added to it, never taken out. */
import { hashOf, inputHash, readInputs } from './read-inputs.ts';

const lines = readInputs().map((one) => `${one.kind} ${inputHash(one)} ${hashOf(one.expected)}`);
process.stdout.write(`${[...new Set(lines)].sort().join('\n')}\n`);
