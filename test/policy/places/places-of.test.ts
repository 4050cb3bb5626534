/** Invented documents of real places: what each speaks for. */
import { describe, expect, test } from 'vitest';
import { type DocumentText, gazetteerOf, placesOf } from '../../../src/policy/index.ts';
import { allPlaces } from '../../../src/policy/places/divisions.ts';

const gazetteer = gazetteerOf(
  allPlaces(
    {
      江西省: { 南昌市: '东湖区 西湖区', 九江市: '资源县' },
      浙江省: { 杭州市: '西湖区', 金华市: '义乌市' },
      广东省: { 深圳市: '坪山区 南山区', 东莞市: '' },
      黑龙江省: { 鹤岗市: '南山区' },
      新疆维吾尔自治区: { 阿克苏地区: '' },
      上海市: '杨浦区',
    },
    [
      { name: '西湖区', within: '南昌市', also: ['西湖'], ambiguous: true },
      { name: '临港新片区', within: '上海市', also: ['临港'], ambiguous: false },
    ],
  ),
);
const of = (some: Partial<DocumentText>) =>
  placesOf({ number: null, issuer: null, title: null, body: '', ...some }, gazetteer).map(({ name }) => name);

describe('what a document speaks for', () => {
  test.each<[string, Partial<DocumentText>, string[]]>([
    ['its issuer says it', { issuer: '南昌市东湖区人民政府办公室' }, ['东湖区']],
    ['a short name of the issuer', { issuer: '新疆自治区市场监督管理局' }, ['新疆维吾尔自治区']],
    ['several bodies', { issuer: '上海市科技局、杨浦区人民政府' }, ['上海市', '杨浦区']],
    [
      'a body of the state beside one of a province',
      { issuer: '江西省财政厅、国家税务总局江西省税务局' },
      ['江西省'],
    ],
    ['the state alone', { issuer: '财政部、税务总局' }, ['全国']],
    ['its number', { number: '国办发〔2030〕6号' }, ['全国']],
    ['a number of a province', { number: '赣府发〔2030〕6号' }, ['江西省']],
    ['its title', { title: '关于印发《深圳市坪山区某某若干措施》的通知' }, ['坪山区']],
    [
      'a title within the issuer’s place',
      { issuer: '上海市人民政府', title: '上海市人民政府关于支持临港地区的意见' },
      ['临港新片区'],
    ],
    [
      'a title that names another place in passing',
      { issuer: '南昌市商务局', title: '关于组织企业赴上海市参展的通知' },
      ['南昌市'],
    ],
    ['a zone that no list has', { issuer: '南昌市某某新区管理委员会' }, ['南昌市某某新区']],
    [
      'the office that its text names',
      { body: '香港、澳门投资者同等对待。义乌市人民政府 2030年1月1日' },
      ['义乌市'],
    ],
    ['what it speaks of most', { body: '在东莞市注册。东莞市企业，东莞市税务。广东省级项目' }, ['东莞市']],
    [
      'the province that it calls its own, not a district that it addresses',
      { body: '深圳市坪山区科技局：在我省注册的企业可以申报' },
      ['广东省'],
    ],
    ['a county-level city that it calls its own', { body: '义乌市人民政府：我市企业可以申报' }, ['义乌市']],
    ['nothing', { body: '资源综合利用，合作交流' }, []],
  ])('%s', (_name, document, places) => {
    expect(of(document)).toEqual(places);
  });

  test('a zone lies in the place that its name begins with', () => {
    expect(
      placesOf({ number: null, issuer: '南昌市某某新区管委会', title: null, body: '' }, gazetteer),
    ).toEqual([{ name: '南昌市某某新区', within: '南昌市' }]);
  });
});

describe('places named in a text', () => {
  const named = (text: string) =>
    gazetteer.mentionsIn(text).flatMap(({ place, certain }) => (certain ? [place.name] : []));
  test.each([
    ['深圳南山区的企业', ['深圳市', '深圳市南山区']],
    ['鹤岗市南山区', ['鹤岗市南山区']],
    ['西湖区的店', ['西湖区']],
    ['杭州市西湖区的店', ['杭州市西湖区']],
    ['上海市场开拓', ['上海市']],
    ['资源利用', []],
  ])('%s', (text, places) => {
    expect(named(text)).toEqual(places);
  });

  test('what a place lies in', () => {
    expect(gazetteer.upwards('东湖区')).toEqual(['东湖区', '南昌市', '江西省', '全国']);
    expect(gazetteer.isWithin('义乌市', '浙江省')).toBe(true);
    expect(gazetteer.isWithin('杭州市西湖区', '南昌市')).toBe(false);
  });
});
