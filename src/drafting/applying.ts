/** '（一）申报材料', '登录平台填报', '申报时间为…': how to apply, which says nothing of who gets it. */
import type { Limb } from './cut.ts';

/** A number or a label that stands over papers, steps and days. */
const HEADS =
  /^[^，。；：]{0,10}(?:材料|资料|程序|流程|步骤|时间|时限|期限|日期|方式|方法|渠道|途径|地点|地址|联系人|咨询|电话)(?:[及和与、][^，。；：]{1,8})?$/u;
/** What is handed in, how, by when and to whom. */
const SAYS_HOW =
  /申[报请][表书]|材料|复印件|原件|扫描件|[盖公]章|装订|一式[一二两三四五六七八九十\d]+份|报送|提交|上传|填[报写]|登录|网上申[报请]|平台|系统|邮箱|窗口|(?:申报|申请|受理|报名|提交|截止)(?:的?时间|日期|期限|截止)|逾期|[初复]审|审[核查]|公示|汇总|推荐上报|联系(?:人|电话)/u;

/** Without what stands under such a head; `loosely`: the heading over all of them may hold anything, and each says for itself. */
export function withoutApplying(limbs: readonly Limb[], loosely: boolean): Limb[] {
  let under: string | null = null;
  return limbs.filter((limb) => {
    const { plain, marker, label, lead } = limb;
    if (marker !== null && under !== null && kindOf(marker) === under) under = null;
    const heads =
      HEADS.test(plain.text.replace(/[：:]$/u, '')) || (lead !== null && HANDS_IN.test(lead.plain.text));
    if (heads && marker !== null && under === null) under = kindOf(marker);
    const apart = under !== null || heads || (label !== null && HEADS.test(label));
    return !apart && !(loosely && SAYS_HOW.test(plain.text));
  });
}

/** 需提交以下材料： */
const HANDS_IN = /(?:材料|资料|文件)[^，。；]{0,4}[：:]$/u;

/** （一） and （二） are of one kind, 1. and 2. of another. */
const kindOf = (marker: string): string =>
  marker.replace(/[一二三四五六七八九十\d]+/gu, '#').replace(/[①-⑳]/u, '①');
