/** 应缴, 该交, 要交: what is due. */
const DUE = ['应', '该', '要', '须', '需'].flatMap((must) =>
  ['缴纳', '交纳', '缴', '交', '纳'].map((pay) => `${must}${pay}`),
);

/**
 * Words that say the same when an enterprise names a thing that a document asks for. A line is one meaning; general language of
 * support policies, of no document in particular. What is done:
 */
const ACTS = [
  '购置 购买 采购 购入 购了 买 买了 买入 采买 添置 添了 购置额 采购额',
  '认定 评定 评为 获评 评上 评选 获得 取得 拿到 入选 列入 纳入 进入 进了 通过 授予 获批 批准 获 得了 拿了 成为 称号 选上 遴选 列为 挂牌 批了 批下来 认了 定为 确定为 过了 夺得 荣获 入围 中选',
  '建设 新建 建 建成 建了 自建 盖 盖了 建起 搭建 打造 建立 装了 安装 装上',
  '制定 制修订 修订 起草 编制 制订 编写',
  '主导 牵头 主持 第一起草 领衔',
  '参与 参加 参编 跟着',
  '招用 招 招了 新招 招聘 录用 吸纳 接收 收了 聘用 雇 雇了 招收 新增就业',
  '签订 签了 签 订立 签下 签署',
  '开展 做 做了 实施 搞 搞了 进行 提供',
  '举办 主办 承办 组织 办了 举行',
  '运营 经营 营运 运作',
  '租赁 租 租了 承租 租用 租的',
  '授权 授予权 拿到授权',
  '新设立 新设 创办 新成立 新办 新开 新注册 设立 成立 注册成立 开办',
  '新迁入 迁入 迁来 迁到 搬来 搬到 搬迁到 新搬到 新搬来 新落户 落户到',
  '入驻 进驻 搬进 住进',
  '完工 竣工 建成投产 投产',
  '验收 竣工验收 验收合格 通过验收 验收通过',
  '投入使用 投用 用上 用上了 启用 投运 投入运营 投入运行 开始使用',
  '引进 引入 引来 挖来 请来',
  '核定 核准 核实 核下来 核了',
  DUE.join(' '),
].map((line) => line.split(' '));

/** What it is done with, and how much of it. */
const THINGS = [
  '营业收入 主营业务收入 营收 营业额 主营收入 收入 销售收入 销售额 年销售 卖了 进账',
  '投资 投资额 投资金额 投入 投入金额 投了 投进去 砸了',
  '费用 费 花费 花了 支出 付了 支付 实付 开支 收费 交了 缴纳 缴了',
  '人数 员工 职工 从业人员 用工 在职 职工人数 员工人数 职工总数',
  '首次 第一次 首家 头一次 初次 头一回 首度',
  '贷款 借款 贷 贷了 借了',
  '出口 外销 出口额',
  '研发 研究开发 科研',
  '上一年度 上年度 去年 上年 上一年 上一会计年度',
  '本年度 今年 当年 本年',
  '软件著作权 软著',
  '小微企业 小型微型企业 小微',
  '规模以上 规上',
  '限额以上 限上',
  '固定资产投资 固定资产投资额 固投',
  '合计 总共 一共 总计 共计 加起来',
  '达到 做到 干到 冲到 超过 突破',
  '农民专业合作社 农民合作社 专业合作社 合作社',
  '未就业 没就业 没工作 没找到工作 待业',
  '毕业年度 应届',
  '人力资源 人力',
  '高新技术企业 高企',
  '自有 自家 自己的',
  '用于 用来 用在 拿来',
  '孵化载体 孵化园 孵化器 孵化基地',
  '标准煤 标煤',
  '运费 运输费 运输费用 物流费',
  '保费 保险费',
  '货车 卡车 重卡',
  '节能量 节能 节约',
  '民营企业 民企 民营',
  '个体工商户 个体户 个体',
  '高校毕业生 大学生 应届生 应届毕业生 大学毕业生 大学毕业',
  '退役军人 退伍军人 退伍兵',
  '社会保险 社会保险费 社保 社保费',
  '登记失业人员 失业人员',
  '平方米 平米',
  '人工智能 AI',
  '数字化 数智化 信息化',
  '技术改造 技改 改造',
  '知识产权 知产',
  '交易额 成交额 交易金额 成交金额',
  '运输 拉货',
  '场地 场所 门面 铺面 店面',
  '培训 培训班 上课',
  '展会 展览 参展',
  '纳税 税收 缴税 交税 税额',
  '城市维护建设税 城建税 城市建设维护税',
  '个人所得税 个税',
  '城镇土地使用税 土地使用税',
  '企业所得税 企税',
  '增加值 净增 增量 增加额 新增额 多了',
  '增长 增幅 增速 增长率 涨了 涨 增长了 提高了 同比增长',
  '车辆 汽车',
  '设备 新设备',
  '检验检测 检验 检测 送检 送去检 检定',
  '床位 病床 张床',
  '租金 房租',
  '转租 分租',
  '老年人 老人 长者',
  '仓库 库房 仓储',
  '时长 小时 时间',
].map((line) => line.split(' '));

export const SAME_WORDS: readonly (readonly string[])[] = [...ACTS, ...THINGS];

const acts: ReadonlySet<string> = new Set(ACTS.map(([meaning]) => meaning!));
/** Of these the status alone is told: 我们是省级绿色工厂. */
export const isAward = (meaning: string): boolean => meaning === '认定' || meaning === '授权';
/** 纳入 of 纳入统计 does something to what follows, and does not say which of its kind it is. */
export const isAct = (meaning: string): boolean => acts.has(meaning);
/** 购置, 认定: says nothing without what is bought; 投产 and 验收 do. */
export const needsObject = (meaning: string): boolean => isAct(meaning) && !ALONE.has(meaning);
const ALONE: ReadonlySet<string> = new Set(['完工', '验收', '投入使用', '新迁入', '入驻', '新设立']);
