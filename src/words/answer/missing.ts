/** How to apply: what of it a document leaves out. Only what was asked for and does not stand there is called missing. */
import { measureWords } from '../answers.ts';

interface Part {
  name: string;
  asked: RegExp;
  /** Shows that the text does say it. */
  written: RegExp;
}

const PARTS: readonly Part[] = [
  {
    name: measureWords.materials,
    asked: /材料|资料|证件|证明|手续|表格|附件/u,
    // 申请表 · 申报材料： · 提交下列材料 · 上传身份证照片 · 营业执照复印件
    written:
      /申请表|材料清单|提交.{0,6}材料|(?:申报|申请|报送|证明|所需|上传|下列|以下)[^，。]{0,6}(?:材料|资料)|材料\s*[：:]|复印件|扫描件|身份证/u,
  },
  { name: measureWords.telephone, asked: /电话|号码|热线/u, written: /\d{5,}/u },
  {
    name: measureWords.office,
    asked: /哪里|在哪|去哪|到哪|哪儿|地址|地点|窗口/u,
    written:
      /(?:通过|登录|登陆|依托|进入)[^，。]{0,15}(?:平台|系统|网站|小程序)|网上|在线|窗口|掌上|小程序|地址/u,
  },
  {
    name: measureWords.procedure,
    asked: /流程|步骤|(?:怎么|如何|咋|怎样).{0,3}(?:申请|申报|办|领|报)/u,
    written:
      /(?:通过|登录|登陆|依托|进入)[^，。]{0,15}(?:平台|系统|网站|小程序)|网上|在线|掌上|全程网办|流程|程序/u,
  },
];

/** Called missing only where it is asked for. */
const TIMES: Part = {
  name: measureWords.times,
  asked: /多久|多长时间|几天|到[账帐]|打款|打钱|发放|发钱|发下来|拨付|拨款|兑付|批下来|批复|审[核批]/u,
  written: /\d+个?工作日/u,
};

/** 申请材料、联系电话，文件没有写，可问…; null when what was asked for is there. Without a question: all that is missing. */
export function missingLine(question: string | undefined, text: string, whom: string | null): string | null {
  const asked = [...PARTS, TIMES].filter((part) => part.asked.test(question ?? ''));
  const missing = (asked.length ? asked : PARTS).filter((part) => !part.written.test(text));
  return missing.length ? measureWords.notWritten(missing.map(({ name }) => name).join('、'), whom) : null;
}
