/** How a Chinese character sounds, without its tone: by its place among all characters in the order of pinyin, as the platform sorts them. */

/** The first character of each syllable in that order. */
const FIRST_OF_SYLLABLE = [
  '阿哎安肮凹八挀扳邦勹奔伻屄边灬憋汃冫癶峬嚓偲参仓撡冊嵾曽叉芆辿伥抄车抻阷吃充抽出巛刅吹旾逴呲匆凑粗汆崔邨搓咑呆丹当刀嘚扥灯氐甸刁爹丁丟东吺厾耑垖吨多妸诶奀鞥儿发帆匚飞分丰覅仏紑夫旮侅甘冈皋戈给根刯工勾',
  '估瓜乖关光归丨呙哈咍佄夯茠诃黒拫亨噷叿齁乎花怀欢巟灰昏吙丌加戋江艽阶巾坕冂丩凥姢噘军咔开刊忼尻匼肎劥空抠扝夸蒯宽匡亏坤扩垃来兰啷捞勒崚哩俩奁良撩毟拎伶溜囖龙瞜噜驴娈掠抡罗呣妈埋嫚牤猫么呅门甿咪宀喵乜民',
  '名谬摸哞毪腉囡囔孬疒娞恁能妮拈娘鸟捏囜宁妞农羺奴女奻疟黁挪喔讴妑拍眅乓抛呸喷匉丕囨剽氕姘乒钋剖仆七掐千仟亲靑卭丘区峑缺夋呥穣娆惹人扔日茸厹邚挼堧婑瞤捼仨毢三桒掻閪森僧杀筛山伤弰奢申升尸収书刷衰闩双脽吮',
  '说厶忪捜苏狻夊孙唆他囼坍汤夲忑熥剔天旫帖厅囲偷凸湍推吞乇穵歪弯尣危昷翁挝乌夕虲仙乡灱些心星凶休吁吅削坃丫恹央幺倻一囙应哟佣优扜囦曰晕帀災兂匨傮则贼怎増扎捚沾张佋蜇贞争之中州朱抓拽专妆隹宒卓乲宗邹租钻厜',
  '尊昨',
].join('');
const byPinyin = new Intl.Collator('zh-u-co-pinyin');
const HAN = /\p{Script=Han}/u;

const known = new Map<string, string>();

/** The same character for all that sound alike (电 and 点); any other character as it is. */
export function soundOf(character: string): string {
  let sound = known.get(character);
  if (sound === undefined) {
    sound = HAN.test(character) ? syllableOf(character) : character;
    known.set(character, sound);
  }
  return sound;
}

function syllableOf(character: string): string {
  let [low, high] = [0, FIRST_OF_SYLLABLE.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (byPinyin.compare(FIRST_OF_SYLLABLE[middle]!, character) <= 0) low = middle;
    else high = middle - 1;
  }
  return FIRST_OF_SYLLABLE[low]!;
}
