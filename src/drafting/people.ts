/** Kinds of people that a condition lists, of which one is enough: 脱贫人口、登记失业半年以上的人员和高校毕业生. */

import { DEEDS } from './deeds.ts';

/** What a kind of people is called by. */
const PEOPLE =
  /(?:人员|人口|家庭成员|家庭|(?:普通)?(?:高校|高等学校|高等院校|大中专(?:院校)?|中职|技工院校)?毕业生|大学生|学生|青年|妇女|军人|士兵|居民|劳动者|(?:返乡)?农民工?|职工|员工|残疾人|老年人|人才|就业者|创业者)$/u;
/** What is done with them: 招用. */
const TAKES =
  /^(?:对|凡)?(?:企业|单位|机构|用人单位)?(?<verb>(?:新?招用|招聘|招录|招收|吸纳|录用|聘用|雇用)(?:了)?)/u;

/** 毕业5年内高校毕业生、退役军人租用场地创业: who they are, and what one of them does. */
const DOING = new RegExp(`^(?<who>.*${PEOPLE.source.slice(0, -1)})(?<deed>(?:${DEEDS}).{2,})$`, 'u');

/** The people listed and what one of them does; null where nothing is done behind them. */
export function peopleDoing(text: string): { people: string[]; deed: string } | null {
  const found = DOING.exec(text.replace(/^(?:对于?|凡)/u, '').replace(/的$/u, ''))?.groups;
  const people = found ? peopleListed(found.who!) : [];
  return people.length > 0 ? { people, deed: found!.deed! } : null;
}

/** Each kind with what is done with it; none where no such list stands there. */
export function peopleListed(text: string): string[] {
  const body = text.replace(/^(?:对于?|凡)/u, '').replace(/(?:就业)?的$/u, '');
  const verb = TAKES.exec(body)?.groups?.verb ?? '';
  const listed = verb === '' ? body : body.slice(body.indexOf(verb) + verb.length);
  const members = listed
    .split('、')
    .flatMap((member, i, all) => (i === all.length - 1 ? lastOnes(member) : [member]));
  if (members.length < 2 || members.filter((member) => PEOPLE.test(member)).length < 2) return [];
  const named = members.map((member, i) => {
    if (PEOPLE.test(member)) return member;
    // 毕业年度、离校两年内未就业的高校毕业生: of the next one's kind, and told by just these words.
    const kind = members.slice(i + 1).map((next) => PEOPLE.exec(next)?.[0])[0];
    return kind === undefined ? null : `“${member}”${kind}`;
  });
  return named.includes(null) ? [] : named.map((words) => `${verb}${words}`);
}

/** 高校毕业生和登记失业青年 are two kinds; 零就业家庭和享受低保家庭的人员 is one that is told by two. */
function lastOnes(member: string): string[] {
  const parts = member.split(/以及|和|及|或者?|与/u);
  return parts.every((part) => PEOPLE.test(part)) ? parts : [member];
}
