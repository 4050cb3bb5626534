/**
 * Words that ask and say nothing of what is asked about. One list for all that looks for a question's topic; what a shelf's own aliases show
 * to be asked of anything weighs less besides (postings.ts).
 */

const list = (words: string): readonly string[] => words.split(/\s+/u).filter(Boolean);

/** Words that carry nothing of a topic: left out where a topic is looked for. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  list(`
我想 我想问 想问 的 了 吗 呢 吧 啊 呀 么 嘛 我 我们 咱 咱们 你 你们 他 他们 它 公司 企业 单位 厂 厂里 工厂 请问 想 问 问下 一下 多少 怎么 咋 如何 什么 啥 哪 哪个
哪些 哪里 哪儿 谁 几 是 有 没有 没 有没有 能 能不能 可以 可 会 要 得 不 就 都 还 也 很 太 在 到 给 对 和 与 或 跟 把 被 让 从 这 那 这个 那个 这些 那些 现在 今年
去年 知道 需要 应该 是不是 关于 方面 情况 时候 政策 文件 措施 规定 条 里 上 下 中 个 家 钱 块 呗 哦 请 帮 帮忙 麻烦 您 您好 你好 谢谢 老板 说 讲 看 看看 查 找 做
搞 弄 拿 用 去 来 又 再 已经 如果 要是 但是 因为 所以 然后 而且 还是 的话 相关 具体 目前 这边 那边 我司 本 本公司 贵 听说 有点 一点 一些 怎样 咋样 咋办 怎么办
是否 能否 不能 不会 不是 行 成 啦 只 才 为 而 等 该 其 时 后 前 内 每 次 第 以 及 并 由 于 将 过 着 起 出 来 些 点 哈 嗯 俺 老 大 小 多 少 好 太大 别 它们 自己
一直 一下子 总是 今天 那种 这种 有没 咱们家 这回事 一个 一家 一笔 意思 啥意思 干嘛 干啥 干吗 怎么回事 回事 有啥 哪些人 哪家 哪种 哪天 为什么 为啥 办 管 归 算 叫
啥时候 几时 何时 多久 多大 多长 不行 可不可以 行不行 是啥 怎 各 所 就是 这么 那么 一共 总共 大概 到底 究竟 一般`),
);

/** Words of the procedure: a measure answers without having them. */
export const PROCEDURE_WORDS: ReadonlySet<string> = new Set(
  list(
    '申请 申报 流程 手续 材料 资料 部门 单位 截止 截止日期 到期 过期 有效期 期限 电话 地址 条件 负责 最多 最高 办理 领取 享受 准备 提交 报名',
  ),
);

/** Words that ask for amounts, days and offices, and how one asks: they name no object. */
export const ASKING_WORDS: ReadonlySet<string> = new Set([
  ...PROCEDURE_WORDS,
  ...list(`
有效 最少 最低 最晚 最早 最长
什么时候 多少钱 几多 几多钱 几个 几年 几天 几号 几月 几成 几折 几块 几万 几家 几次 哪年 哪月 哪级 分别 顶多 至多 至少 起码 封顶 上限 额度 比例 标准 金额 数额 头一回 第一次
头一次 首次 一次 刚 刚刚 刚才 以后 之前 以前 之后 之内 以内 如今 眼下 往后 期间 联系 咨询 找谁 打谁 哪方 窗口 网上 线上 要求 资格 符合 满足 够 不够 要不要 给不给 补不补
奖不奖 算不算 行不行 报 报不报 领 交 交不交 送 带 填 写 批 审 发 打 到账 打钱 花 花钱 收 收费 便宜 免费 打折 优惠 支持 扶持 照顾 好处 待遇 补贴 补助 奖励 资助 奖 补 贴
有人 人家 大家 别人 我家 俺们 这里 那里 那批 这批 那个 一件 一本 一张 一块 一起 一样 不一样 区别 接着 继续 还要 还能 还会 能够 可能 必须 一定 肯定 真的 其实 主要 有关
解释 知道 懂 明白 告诉 介绍 通知 意见 办法 方案 细则 内容 全文 原文`),
]);

/** Words that speak of a document as a whole and say nothing of a measure in it, by their beginning. */
export const OF_DOCUMENTS =
  /^(?:年|月|工业)$|废止|终止|没用|作废|政策|文件|措施|方案|通知|意见|办法|内容|主要|有效|期|截止|截至|到期|过期|失效|作废|申报|申请|时间|什么|时候|哪天|几号|多少|几条|几项|条|项|一共|总共|共有|部门|单位|解释|印发|发布|发文|出台|负责|区别|钱|资金|补贴|奖励|管用|有用|算数|执行|讲|说|规定|介绍|概括|总结|关于|全文|原文|何时|日期|最晚|最迟|还能|能报|报|现在|今天|失效|作废|了解|看|发|谁|哪里|企业|公司|享受/u;
