/** What the sections, labels and rows of a guide are called. */
import type { GuidePart } from '../policy/index.ts';

/** What a heading or a label calls each part: '三、申报材料', '咨询电话：…', '办理时限：…'. */
const LABELS: readonly { part: GuidePart; label: RegExp }[] = [
  {
    part: '材料',
    label:
      /^(?:(?:申报|申请|申领|所需|需提供的?|提交的?|报送|办理|补贴|兑现|项目|应)*(?:材料|资料)(?:要求|清单|目录|名称)?|(?:需|应|须)(?:要)?(?:提交|提供)(?:的|以下)*(?:材料|资料))/u,
  },
  {
    part: '时限',
    label: /^(?:(?:办理|办结|审核|受理|承诺|法定|审批|兑付|拨付)(?:办结|办理|工作)*(?:时限|期限)|办理时长)/u,
  },
  {
    part: '步骤',
    label:
      /^(?:申报|申请|申领|办理|受理|审核|兑现|兑付|补贴|业务|审批|资金|基本|工作|活动)*(?:及|和|与)?(?:审核|发放|拨付)?(?:流程|程序|步骤)|^(?:申报|申请|报送|办理|填报|申领)(?:时间)?(?:和|及|与|、)?(?:方式|办法|途径|要求)/u,
  },
  {
    part: '电话',
    label:
      /^(?:业务|政策|技术|咨询|联系|服务|监督|客服|投诉|举报)*(?:咨询|联系|服务|客服)?(?:电话|热线|联系人|联系方式|方式)(?:及(?:电话|联系方式))?(?=[：:]|$|及|和|（)/u,
  },
  {
    part: '地址',
    label:
      /^(?:(?:受理|办理|办公|联系|报送|提交|申报|申请|邮寄|递交|现场|收件|服务)*(?:地点|地址|窗口)|(?:受理|办理|决定|申报)(?:机构|部门|渠道|入口|平台|网址))/u,
  },
  {
    part: '对象',
    label:
      /^(?:(?:申报|申请|办理|受理|支持|补贴|补助|奖励|扶持|适用|服务|资助|受益|政策|申领|享受|参与|参加)(?:的)?(?:对象|主体|范围|条件)(?:及条件|和条件|与条件)?|(?:申报|申请|办理)(?:单位|企业|人)?(?:的)?(?:基本)?条件)/u,
  },
];
/** '申报材料及要求', not '申领资料修改时间'. */
const AFTER_LABEL = /^(?:[及和与、].{1,12}|的?(?:要求|说明|安排|如下|包括))?$/u;
/** A heading is short; a label stands in front of a colon. */
export const LONGEST_LABEL = 18;

/** The part that a heading or label names, or null. */
export function guidePartOf(label: string): GuidePart | null {
  // '办理流程（含办结时限）' is the procedure.
  const bare = label.replace(/(?<=.{2})[（(][^（()）]*[）)]$/u, '').replaceAll(/[\s*（）()【】[\]]/gu, '');
  if (bare.length > LONGEST_LABEL) return null;
  return (
    LABELS.find(({ label }) => {
      const found = label.exec(bare)?.[0];
      return found !== undefined && AFTER_LABEL.test(bare.slice(found.length));
    })?.part ?? null
  );
}
