/** 对面那个厂说拿了8万: what others are said to have got is held against the clause, and never confirmed. */

import type { FirmSaid } from '../../language/index.ts';
import { sayAmount, sayBasis, sayStanding, firmWords as words } from '../../words/index.ts';
import { checkMeasure } from '../check.ts';
import { parted, sayMoney } from '../firms.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';

export function hearsay(scene: Scene, { told }: FirmSaid, measure: string): Outcome | null {
  const { got } = parted(told);
  if (got === null) return null;
  const { mind, known, state } = scene;
  const { facts } = mind.knowledge;
  const own = checkMeasure(scene, measure, known.profile);
  const open = checkMeasure(scene, measure, {});
  if (!own || !open) return null;
  const isTold = own.main.conditions.some(({ state: at, value }) => at !== 'unknown' && value !== null);
  const lines = [
    words.hearsay(sayMoney(got)),
    words.line(open.subject.measure.title, sayAmount(open.main, facts)),
    isTold ? words.line(words.you, sayStanding(own, facts)) : null,
    sayBasis(open),
  ];
  return say(focusOn(state, measure), lines.filter((line) => line !== null).join('\n'), {
    about: measure,
    asks: state.asked.length > 0 ? state.asked : null,
  });
}
