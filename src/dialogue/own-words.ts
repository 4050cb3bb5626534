/** What of a message is said of the enterprise, and what only names, points or asks. */
import {
  type Clause,
  isName,
  type Span,
  statesSomething,
  type Utterance,
  withHoles,
  without,
  withoutNames,
} from '../language/index.ts';
import { find } from '../retrieval/index.ts';
import { ASKS_MEANING, ASKS_WHY } from './fit-question.ts';
import { BACK } from './points-back.ts';
import type { Scene } from './scene.ts';

/** 之前那个不停工的 · 回到房租那条: which thing is meant. */
const POINTS_BACK = new RegExp(`${BACK}|(?:说说|聊聊|讲讲|看看|问问|换成).*的$`, 'u');
/** 这个呢，不停工的: a clause that says which one is meant. */
const POINTS_AT = /这个|那个|这条|那条|刚才|之前/u;
const WHICH = /的(?:呢|那个|这个|那条)?[?。]?$/u;
/** 58号文 · 81号第3条: numbers of documents and items are no figures; 380号人 is one. */
const DOCUMENT = /(?<![\d月])\d{1,4}号(?![人厂楼线车])文?(?:件)?(?:第[\d一二三四五六七八九十]+条)?/gu;

/** The message names a topic and tells nothing. */
export const namesTopic = (scene: Scene): boolean => opensTopic(scene) || picksTopic(scene);

/** 端午节不停工补贴 · 不停工补帖标准: what opens a talk and is too short to tell anything names a topic, whatever its words. */
function opensTopic({ state, message }: Scene): boolean {
  const text = message.text.trim();
  const opens =
    state.about === null && state.asked.length === 0 && state.options.length === 0 && state.checkup === null;
  return (
    opens &&
    [...text].length <= LONGEST_NAME &&
    !statesSomething(text) &&
    !DOES.test(text) &&
    !/[，。；？！,;?!\s]|[有能给可想要会吗么]/u.test(text) &&
    !WITH_UNIT.test(text)
  );
}
const LONGEST_NAME = 14;

/** 不停工的, when nothing was asked: says which subsidy, where 做模具的 says what one does. */
function picksTopic({ state, message, mind, today }: Scene): boolean {
  const text = message.text.trim();
  return (
    state.asked.length === 0 &&
    NAMES_ONE.test(text) &&
    !statesSomething(text) &&
    !DOES.test(text) &&
    find(mind.index, text, { today }).band === 'answer'
  );
}
/** 做灯具的 · 开网吧的: what one does. */
const DOES = /^(?:做|开|搞|干|生产|经营|在|是)/u;
const NAMES_ONE = /^[^，。,\s]{2,8}的(?:那个|那条)?[呢吧]?$/u;

/** 三百五十多人 · 八千万: figures in words. */
const WITH_UNIT = /[一二两三四五六七八九十百千]+(?:多|来|几|余)?(?:个|名|号|万|亿|成)?(?:人|元|度|万|亿|成)/u;

/** 那要是增长9%呢 · 哦，一共7800万: a word to begin with. */
const OPENING =
  /^(?:那么?(?![个条项些边种里])|嗯+|哦|噢|好的?(?=[,。])|对了|哎|诶|请问|顺便问一?下)[,。\s]*/u;
/** 不对我们是大型: the word that corrects stands apart. */
const CORRECTS = /^(?:不对|不是的?|(?:说|记|打|写|弄)?错了)(?=我|应该|其实)/u;
/** 我说的是 · 我想问的是: what follows is named, not said of oneself. */
const I_MEAN = /我们?(?:刚才?)?(?:想|要)?(?:说|问|指|讲|看)的(?:就)?是/gu;
/** 每天都要够300人吗 · 用电涨10%以上给多少: asks what is required. */
const REQUIRED =
  /\d[^,。;]*(?:以上|以下|不低于|不少于)[^,。;]*(?:多少|什么|啥|几|哪|怎么)|(?:要|必须|非得|需要|起码得?|至少得?)(?:是|有|够|满|达到|超过|在|得)*[^,。;?!]{0,10}(?:吗|么|嘛|吧|[?])$/u;
/** 端午没停工有没有补贴: what is asked for casts no doubt on what is said before it. */
const ASKED_FOR = /(?:有没有|有无)(?:什么|啥)?(?:补贴|补助|奖励|奖补|政策|扶持|支持|优惠|钱)/gu;
/** 不停工补贴有没有？ */
const QUESTION_TAIL = /(?:有没有|(?:过期|到期|截止|失效)?了没有?|有吗|呢|吗|怎么样)?[,。;:?!\s]?$/u;

/** What is left when the clauses that only name a subsidy, or point at what was talked about, are gone. */
export function ownWords(utterance: Utterance): Utterance {
  const plain = partedAtCorrections(
    withHoles(
      utterance,
      [DOCUMENT, I_MEAN, ASKED_FOR].flatMap((pattern) => placesOf(pattern, utterance.text)),
    ),
  );
  const spoken = without(plain, openingWord(plain));
  return withoutNames(
    without(
      spoken,
      spoken.clauses.flatMap((clause) => pointersIn(clause, spoken.text)),
    ),
  );
}

const placesOf = (pattern: RegExp, text: string): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: said }) => ({ start: index, end: index + said.length }));

function openingWord({ text, clauses }: Utterance): Span[] {
  const start = clauses[0]?.start ?? 0;
  const said = OPENING.exec(text.slice(start))?.[0];
  return said === undefined ? [] : [{ start, end: start + said.length }];
}

function partedAtCorrections(utterance: Utterance): Utterance {
  const cuts = utterance.clauses.flatMap(({ start, text }) => {
    const said = CORRECTS.exec(text)?.[0];
    return said === undefined ? [] : [{ start: start + said.length, end: start + said.length }];
  });
  return without(utterance, cuts);
}

/** What stands between colons, where it names or points and tells nothing. */
function pointersIn({ start, text, holder, question }: Clause, all: string): Span[] {
  if (holder !== 'self') return [];
  return [...text.matchAll(/[^:]+:?/gu)].flatMap(({ index, 0: part }) => {
    const isLast = index + part.length === text.length;
    const said = isLast && question ? `${part}?` : part;
    const span = { start: start + index, end: start + index + part.length };
    return points(said, all) || isName(said.replace(QUESTION_TAIL, '')) ? [span] : [];
  });
}

/** 去年那个数不对: points at what is put right, which is told. */
const SAYS_WRONG = /不对|错了?|有误/u;

const points = (part: string, all: string): boolean =>
  ASKS_MEANING.test(part) ||
  (ASKS_WHY.test(part) && !/[我咱]/u.test(part)) ||
  (REQUIRED.test(part) && !/[我咱]/u.test(part)) ||
  (!statesSomething(part) &&
    !SAYS_WRONG.test(part) &&
    (POINTS_BACK.test(part) || (POINTS_AT.test(all) && WHICH.test(part))));
