import { describe, expect, test } from 'vitest';
import { ingestText } from '../../src/ingest/ingest-text.ts';
import { readHtml } from '../../src/ingest/read/html.ts';

const BODY = `<p style="text-align:center"><strong>某某市人民政府办公室<br>关于印发某某市支持外贸企业若干措施的通知</strong></p>
<p>各县（市、区）人民政府：</p><p>《某某市支持外贸企业若干措施》已经市政府同意，现印发给你们。</p><p style="text-align:right">某某市人民政府办公室</p><p>2023年4月10日</p>
<p>某某市支持外贸企业若干措施</p><p>一、支持参展。按展位费的<span>80</span>%补助。（责任单位：市商务局）</p>
<table><tr><td>展会类别</td><td>补助标准</td></tr><tr><td>境外展会</td><td>每个展位4万元</td></tr></table>
<p>二、支持投保。保费补助50%。（责任单位：市商务局、市财政局）</p><p>本措施自印发之日起施行，有效期至2025年12月31日。</p>`;
const page = (
  index: string,
) => `<!DOCTYPE html><html><head><title>某某市支持外贸企业若干措施_某某市人民政府</title><style>p{color:red}</style></head><body>
<div class="header"><div class="logo"><a href="/">某某市人民政府门户网站</a></div><ul class="nav"><li><a href="/a">首页</a></li><li><a href="/b">走进某某</a></li><li><a href="/c">政务公开</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/b">政务公开</a></div>
<div class="wrap">${index}<div class="tools">字体：[<a>大</a> <a>中</a> <a>小</a>] <a>打印</a></div><div class="TRS_Editor">${BODY}</div>
<div class="attach"><p>附件下载：</p><a href="x.docx">若干措施.docx</a></div></div>
<div class="footer"><p>主办单位：某某市人民政府办公室</p><p>网站标识码：3600000000　ICP备08100000号</p></div><script>var a = '一、假的条款';</script></body></html>`;

const INDEXES: Record<string, string> = {
  'a table of label and value cells':
    '<table class="index"><tr><td><b>索 引 号：</b></td><td>F00060-0203-2023-0012</td><td><b>发文字号：</b></td><td>某府办发〔2023〕12号</td></tr><tr><td><b>发文机关：</b></td><td>某某市人民政府办公室</td><td><b>成文日期：</b></td><td>2023-04-10</td></tr><tr><td>有 效 性：</td><td>有效</td><td>发布日期：</td><td>2023-04-12 09:30</td></tr></table>',
  'a definition list':
    '<dl><dt>索引号</dt><dd>F00060-0203-2023-0012</dd><dt>发文字号</dt><dd>某府办发〔2023〕12号</dd><dt>成文日期</dt><dd>2023年04月10日</dd><dt>发布日期</dt><dd>2023-04-12</dd></dl>',
  'list items with spans':
    '<ul class="xxgk"><li><span>索引号：</span>F00060</li><li><span>文号：</span>某府办发〔2023〕12号</li><li><span>发布机构：</span>某某市人民政府办公室</li><li><span>成文日期：</span>2023-04-10</li></ul>',
};

describe('a government web page', () => {
  for (const [name, index] of Object.entries(INDEXES))
    test(`with ${name} gives number, day and measures`, () => {
      const text = readHtml(page(index));
      const ingested = ingestText(text, { name: 'page.html' });
      expect(ingested.number?.value).toBe('某府办发〔2023〕12号');
      expect(ingested.issued?.value).toBe('2023-04-10');
      expect(ingested.title?.value).toBe('某某市支持外贸企业若干措施');
      expect(ingested.issuer?.value).toBe('某某市人民政府办公室');
      expect(ingested.validUntil?.value).toBe('2025-12-31');
      expect(ingested.measures.map(({ title, responsible }) => [title, responsible.length])).toEqual([
        ['支持参展', 1],
        ['支持投保', 2],
      ]);
      expect(ingested.measures[0]!.text).toMatch(/每个展位4万元$/u);
      expect(text).not.toMatch(/假的条款|网站标识码|走进某某/u);
    });

  test('numbers the items of an ordered list that has no numbers in its words', () => {
    expect(
      readHtml(
        '<body><p>若干措施</p><ol><li>支持上规。奖励10万元。</li><li>支持技改。补助10%。</li></ol></body>',
      ),
    ).toBe('若干措施\n1.支持上规。奖励10万元。\n2.支持技改。补助10%。\n');
  });
  test('joins what the page breaks inside a sentence only by markup', () => {
    expect(readHtml('<body><p>对<b>首次</b>上规\n  企业<span>奖励</span>10万元。</p></body>')).toBe(
      '对首次上规 企业奖励10万元。\n',
    );
  });
});
