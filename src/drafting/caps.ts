/** Whose most it is: of one enterprise, of a year, of a project, of each unit paid for. */
export type CapPer = 'enterprise' | 'enterprise-year' | 'project' | 'unit';

/** 每台, 单场, 人次 */
const COUNTED =
  /每(?:件|张|项|台|人|次|场|亩|辆|笔|款|套|份|篇|部|店)|单(?:件|台|笔|次|项|款|品|场|店|辆|套)|人次|每人|每[\p{Script=Han}]{1,4}[1一][人名家个件台项户]/u;
/** 单个展位, 每个产品: one of what is paid for. Another noun behind 单个 is who gets it (单个农庄). */
const THING =
  /[单每](?:个|一)?[\p{Script=Han}]{0,4}(?:展位|展会|产品|商品|门店|设备|装置|机器人|车辆|船舶|专利|商标|证书|标准|标志|活动|合同|订单|员工|岗位|课程|航线|航班|品种|系统|软件)(?=[\p{Script=Han}]{0,6}$)/u;

/** '单个企业年度最高' · '年最高补助' · '单个项目最高' · '每件资助费用最高' */
export function capPerOf(before: string): CapPer | null {
  const yearly = /(?:年度|每年|当年|[^\d一二两三四五六七八九十]年(?=[最累不奖补资贴保])|^年)/u.test(before);
  if (/(?:单个|每个|单一|同一|一个)项目|项目(?:最高|年度|累计)/u.test(before)) return 'project';
  if (
    /(?:单[个家户]|每[个家户]|同一|每一)(?:[\p{Script=Han}]{0,10})(?:企业|单位|机构|申请人|主体|公司|户|家)|单户|单家|每家|每户/u.test(
      before,
    )
  )
    return yearly ? 'enterprise-year' : 'enterprise';
  if (COUNTED.test(before) || THING.test(before)) return 'unit';
  return yearly ? 'enterprise-year' : null;
}
