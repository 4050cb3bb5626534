/** What stands around a document on a web page: the path, the source, rows of the index table. */

/** '当前位置：首页>政务公开', '来源：…', '发文字号：…', also with blanks inside the label ('索 引 号'), which are gone here. */
const FURNITURE =
  /^(?:首页|您(?:当前|现在)?的?位置|当前位置|来源|作者|浏览|字体|字号|分享|打印|责任编辑|编辑|审核|信息来源|发布时间|发布日期|发文日期|成文日期|生成日期|公开日期|公开时间|索引号|发文机关|发布机构|发布单位|主题分类|公文种类|有效性|效力状态|文号|发文字号|主题词|关键词|密级|签发人|政策解读|相关链接|下载|扫一扫|附件下载|名称|标题|体裁分类|组配分类|公开方式|公开范围|公开类别|时效|废止日期|有效期|生效日期|失效日期|访问量|点击数|文章来源|信息分类|服务对象)(?:[：:|>]|\s|$)/u;

export const isFurniture = (text: string): boolean => FURNITURE.test(text);

/** A row of the index table under the text: '索引号：…', '主题词：…'. */
export const isIndexRow = (text: string): boolean =>
  /^(?:索引号|发文机关|发布机构|成文日期|发文字号|发布日期|主题词|主题分类|责任编辑|扫一扫|上一篇|下一篇|上一个|下一个|【?相关(?:附件|链接|文档)】?|【?原文下载】?)(?:[：:】]|$)/u.test(
    text,
  );
