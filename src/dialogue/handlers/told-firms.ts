/** 180那家呢 · 乙厂差多少 · 都涨了12% · 总共能拿多少: more of the firms that were told before. */
import { withFacts } from '../../facts/index.ts';
import { formatYuan } from '../../figures/index.ts';
import { firmWords as words } from '../../words/index.ts';
import { checkFirm, factsOfFirm, sayFirms } from '../firms.ts';
import { asks } from '../fit-question.ts';
import type { Outcome, Scene } from '../scene.ts';
import type { Firm } from '../state.ts';
import { relevance } from '../topic.ts';

export function ofFirmsTold(scene: Scene): Outcome | null {
  const { firms, about, thread } = scene.state;
  if (firms === null || (about !== firms.measure && thread?.measure !== firms.measure)) return null;
  return total(scene, firms) ?? toldOfAll(scene, firms) ?? pickedOne(scene, firms);
}

type Told = NonNullable<Scene['state']['firms']>;

/** 总共我能帮他们拿多少. */
const ASKS_TOTAL = /(?:总共|一共|合起来|加起来|合计|拢共)[^，。]{0,10}(?:多少|几)/u;
function total(scene: Scene, { measure, told }: Told): Outcome | null {
  if (told.length < 2 || !ASKS_TOTAL.test(scene.message.text)) return null;
  const sums = told.flatMap((firm) => {
    const main = checkFirm(scene, measure, firm)?.main;
    return main?.verdict === 'eligible' && main.amountYuan !== null ? [{ firm, yuan: main.amountYuan }] : [];
  });
  if (sums.length === 0) return null;
  const all = sums.reduce((sum, { yuan }) => sum + yuan, 0);
  const parts = sums.map(({ firm, yuan }) => words.part(firm.name, formatYuan(yuan))).join('、');
  const shown = sayFirms(scene, measure, told, told);
  return (
    shown && {
      ...shown,
      reply: { ...shown.reply, text: `${words.total(formatYuan(all), parts)}\n${shown.reply.text}` },
    }
  );
}

/** 两家用电都涨了12%: told of each of them. */
const OF_ALL = /^(?:那|这|他们|它们)?(?:都|均|全|[两三四几]家)/u;
function toldOfAll(scene: Scene, { measure, told }: Told): Outcome | null {
  const { text } = scene.utterance;
  if (!OF_ALL.test(text)) return null;
  const more = factsOfFirm(scene, { told: text.replace(/[都均]|[两三四几]家/gu, '') }, measure);
  if (relevance(scene, measure, Object.keys(more)) === 0) return null;
  const firms = told.map((firm) => ({ ...firm, facts: withFacts(firm.facts, more) }));
  return sayFirms(scene, measure, firms, firms);
}

/** One of them, by its name, by its figure, or as the only one. */
function pickedOne(scene: Scene, { measure, told }: Told): Outcome | null {
  const { text } = scene.message;
  const picked = told.filter((firm) => isNamed(firm, text));
  const only = told.length === 1 && POINTS.test(text) ? told : picked;
  if (only.length !== 1 || !(asks(text) || POINTS.test(text))) return null;
  if (OF_MEASURE.test(text)) return null;
  return sayFirms(scene, measure, told, only);
}

/** 210那个 · 乙厂 · 2.4亿那家. */
function isNamed({ name }: Firm, text: string): boolean {
  if (text.includes(name)) return true;
  const figure = /^[\d.]+/u.exec(name)?.[0];
  return (
    figure !== undefined && new RegExp(`(?<![\\d.])${figure.replace('.', '\\.')}(?![\\d.])`, 'u').test(text)
  );
}
const POINTS = /那家|那个|那边|(?<!其)他们?|她们?|比(?:我|咱)|人家|(?:我|咱)们?(?:呢|才)/u;
/** Asked of the measure, whoever asks. */
const OF_MEASURE = /什么时候|几号|截止|哪里|哪儿|材料|资料|找谁|部门|电话|原文/u;
