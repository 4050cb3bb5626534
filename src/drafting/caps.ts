/** Whose most it is: of one enterprise, of a year, of a project, of each unit paid for. */
export type CapPer = 'enterprise' | 'enterprise-year' | 'project' | 'unit';

/** '单个企业年度最高' · '年最高补助' · '单个项目最高' · '每件资助费用最高' */
export function capPerOf(before: string): CapPer | null {
  const yearly = /(?:年度|每年|当年|[^\d]年(?=[最累不奖补资贴保])|^年)/u.test(before);
  if (/(?:单个|每个|单一|同一|一个)项目|项目(?:最高|年度|累计)/u.test(before)) return 'project';
  if (
    /(?:单[个家户]|每[个家户]|同一|每一)(?:[\p{Script=Han}]{0,10})(?:企业|单位|机构|申请人|主体|公司|户|家)|单户|单家|每家|每户/u.test(
      before,
    )
  )
    return yearly ? 'enterprise-year' : 'enterprise';
  if (/每(?:件|张|项|台|人|次|场|亩|辆|笔|款|套|份|篇|部)|单(?:件|台|笔|次|项|款|品)|人次|每人/u.test(before))
    return 'unit';
  return yearly ? 'enterprise-year' : null;
}
