/** A document from the file that an officer brings in to the answer that people get, and back. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditTrail, listIntake, originalFile, originalNames } from '../../src/service/index.ts';
import { asFile, document, NUMBER } from './texts.ts';
import { type Office, type Officer, openOffice, type Page } from './world.ts';

let office: Office;
let reviewer: Officer;
beforeEach(async () => {
  office = await openOffice();
  reviewer = await office.signedIn('王芳', '审核');
});
afterEach(async () => {
  expect(office.errors).toEqual([]);
  await office.stop();
});

const SLUG = '云溪府办发-2021-9';
const pathOf = (revision: number | string) => `/office/documents/${encodeURIComponent(SLUG)}/${revision}`;

async function bring(file: File, by = reviewer): Promise<void> {
  const sent = await by.post('/office/documents/upload', { file });
  expect(sent.headers.get('location')).toBe('/office/documents?ok=uploaded');
  await expect
    .poll(async () => (await listIntake(office.store)).map(({ state }) => state), { timeout: 20_000 })
    .not.toContain('waiting');
}

let people = 0;
const answerNow = async (question: string): Promise<string> => {
  people += 1;
  return (await office.ask(question, `c${people}`)).reply.text;
};

const fault = ($: Page): string => $('.fault').first().text();

test('a file is read into a draft, signed, and answers; a changed figure is named before, and can be rolled back', async () => {
  await bring(asFile(document()));
  let $ = await reviewer.page('/office/documents');
  expect($('table').first().text()).toContain('已读成草稿');
  $ = await reviewer.page(pathOf(1));
  expect($('h1').text()).toContain('支持企业稳岗扩产若干措施');
  expect($('#v-number').text()).toContain(NUMBER);
  expect($('#v-validUntil').text()).toContain('2023-12-31');
  expect($('#v-m-3').text()).toContain('县工信局');
  // Each value and its stretch of the source lead to each other.
  for (const link of $('a[data-lights]').toArray())
    expect($(`#s-${$(link).attr('data-lights')}`).length).toBe(1);
  expect(await answerNow('云溪县从业人员150人的制造业企业能拿稳岗补贴吗')).not.toContain('6万元');

  $ = await reviewer.send($, `${pathOf(1)}/sign`, { comment: '对过原文' });
  expect($('.notice').text()).toContain('已签发');
  expect(await answerNow('云溪县制造业企业稳定用工有什么补贴')).toContain('6万元');
  expect((await originalNames(office.store)).get(SLUG)).toBe('云溪稳岗.txt');
  expect(Buffer.from((await originalFile(office.store, SLUG))!.bytes).toString()).toBe(document());

  await bring(asFile(document({ sum: '8万元' })));
  const changes = (await reviewer.page(`${pathOf(2)}/changes`))('main').text();
  expect(changes).toMatch(/可得6万元[\s\S]*可得8万元/u);
  expect((await reviewer.page(`${pathOf(2)}/diff?with=1`))('ins').text()).toContain('8万元');
  $ = await reviewer.page(
    `${pathOf(2)}/try?${new URLSearchParams({ we: '我们是制造业企业，从业人员150人' })}`,
  );
  expect($('tbody').text()).toContain('80000');
  await reviewer.send(await reviewer.page(pathOf(2)), `${pathOf(2)}/sign`);
  expect(await answerNow('云溪县制造业企业稳定用工有什么补贴')).toContain('8万元');

  const page = await reviewer.page(`/office/documents/${encodeURIComponent(SLUG)}`);
  $ = await reviewer.send(page, `${pathOf(1)}/restore`, { comment: '金额发布有误' });
  expect($('.notice').text()).toContain('已恢复');
  expect(await answerNow('云溪县制造业企业稳定用工有什么补贴')).toContain('6万元');

  await reviewer.post(`/office/documents/${encodeURIComponent(SLUG)}/withdraw`, { comment: '发错了' });
  expect(await answerNow('云溪县制造业企业稳定用工有什么补贴')).not.toContain('6万元');
  // What is no longer in force hands out no file.
  expect(await originalFile(office.store, SLUG)).toBeNull();
  const deeds = (await auditTrail(office.store, { limit: 50 })).map(({ action }) => action);
  expect(deeds).toEqual(
    expect.arrayContaining([
      'intake.add',
      'draft.add',
      'draft.sign',
      'document.restore',
      'document.withdraw',
    ]),
  );
}, 120_000);

describe('a draft', () => {
  const edit = (by: Officer, $: Page, fields: Record<string, string>) =>
    by.post(`${pathOf(1)}/edit`, { seen: $('input[name=seen]').attr('value') ?? '', ...fields });

  beforeEach(() => bring(asFile(document())));

  test('takes a value with the words that say it, and no other', async () => {
    const $ = await reviewer.page(pathOf(1));
    const wrong = {
      kind: 'field',
      field: 'applicationDeadline',
      value: '2022-12-31',
      quote: '申报截止2022年12月31日',
    };
    const refused = await edit(reviewer, $, wrong);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('原文里没有');
    const right = { kind: 'field', field: 'validUntil', value: '', quote: '有效期至2023年12月31日' };
    expect((await edit(reviewer, $, right)).status).toBe(303);
    expect((await reviewer.page(pathOf(1)))('#v-validUntil').text()).toContain('2023-12-31');
  });

  test.each([
    [
      'measures are joined and split again, with nothing of the text lost',
      [
        { kind: 'measure-join', number: '1' },
        { kind: 'measure-split', number: '1', quote: '鼓励企业开展职工技能培训', second: '2' },
      ],
      ['1', '2', '3'],
    ],
    [
      'a measure is taken out and put in again',
      [
        { kind: 'measure-remove', number: '2' },
        {
          kind: 'measure-add',
          number: '2',
          title: '',
          quote:
            '鼓励企业开展职工技能培训，对组织职工参加技能培训的企业，给予一次性培训补贴。（责任单位：县人社局、县财政局）',
        },
      ],
      ['1', '2', '3'],
    ],
  ])('%s', async (_, changes, numbers) => {
    for (const change of changes) {
      const $ = await reviewer.page(pathOf(1));
      const response = await edit(reviewer, $, change);
      expect([change.kind, response.status, response.status === 303 ? '' : await response.text()]).toEqual([
        change.kind,
        303,
        '',
      ]);
    }
    const $ = await reviewer.page(pathOf(1));
    expect(
      $('.values > .value[id^=v-m-]')
        .toArray()
        .map((one) => $(one).attr('id'))
        .sort(),
    ).toEqual(numbers.map((number) => `v-m-${number}`));
    expect($('.fault').length).toBe(0);
  });

  test('keeps a figure that does not stand in the quote out of a rule', async () => {
    const $ = await reviewer.page(pathOf(1));
    const path = $('#v-b-1-0 input[name=path]')
      .toArray()
      .map((one) => $(one).attr('value') ?? '');
    const yuan = path.find((one) => one.endsWith('.yuan')) ?? '';
    const refused = await edit(reviewer, $, {
      kind: 'benefit-part',
      number: '1',
      index: '0',
      path: yuan,
      value: '16万元',
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('没有改');
    expect((await reviewer.page(pathOf(1)))('#v-b-1-0').text()).not.toContain('16万元');
  });

  test('changed by another officer meanwhile is not overwritten: the second is told, and nothing typed is lost', async () => {
    const second = await office.signedIn('李明', '审核');
    const seenByBoth = await reviewer.page(pathOf(1));
    expect((await edit(reviewer, seenByBoth, { kind: 'names', names: '云溪9号文' })).status).toBe(303);
    const refused = await edit(second, seenByBoth, { kind: 'names', names: '稳岗扩产措施' });
    const text = await refused.text();
    expect(refused.status).toBe(422);
    expect(text).toContain('王芳在');
    expect(text).toContain('稳岗扩产措施');
    expect((await second.page(pathOf(1)))('#v-names textarea').text()).toBe('云溪9号文');
  });

  test('has its cases ticked, with the name of who did', async () => {
    const $ = await reviewer.page(pathOf(1));
    const form = $('form.ticks').first();
    const cases = form
      .find('input[name=case]')
      .toArray()
      .map((one) => $(one).attr('value') ?? '');
    expect(cases.length).toBeGreaterThan(0);
    const next = await reviewer.send($, `${pathOf(1)}/tick`, { case: cases });
    expect(next('form.ticks').first().text()).toContain('王芳');
    expect(next('form.ticks').first().find('input[checked]').length).toBe(cases.length);
  });

  test('has all cases of a rule ticked by one press, and no other rule’s', async () => {
    const $ = await reviewer.page(pathOf(1));
    const count = $('form.ticks').first().find('input[name=case]').length;
    const next = await reviewer.send($, `${pathOf(1)}/tick`, { all: 'yes' });
    expect(next('form.ticks').first().find('input[checked]').length).toBe(count);
    expect(next('form.ticks').slice(1).find('input[checked]').length).toBe(0);
  });

  test('is read by who may only look, and changed by nobody else than reviewers', async () => {
    const viewer = await office.signedIn('赵云', '查看');
    const $ = await viewer.page(pathOf(1));
    expect($('form[action$="/edit"], form[action$="/sign"]').length).toBe(0);
    expect((await edit(viewer, $, { kind: 'names', names: '别的' })).status).toBe(403);
  });

  test('is taken along as a file', async () => {
    const exported = await reviewer.get(`${pathOf(1)}/export`);
    const files = unzipSync(new Uint8Array(await exported.arrayBuffer()));
    expect(strFromU8(files[`${SLUG}/source.txt`]!)).toBe(document());
    expect(Object.keys(files)).toContain(`${SLUG}/云溪稳岗.txt`);
  });
});

test('under four eyes two officers sign, and an edit in between undoes the first signature', async () => {
  await office.stop();
  const two = await openOffice({ FOUR_EYES: 'yes' });
  [office, reviewer] = [two, await two.signedIn('王芳', '审核')];
  const second = await two.signedIn('李明', '审核');
  await bring(asFile(document()));
  const sign = async (by: Officer) => by.send(await by.page(pathOf(1)), `${pathOf(1)}/sign`);
  expect((await sign(reviewer))('.notice').text()).toContain('还要另一位');
  expect(fault(await sign(reviewer))).toContain('已经签过');
  await second.send(await second.page(pathOf(1)), `${pathOf(1)}/edit`, { kind: 'names', names: '云溪9号文' });
  expect((await sign(second))('.notice').text()).toContain('还要另一位');
  expect((await sign(reviewer))('.notice').text()).toContain('已签发');
  expect(await answerNow('云溪县制造业企业稳定用工有什么补贴')).toContain('6万元');
}, 60_000);

describe('files that cannot be read', () => {
  test.each([
    ['an empty one', new File([], 'empty.txt'), /是空文件/u],
    [
      'a picture under another name',
      new File([new Uint8Array(3_000).fill(7)], 'scan.pdf'),
      /读不了|不认识|打不开/u,
    ],
    [
      'more text than anybody reads',
      new File(['对企业给予1万元补贴。\n'.repeat(90_000)], 'long.txt'),
      /文字，太长了/u,
    ],
    ['one of a kind that nobody reads', new File(['x'], 'photo.png'), /不认识/u],
    [
      'a path for a name',
      new File(['第一条　对企业给予1万元补贴。'.repeat(3)], '../../etc/passwd.txt'),
      null,
    ],
  ])('%s harms nothing and is told in one sentence', async (_, file, reason) => {
    await bring(file);
    const [one] = await listIntake(office.store);
    if (reason) expect(one?.reason).toMatch(reason);
    else expect(one?.document).not.toContain('/');
  });

  test('keep no other back, of several files and of those in a zip file', async () => {
    const packed = zipSync({
      '文件/稳岗.txt': strToU8(document({ number: '云溪府办发〔2021〕10号' })),
      '文件/坏.docx': strToU8('x'),
      '照片.jpg': strToU8('x'),
    });
    const files = [
      new File([], '空.txt'),
      asFile(document()),
      new File([new Uint8Array(900).fill(7)], '坏.pdf'),
      new File([new Uint8Array(packed)], '一批.zip'),
    ];
    expect((await reviewer.post('/office/documents/upload', { file: files })).status).toBe(303);
    const told = async () =>
      Object.fromEntries(
        (await listIntake(office.store)).map(({ name, state, reason }) => [name, `${state} ${reason ?? ''}`]),
      );
    await expect
      .poll(async () => Object.values(await told()).some((one) => one.startsWith('waiting')), {
        timeout: 60_000,
      })
      .toBe(false);
    expect(await told()).toEqual({
      '空.txt': expect.stringMatching(/^refused “空\.txt”是空文件/u),
      '云溪稳岗.txt': 'done ',
      '坏.pdf': expect.stringMatching(/^refused “坏\.pdf”/u),
      '一批.zip': 'unpacked 里面的2份文件已分开收下；没有收照片.jpg：不是能读的文件',
      '文件/稳岗.txt': 'done ',
      '文件/坏.docx': expect.stringMatching(/^refused “坏\.docx”/u),
    });
    const $ = await reviewer.page('/office/documents');
    expect($('#documents').text()).toContain('云溪府办发〔2021〕10号');
    expect($('input[type=file]').attr('accept')?.split(',')).toEqual(
      expect.arrayContaining(['.zip', '.et', '.docx']),
    );
    expect($('input[type=file]').attr('accept')).not.toMatch(/png|jpg/u);
  }, 90_000);

  test('are asked for where none was chosen', async () => {
    const sent = await reviewer.post('/office/documents/upload', {});
    expect([sent.status, await sent.text()]).toEqual([422, expect.stringContaining('还没有选文件')]);
  });
});

test('a document of the folder is taken off and comes back only as a new draft', async () => {
  const slug = 'nanchang-2022-58';
  const withdrawn = await reviewer.post(`/office/documents/${slug}/withdraw`, { comment: '试一试' });
  expect(withdrawn.headers.get('location')).toBe(`/office/documents/${slug}?ok=withdrawn`);
  await office.shelf.refresh();
  expect(office.app.library().knowledge.policies.map((policy) => policy.slug)).not.toContain(slug);
  const begun = await reviewer.post(`/office/documents/${slug}/begin`, { revision: 'folder' });
  expect(begun.headers.get('location')).toBe(`/office/documents/${slug}/2?ok=begun`);
  const path = `/office/documents/${slug}/2`;
  await reviewer.send(await reviewer.page(path), `${path}/sign`);
  await office.shelf.refresh();
  expect(office.app.library().knowledge.policies.map((policy) => policy.slug)).toContain(slug);
});
