import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFlatXml, writeFlatXml } from '../../../bots/official-account/xml.ts';

const read = (text: string) => {
  const fields = readFlatXml(text);
  return fields && Object.fromEntries(fields);
};

test.each([
  ['<xml></xml>', {}],
  ['<xml><A><![CDATA[你好]]></A>\n<B>12</B></xml>', { A: '你好', B: '12' }],
  ['<xml><A></A><B> 1 </B></xml>', { A: '', B: '1' }],
  ['<xml><A><![CDATA[<xml></A>&amp;]]></A></xml>', { A: '<xml></A>&amp;' }],
  // Entities are not resolved.
  ['<xml><A>&lt;&#20013;</A></xml>', { A: '&lt;&#20013;' }],
  ['<xml><A>1</A><A>2</A></xml>', { A: '1' }],
  [
    '<xml><ScanCodeInfo><ScanType><![CDATA[qrcode]]></ScanType></ScanCodeInfo><MsgId>9</MsgId></xml>',
    { ScanCodeInfo: '<ScanType><![CDATA[qrcode]]></ScanType>', MsgId: '9' },
  ],
])('reads %s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['', 'nothing'],
  ['null', 'no XML'],
  ['<xml>', 'no end'],
  ['<xml>text</xml>', 'a text outside of a field'],
  ['<xml><A>1</xml>', 'a field without an end'],
  ['<xml><A><![CDATA[1</A></xml>', 'a CDATA section without an end'],
  ['<xml><A b="1">1</A></xml>', 'attributes'],
  ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><xml><A>&b;</A></xml>', 'a document type'],
  ['<xml><!DOCTYPE a><A>1</A></xml>', 'a document type inside'],
  ['<xml><!-- a --><A>1</A></xml>', 'a comment'],
  [`<xml><${'a'.repeat(65)}>1</${'a'.repeat(65)}></xml>`, 'a name without end'],
])('does not read %j: %s', (text) => {
  expect(readFlatXml(text)).toBeNull();
});

test('what is written is read back by a reader of CDATA sections, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\]>[!<CDATA好 ]{0,40}$/u), (text) => {
      const inside = writeFlatXml({ Content: text }).slice(
        '<xml><Content>'.length,
        -'</Content></xml>'.length,
      );
      const sections = inside.split(/(?<=\]\]>)(?=<!\[CDATA\[)/u);
      for (const section of sections) expect(section).toMatch(/^<!\[CDATA\[(?:(?!\]\]>).)*\]\]>$/su);
      expect(sections.map((section) => section.slice('<![CDATA['.length, -']]>'.length)).join('')).toBe(text);
    }),
  );
});

describe('a hostile text is read in one pass', () => {
  test.each([
    ['openings without an end', '<A><![CDATA['],
    ['names without an end', '<AAAAAAAAAAAAAAAA'],
    ['fields inside fields', '<A>'],
  ])('%s', (_name, piece) => {
    // A reader that starts again at each piece would need minutes here.
    expect(readFlatXml(`<xml>${piece.repeat(200_000)}</xml>`)).toBeNull();
  });
});
