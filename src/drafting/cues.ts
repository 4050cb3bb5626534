/** The words of grants: what pays, what is left to judgement, what is paid once, and whom it is for. */

/** 给予 … 奖励: a verb or noun of giving. */
export const GRANT =
  /给予|予以|给与|发放|奖励|奖补|奖金|补助|补贴|资助|贴息|贴补|贴租|贴费|扶持|支持|返还|减免|减征|减收|减半|减少|免征|免收|扣减|下浮|优惠|配套|追加|激励|津贴|补偿|奖|补(?!充|办|齐|正|课|缴)/u;

/** What money is given as, right behind a figure: 50万元一次性奖励. */
export const GIVEN_AS =
  /^(?:以内)?(?:的)?(?:一次性|建设|资金|专项|经费|财政|相应|现金|运营|启动|适当|定额|配套|认定|事后|租金|就业|扩岗){0,3}(?:奖|补|资助|支持|贴息|资金|扶持|经费|津贴|激励|优惠)/u;

/** Money without a figure: '按规定给予补贴' · '给予一定比例的贴息' · '以补贴学费方式'. */
export const UNSTATED =
  /(?:给予|予以|给与|享受|实施|进行|以)[^，。；]{0,24}?(?:奖励|奖补|奖金|补贴|补助|资助|贴息|补偿|资金支持|股权支持|减免|缓缴)/u;

/** No money at all: '优先予以保障' · '予以推荐申报' · '给予延期还款安排'. */
export const SERVED =
  /(?:给予|予以|提供|优先|合理|实行)[^，。；]{0,20}?(?:保障|推荐|支持|采购|安排|服务|便利|倾斜|指导|帮扶|延期|展期|续贷)/u;

/** Encouraged, with nothing promised: '支持重点企业租用…' · '帮助企业纳入名单' · '加大对…支持力度'. */
export const ENCOURAGED =
  /(?:支持|鼓励|帮助|引导)[^，。；]{0,60}?(?:企业|商户|主体|工商户|项目)(?:[^，。；]{2,40}|$)|加大[^。；]{2,60}?支持力度/u;
/** '对涉及重大项目的企业，压缩办理时限': done for them. */
export const DONE_FOR =
  /(?<=^对[^，]{4,60}(?:企业|单位|机构|项目)，)(?![^，]{0,12}(?:处罚|查处|检查|追究|整改|通报|监管|督促|约谈|取消|暂停))[^，。；]{4,40}/u;

/** Given by judgement: never a plain promise. '择优' · '可给予' · '酌情'; who 可享受 or 可申请 has the right to it. */
export const DISCRETION =
  /择优|酌情|视情|适当给予|可(?:以)?(?:给予|予以|按(?!规定))|一事一议|优先(?:给予|支持)|研究给予|有条件的地(?:方|区)|各地可|原则上|(?:鼓励|支持|引导)[^，]{0,8}(?:金融机构|银行|各地|地方|县区|区县|市县|政府|担保机构)/u;

/** 一次性奖励 */
export const ONCE = /一次性/u;

/** Conditions that are named and not spelt out. */
export const VAGUE =
  /符合(?:相关|有关|规定|上述|以上)?(?:条件|要求|规定)的?|按(?:照)?(?:有关|相关|国家|省|市)?规定/u;

/** What has been granted elsewhere shuts this out. */
export const EXCLUSION =
  /不(?:得|可|再|予|能)?(?:重复|同时)(?:享受|申报|资助|奖励|支持)|不再(?:享受|给予|予以|补贴|资助)|就高不(?:就低|重复)|从高不重复|不(?:予|给予|享受|属于)|除外|不含/u;

/** A title, a grade or a list that is granted: under way it is not there yet. */
export const RECOGNITION =
  /认定|评为|获评|获得|获批|获|列入|入选|纳入|评定|授予|通过|荣获|被评|升级为|挂牌|入围|备案|取得|晋级|评选为/u;

/** Titles once only: 首次认定, 新获评. */
export const FIRST = /首次|首获|新(?=认定|获评|评为|获得|获批|入选|纳入|进入|列入|验收)/u;

/** Who is no enterprise: its own people's benefits, or a body of the state. */
export const PERSONS =
  /(?:人员|个人|毕业生|老年人|职工|劳动者|青年|家庭|居民|学生|农民|人才|儿童|妇女|残疾人|退役军人|创业者|专家|技师|技能人才|教师|医生|购房者|消费者)$/u;
export const AUTHORITIES =
  /(?:街道|镇街?|乡镇|县|(?<![景园街校厂牧]|度假|集聚|商业|服务)区|(?<!超|菜)市|各地|地方|政府|部门|管委会|开发区|县区|市县|村|社区)$/u;

/** Nouns that a clause ends in when it says whom it is for. */
export const HOLDER =
  /(?:企业|公司|单位|机构|平台|园区|基地|项目|中心|实验室|团队|人员|个人|毕业生|老年人|职工|劳动者|青年|家庭|居民|学生|农民|人才|工商户|合作社|农场|商户|组织|协会|商会|联盟|院校|高校|学校|医院|示范区|试验区|产业园|产业基地|孵化器|众创空间|车间|工厂|工作室|工作站|门店|网点|商场|街区|酒店|景区|旅行社|海外仓|主体|法人|申请人|专利权人|发明专利|专利|商标|标准|产品|设备|软件|品牌|称号|商店|商圈|商业街|企业家|经营者|厂家|工地|街道|县区|县|区|市|政府|银行|金融机构|担保机构|服务商|供应商|载体|楼宇|企事业单位|作品|剧目|影院|书店|试点|仓库|工程|课题|论文|著作|展会|活动|赛事|专业|群|食堂|饭堂|院所|成果|场所)$/u;

/** '费用按80%收取' · '按现行标准的50%收取': less is charged than the fee comes to. */
export const CHARGED_LESS =
  /(?:费用?|标准)的?按?(?:照|其)?\d{1,2}[%％](?:的?(?:标准|比例))?(?:收取|计收|收费)/u;

/** A fee or a tax that is not charged: what is given is saved. */
export const SAVED = /免|减|下浮|优惠|折/u;

/** What the clause itself calls what it gives: 补贴, 奖励, 贴息. */
export const kindOf = (text: string): string =>
  /(?:贴息|奖补|奖励|补助|补贴|资助|扶持|减免|减征|免征|免收|返还|补偿|支持|给予|予以|优惠)/u.exec(
    text,
  )?.[0] ?? text.slice(0, 6);

/** '单个主体不超过5个店' · '每家企业每年不超过2场' · '全年最多补助6场': nothing but whom it limits stands before how many. */
export const LIMITS_COUNT =
  /^(?:(?:每年度?|每人|年度|全年|当年|累计|合计|总计|原则上)*|(?:同一|单[个家户]|每[家户个])[\p{Script=Han}]{0,8}?(?:每[年届次]|年度|全年|累计)?(?:补贴|补助|奖励|资助)?(?:面积|人数|数量|辆数|台数|件数)?|(?:补贴|补助|奖励|资助)(?:面积|人数|数量|辆数|台数|件数))$/u;

/** Whom a limit is of: one of those who get it, not how many there are. */
export const LIMITS_ONE = /(?:同一|单[个家户]|每[家户个一])[^，。；]*$/u;
