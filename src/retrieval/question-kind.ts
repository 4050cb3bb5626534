/** What a question asks for: read from its wording alone. */
import { normalise } from './analyse.ts';

/** What one wants to hear about a measure or a document. */
export type Focus =
  | 'amount'
  | 'deadline'
  | 'department'
  | 'conditions'
  | 'how-to-apply'
  | 'original'
  | 'money-source'
  | 'issuer'
  | 'count'
  | 'explainer'
  | 'about';

/** Tried in order; the first that reads the question decides. */
const FOCUSES: readonly (readonly [Focus, RegExp])[] = [
  // 由谁解释 · 归哪个部门解释
  ['explainer', /(?:谁|哪个?(?:部门|单位|里)?|哪里|负责)[^，。]{0,4}解释|解释(?:权|部门|单位)/u],
  // 钱市里出还是区里出 · 资金怎么分担
  [
    'money-source',
    /(?:钱|资金|经费|费用|这笔)[^，。]{0,6}(?:谁|哪里?|哪个|省里?|市里?|区里?|县里?|财政)[^，。]{0,4}(?:出|掏|给(?=还是|的|呢|吗|$)|承担|负担|分担|来|拨|走)|(?:省|市|区|县)(?:里|财政|自己|本级){1,2}来?(?:出(?![台口])|掏|负担|承担)|(?:怎么|如何|按什么)[^，。]{0,4}(?:分担|分摊)|分担比例|市(?:里)?(?:和|与)区/u,
  ],
  // 哪里印发的 · 谁发的文 · 哪个单位出台
  [
    'issuer',
    /(?:谁|哪里|哪儿|哪家|哪个(?:单位|部门|机关|地方)?|什么(?:单位|部门))[^，。]{0,3}(?:印发|发布|发的|发文|出台|制定|下发|出的文)|发文(?:机关|单位)|(?:印发|发布)(?:单位|机关)/u,
  ],
  // 哪天印发 · 啥时候发的; 贷款下个月到期 tells of something else's day
  [
    'deadline',
    /(?:截止|截至|(?<![月天年号日底周初])到期|过期|失效|作废|废止|终止|没用了|不算数|有效期|期限|时限|来得及|还有效|有效吗|管用|还有用|(?:还|也|都)能用|能用[吗么不]|能不能用|有用[吗么不]|还作数|执行到|还算数)/u,
  ],
  [
    'deadline',
    /(?:什么时候|啥时候|啥时|何时|几时|哪天|哪一天|几号|几月|哪个月|多会儿|哪年|什么时间|最晚|最迟|到啥时|什么日期)/u,
  ],
  [
    'deadline',
    /(?:还|现在|今天|目前|眼下|如今)[^，。]{0,6}(?:能|可以|可)[^，。]{0,6}(?:报|申请|申报|领|享受|拿|办)|(?:今天|现在|还)[^，。]{0,3}(?:报|申报)(?:得|名)?(?:上|吗|不)/u,
  ],
  // 有多少条 · 一共几项措施
  [
    'count',
    /(?:多少|几)(?:条|项|个|点|款)(?:措施|政策|内容|规定|任务)?(?:$|[呀啊呢吗的，。？?])|共(?:有)?(?:多少|几)(?:条|项)|有(?:多少|几)(?:条|项)/u,
  ],
  // 找哪个部门 · 归谁管 · 谁负责
  [
    'department',
    /(?:哪|什么|啥)(?:个|些|几个|一个|家|级)?(?:部门|单位|局|委|办|机构|科室|地方管)|(?:归|由|是|该|要|得)?(?:谁|哪个|哪家|哪几家|哪几个|哪些|哪里|哪儿|哪)(?:家|个)?(?:单位|部门|科长|领导|局)?(?:来|在)?(?:管|负责|牵|牵头|主管|审批|受理|经办|落实|承办|办|弄|搞|抓|干(?![嘛啥什])|盯|做主|把关)|责任(?:单位|部门|人)|牵头(?:单位|部门)|主管(?:单位|部门)|(?:找|问|联系|咨询)(?:谁|哪|什么人)/u,
  ],
  // 要什么材料 · 在哪申请 · 电话多少
  [
    'how-to-apply',
    /(?:什么|啥|哪些|要|准备|提交|带|交|缺|递交?|申报|申请|报送)[^，。]{0,4}(?:材料|资料|证件|证明|手续)|(?:材料|资料|手续|流程|步骤)(?:是|有|要|怎么|清单|都|需)|(?:申请|申报|办理|办事)(?:流程|步骤|手续)|表格|电话|号码|地址|网址|链接|入口|(?:怎么|如何|咋|怎样|在哪|去哪|到哪|哪里|哪儿)[^，。]{0,5}(?:申请|申报|办理?|领取?|报|登记|备案|提交|交)/u,
  ],
  // 讲什么的 · 主要内容 · 讲了哪些
  [
    'about',
    /(?:讲|说|写|规定|包括|包含|涉及|管)(?:了|的)?(?:是|些)?(?:什么|啥|哪些|点啥|哪几)|主要(?:内容|讲|是)|(?:内容|大意|要点|重点|核心)(?:是|有)?|概括|总结|介绍(?:一下|下)?|有(?:哪些|什么|啥)(?:措施|内容|政策|条款|举措|条(?!件))|(?:措施|内容|政策|条款)(?:都|一共|主要)?有(?:哪些|什么|啥)|干(?:什么|啥|嘛)的|关于什么/u,
  ],
  // 条件 · 门槛 · 谁能申请
  [
    'conditions',
    /(?:条件|门槛|要求|标准|资格|范围|对象)|(?:哪些|什么样?的?|啥)(?:企业|公司|厂|单位|人)|(?:谁|哪些人)(?:能|可以)|(?:符合|满足|够不够)/u,
  ],
  // 多少钱 · 最高多少 · 奖几万 · 比例
  [
    'amount',
    /(?:多少|几)(?:钱|万|元|块|百|千|个点|成|比例)?|金额|额度|标准|比例|最高|最多|封顶|上限|补贴率/u,
  ],
  ['original', /原文|原话|全文|条文/u],
];

/** Every focus the wording speaks of, the one that decides first. */
export function focusesOf(question: string): Focus[] {
  const text = normalise(question);
  const found = FOCUSES.filter(([, pattern]) => pattern.test(text)).map(([focus]) => focus);
  return [...new Set(found)];
}

/** Asks that two things be held against each other: 有什么不同 · 比一比 · 区别 · 哪个更多. */
export function isComparison(question: string): boolean {
  return /(?:区别|不同|差别|差异|对比|比较|相比|比一比|一样(?:吗|不|么)|哪个(?:更|高|多|划算|好)|两(?:个|份|年)(?:文件|政策)?|变化|变了)/u.test(
    normalise(question),
  );
}

/** Words that ask about a document as a whole, not about what it grants. */
const DOCUMENT_ONLY: ReadonlySet<Focus> = new Set(['explainer', 'money-source', 'issuer', 'count', 'about']);
export function asksForDocument(focus: Focus): boolean {
  return DOCUMENT_ONLY.has(focus);
}
