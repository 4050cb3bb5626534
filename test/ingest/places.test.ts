import { describe, expect, test } from 'vitest';
import { ingestText } from '../../src/ingest/ingest-text.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const { places } = shippedKnowledge();
const placeOf = (text: string) => ingestText(text, { name: 'text', places }).place;

describe('whom a document speaks for', () => {
  test('those that it is addressed to are not the place it speaks for', () => {
    expect(
      placeOf(
        '2027年高新技术企业认定申报安排\n各地级以上市科技局，顺德区经济和科技促进局，各有关单位：\n在我省（广东省）行政区域内（不含深圳）注册的企业可以申报。\n一、申报安排\n常年申报。\n二、申报条件\n注册一年以上。\n',
      ),
    ).toBe('广东省');
  });

  test('of a place named within another the inner one counts, also by its short name', () => {
    expect(
      placeOf(
        '零售许可证核发服务指南\n一、受理机构\n福州市长乐区烟草专卖局。\n二、窗口接收\n福州市长乐烟草专卖局行政服务大厅\n三、监督\n福州市烟草专卖局网站。\n',
      ),
    ).toBe('长乐区');
  });
});
