/**
 * Questions typed in pinyin: butie zenme shenqing → 补贴 怎么 申请. No dictionary is needed: ICU sorts characters by pinyin, so between
 * two characters of one syllable stand only characters of that syllable, and a few known ones a syllable tell where each lies.
 */
import { isPair, pairOf, spell, type Term } from './analyse.ts';

/** Each syllable with common characters from its first tone to its last. */
const ANCHORS =
  'a阿啊 ai哀埃爱碍 an安岸案暗 ang昂 ao熬奥澳 ba八巴把爸 bai白百败拜 ban班般版办半 bang帮榜棒 bao包保报抱 bei杯北备被 ben奔本笨 beng崩泵 bi逼比必闭壁 bian边编变便遍 biao标表 bie别 bin宾滨 bing冰兵并病 bo波播博薄 bu补不步部 ca擦 cai猜才财采菜 can参餐残惨灿 cang仓藏 cao操草 ce册测策 cen参岑 ceng层曾蹭 cha叉插查差 chai拆柴 chan搀产铲颤 chang昌场厂唱 chao抄超朝炒 che车扯撤 chen尘沉陈趁 cheng称撑成城秤 chi吃池迟尺赤 chong冲充虫宠 chou抽仇筹臭 chu出初除处触 chuai揣 chuan川穿船串 chuang窗床创 chui吹垂 chun春纯蠢 chuo戳绰 ci词辞次刺 cong匆从丛 cou凑 cu粗促醋 cuan窜 cui催脆翠 cun村存寸 cuo搓措错 da搭达打大 dai呆带待贷 dan丹担单但蛋 dang当党档 dao刀导到道 de得德的 deng灯登等邓 di低敌底地第 dian颠点电店 diao刁掉调 die爹跌叠 ding丁顶定订 diu丢 dong东冬懂动冻 dou都斗豆 du都督独度渡 duan端短段断 dui堆队对 dun吨蹲盾顿 duo多夺躲惰 e俄恶饿 en恩 er儿而二 fa发罚法 fan帆番反饭范 fang方房放 fei飞非肥费 fen分纷份奋 feng丰风封奉 fo佛 fou否 fu夫服府复富 ga嘎尬 gai该改概盖 gan干甘感赣 gang刚岗港杠 gao高搞告 ge哥歌格个各 gei给 gen根跟 geng更耕 gong工公供共 gou沟狗构够 gu估姑古固顾 gua瓜挂 guai乖怪 guan关官管惯 guang光广逛 gui归规鬼贵 gun滚棍 guo郭国果过 ha哈 hai孩海害 han含寒喊汉 hang杭航 hao毫好号 he喝合和贺 hei黑 hen很恨 heng哼恒横 hong轰红宏 hou喉后厚候 hu呼湖虎户护 hua花华化话 huai怀坏 huan欢还环换 huang荒慌黄 hui灰挥回会惠 hun昏婚魂混 huo活火货获 ji机积级几计绩 jia加家假价驾 jian坚监减件建健 jiang江将讲降 jiao交教脚叫较 jie接街节姐介借 jin今金紧进近 jing京经精井竞静 jiong窘 jiu究纠九旧就 ju居举巨具剧 juan捐卷倦 jue决绝觉 jun军均君俊 ka卡 kai开凯 kan刊看 kang康抗 kao考靠 ke科壳可客课 ken肯 keng坑 kong空恐控 kou口扣 ku哭苦库 kua夸跨 kuai块快 kuan宽款 kuang筐况矿 kui亏愧 kun昆困 kuo扩阔 la拉蜡辣 lai来赖 lan兰蓝烂 lang郎浪 lao捞劳老 le乐 lei雷类累 leng冷愣 li离里力利例 lia俩 lian连联练 liang良粮两量 liao辽料 lie列烈 lin林临 ling灵零领令 liu溜流留六 long龙隆 lou楼漏 lu炉鲁路录 lv旅绿律 luan乱 lve略 lun轮论 luo罗落 ma妈马骂 mai埋买卖 man蛮满慢 mang忙盲 mao猫毛贸 me么 mei没煤每妹 men门们 meng蒙梦 mi迷米密 mian棉免面 miao苗秒庙 mie灭 min民敏 ming名明命 miu谬 mo摸模末默 mou某 mu母木目 na拿哪那 nai奶耐 nan男南难 nang囊 nao脑闹 ne呢 nei内 nen嫩 neng能 ni泥你逆 nian年念 niang娘 niao鸟 nie捏 nin您 ning宁 niu牛扭 nong农浓弄 nu奴努怒 nv女 nuan暖 nve虐 nuo诺 o哦 ou欧偶 pa怕爬 pai拍排派 pan攀盘判 pang旁胖 pao抛跑炮 pei陪配 pen喷盆 peng朋碰 pi批皮匹 pian偏篇片 piao飘票 pie撇 pin拼贫品聘 ping平评 po坡破 pou剖 pu铺普 qi七期齐企气汽 qia恰 qian千签前欠 qiang枪强抢 qiao敲桥巧 qie切且 qin亲勤 qing青轻情请庆 qiong穷 qiu秋求 qu区取去趣 quan全权劝 que缺却确 qun裙群 ran然染 rang让 rao饶扰 re热 ren人认任 reng扔仍 ri日 rong容融 rou肉 ru如入 ruan软 rui锐瑞 run润 ruo若弱 sa撒 sai赛 san三散 sang桑丧 sao扫 se色 sen森 seng僧 sha杀沙 shai晒 shan山善 shang伤商上 shao烧少 she奢社设 shei谁 shen申深审甚 sheng升生省胜 shi失师十实使市事是适 shou收手受 shu书输数术 shua刷 shuai衰帅 shuan拴 shuang双爽 shui水税 shun顺 shuo说 si司四 song松送 sou搜 su苏速诉 suan酸算 sui虽岁随 sun孙损 suo缩所 ta他踏 tai台太态 tan贪谈探 tang汤糖 tao掏套 te特 teng疼腾 ti梯提体替 tian天田填 tiao挑条跳 tie贴铁 ting听停挺 tong通同统痛 tou偷头投 tu突图土 tuan团 tui推退 tun吞 tuo托脱 wa挖瓦 wai外 wan弯完晚万 wang王网望 wei危微为委未位 wen温文稳问 weng翁 wo窝我 wu屋无五务物 xi西息习喜系细 xia虾下夏 xian先现限线 xiang乡相想项像 xiao消小效 xie些协写谢 xin心新信 xing星行形性 xiong兄雄 xiu休修秀 xu虚需许续 xuan宣选 xue学雪 xun寻训讯 ya压牙亚 yan烟延研演验 yang央羊样 yao腰摇药要 ye爷野业夜 yi一衣医移已以亿义意 yin因音银引印 ying英应营影硬 yo哟 yong拥用 you优由有右 yu于余鱼雨与预育 yuan元员原远院 yue约月越 yun云允运 za杂 zai灾在再 zan暂赞 zang脏 zao遭早造 ze责则择 zei贼 zen怎 zeng增赠 zha扎炸 zhai摘债 zhan占展战 zhang张章涨账 zhao招找照 zhe折者这浙 zhen真针诊镇 zheng征争整正政证 zhi之支只知直职止制质置 zhong中终种重众 zhou周州 zhu朱主住注助 zhua抓 zhuai拽 zhuan专转赚 zhuang装状 zhui追 zhun准 zhuo捉着 zi资子字自 zong宗总 zou走奏 zu租足族组 zuan钻 zui最罪 zun尊遵 zuo昨左作做坐';

const { compare } = new Intl.Collator('zh-u-co-pinyin');

interface Anchor {
  character: string;
  syllable: string;
}

const ANCHOR_LIST: Anchor[] = ANCHORS.split(' ').flatMap((entry) => {
  const [syllable = ''] = /^[a-z]+/u.exec(entry) ?? [];
  return Array.from(entry.slice(syllable.length), (character) => ({ character, syllable }));
});
const SYLLABLES = new Set(ANCHOR_LIST.map(({ syllable }) => syllable));
const LONGEST_SYLLABLE = 6;

let sorted: Anchor[] | undefined;

function anchors(): Anchor[] {
  sorted ??= ANCHOR_LIST.sort((a, b) => compare(a.character, b.character));
  return sorted;
}

/** The syllables a character may have: one between two anchors that agree, else either of theirs. */
export function syllablesOf(character: string): string[] {
  const remembered = syllables.get(character);
  if (remembered) return remembered;
  const found = lookUp(character);
  syllables.set(character, found);
  return found;
}

/** Looking up costs a dozen comparisons by collation; questions use the same few thousand characters. */
const syllables = new Map<string, string[]>();

function lookUp(character: string): string[] {
  const known = anchors();
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(known[middle]!.character, character) < 0) low = middle + 1;
    else high = middle;
  }
  const after = known[low];
  if (after?.character === character) return [after.syllable];
  return [...new Set([known[low - 1]?.syllable, after?.syllable].filter((one) => one !== undefined))];
}

/** buzhengqi → bu zheng qi: as few syllables as possible; null when the letters are no pinyin. */
export function splitPinyin(letters: string): string[] | null {
  const best = new Map<number, string[]>([[0, []]]);
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start += 1) {
      const before = best.get(start);
      const syllable = letters.slice(start, end);
      if (!before || !SYLLABLES.has(syllable)) continue;
      const known = best.get(end);
      if (!known || before.length + 1 < known.length) best.set(end, [...before, syllable]);
    }
  }
  return best.get(letters.length) ?? null;
}

/** Known characters by syllable; made once, when the first pinyin question comes. */
export function charactersBySound(terms: Iterable<Term>): Map<string, string[]> {
  const characters = new Map<string, string[]>();
  for (const term of terms) {
    if (typeof term === 'string' || isPair(term)) continue;
    const character = spell(term);
    for (const syllable of syllablesOf(character)) {
      const list = characters.get(syllable);
      if (list) list.push(character);
      else characters.set(syllable, [character]);
    }
  }
  return characters;
}

/** Longer runs of letters are no question. */
const LONGEST_RUN = 200;

interface Path {
  text: string;
  score: number;
}

/** A pair that no document has costs as much as a rather common one brings. */
const UNKNOWN_PAIR = -3;

/**
 * The question with its pinyin read as characters: of all readings the one whose neighbours stand together most often in the documents
 * (Viterbi over pairs). Letters that are no pinyin (vr, 5g, apec) and readings without a known pair stay as they are.
 */
export function readPinyin(
  question: string,
  characters: () => Map<string, string[]>,
  timesSeen: (pair: Term) => number,
): string {
  return question.replace(/[a-z]+(?:[ '’]+[a-z]+)*/gu, (letters) => {
    const runs = letters.split(/[^a-z]+/u).map(splitPinyin);
    if (letters.length > LONGEST_RUN || runs.some((run) => run === null)) return letters;
    const syllables = runs.flatMap((run) => run ?? []);
    return syllables.length > 1 ? (likeliest(syllables, characters(), timesSeen) ?? letters) : letters;
  });
}

function likeliest(
  syllables: string[],
  characters: Map<string, string[]>,
  timesSeen: (pair: Term) => number,
): string | null {
  let paths: Path[] = [{ text: '', score: 0 }];
  for (const syllable of syllables) {
    const next = (characters.get(syllable) ?? []).map((character) => {
      const extended = paths.map(({ text, score }) => ({
        text: text + character,
        score:
          score +
          (text === '' ? 0 : worthOf(text.charCodeAt(text.length - 1), character.charCodeAt(0), timesSeen)),
      }));
      return extended.reduce((best, path) => (path.score > best.score ? path : best));
    });
    if (next.length === 0) return null;
    paths = next;
  }
  const best = paths.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.text : null;
}

function worthOf(first: number, second: number, timesSeen: (pair: Term) => number): number {
  const times = timesSeen(pairOf(first, second));
  return times === 0 ? UNKNOWN_PAIR : Math.log(1 + times) + 1;
}
