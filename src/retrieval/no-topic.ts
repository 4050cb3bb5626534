/** Words that ask something and name no topic: a question of only these is about what is talked about. */
const ASKED = [
  '多少 最多 最高 最少 最低 封顶 上限 金额 额度 标准 比例 钱 多少钱 几个 差 多 少 高 低',
  '够不够 不够 符不符合 能不能 行不行 可不可以 条件 要求 我们 都符合 门槛 资格 符合 满足 享受 算 够 补 奖 给 能拿 拿到 补贴 奖励 政策 补助 支持 扶持 一次性 一次 性的',
  '部门 科室 处室 窗口 单位 责任 负责 牵头 主管 管 谁 联系 打 找 问 去 电话 热线 地址 网址 链接 入口 县 市 区 里',
  '截止 截至 期限 时间 日期 有效期 有效 失效 作废 过期 到期 截止日期 申报期 最晚 最迟 来得及 哪天 几号 几天 天 前 之前 以前 管用 什么时候 几时 多会儿 晚 多久 为止 结束 完 次 几次 一年 一次 每年 明天 今天 现在 年底 月底 年 月 日 号 快 延到 延期',
  '跟 和 与 比 哪个 哪个月 月比 分 分几次 一起 不算 算不算 哪里写的 是哪 在哪',
  '要 需要 得 啥 什么 哪些 怎么 不到 不了 送 寄 递 拿 到 哪里 哪儿 东西 什么东西 带 带上 准备 写 写的 证件 证明 材料 资料 手续 流程 步骤 表格 表 申请表 下载 填 申请 申报 办理 报名 参加 答复 回复 受理 批复 领取 提交 交 报 账 到账 发',
  '事 这事 件 这件事',
  '原文 原话 全文 条文 详细 细节 解释 意思 依据 出处 来源 文号 内容 主要 具体 另外 其他 还有 还能',
  '这条 那条 这项 那项 这种 那种 刚才 为什么 为啥 真的 确定 吗 次 上 下 算的 到底 大概 一共',
];

const KNOWN: ReadonlySet<string> = new Set(ASKED.flatMap((line) => line.split(' ')));

/** Such a word, or two of them written together: 给钱, 补多少. */
export function namesNoTopic(word: string): boolean {
  if (KNOWN.has(word)) return true;
  const cuts = Array.from({ length: Math.max(0, word.length - 1) }, (_, place) => place + 1);
  return cuts.some((cut) => KNOWN.has(word.slice(0, cut)) && KNOWN.has(word.slice(cut)));
}
