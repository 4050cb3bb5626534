/** Characters that look like Chinese ones and are others: an artefact of a font in a PDF, or of what was copied out of one. */

/** Radicals of the supplement (U+2E80–2EFF) that NFKC leaves alone, and what they are read as. */
const SUPPLEMENT: Readonly<Record<string, string>> = Object.fromEntries(
  '⺁厂 ⺇几 ⺌小 ⺎兀 ⺏尣 ⺕彐 ⺗心 ⺘手 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歹 ⺟母 ⺠民 ⺡水 ⺢水 ⺣火 ⺤爪 ⺥爪 ⺦丬 ⺧牛 ⺨犬 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭示 ⺮竹 ⺯糸 ⺰纟 ⺱罒 ⺶羊 ⺷羊 ⺸羊 ⺹老 ⺻聿 ⺼肉 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃西 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑长 ⻒长 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟饣 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙 ⻳龟'
    .split(' ')
    .map((pair) => [pair[0]!, pair[1]!]),
);
/** Kangxi radicals, the supplement, compatibility ideographs: each stands for one ordinary character. */
const LOOKALIKE = /[\u2e80-\u2eff\u2f00-\u2fd5\uf900-\ufaff]/gu;

/** '⼗⼀⽉' → '十一月', one for one. Words stay as they were written; only the codes change. */
export const plainCharacters = (text: string): string =>
  text.replace(LOOKALIKE, (character) => {
    const plain = SUPPLEMENT[character] ?? character.normalize('NFKC');
    return plain.length === 1 ? plain : character;
  });
