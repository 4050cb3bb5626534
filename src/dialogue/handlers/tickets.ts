/** 转人工 · 投诉 · 我的工单: a question handed to a person, with what is known and the department in charge. */

import { alternativesIn, asksYesOrNo } from '../../language/index.ts';
import { idOf, nameOf, type Subject, subjectOf } from '../../policy/index.ts';
import { general, profileLines, ticketWords as words } from '../../words/index.ts';
import { asks } from '../fit-question.ts';
import { actOf, isNo, isYes, readIntent } from '../intents.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { subjectNamedIn } from '../subject.ts';

/** 转人工: with the question the message says, else the one asked last; where there is none it is asked for. */
export function person(scene: Scene): Outcome | null {
  const { state, message } = scene;
  // 一次性打给我还是分几次 · 有专人跟到底的吗: asked of a policy.
  if (alternativesIn(message.text) !== null || ASKS_WHETHER_THERE_IS.test(message.text)) return null;
  const number = telephoneIn(message.text);
  // 能叫个工作人员联系我不 has no matter of its own.
  const own = actOf(message)?.rest === '' ? null : questionIn(message.text);
  if (own !== null) return open(scene, own, subjectNamedIn(scene, own), number);
  const waiting = openTicket(scene);
  if (waiting && state.lastQuestion && waiting.question.includes(state.lastQuestion))
    return say(state, words.already(waiting.id), { about: state.about });
  const question = state.lastQuestion;
  if (question) return openOn(scene, question, number);
  const opened = open(scene, words.noQuestion, inHand(scene), number);
  return { ...opened, state: { ...opened.state, confirm: 'ticket-words' } };
}

/** 有人工吗 wants one; with what he does there, it is asked whether there is one. */
const ASKS_WHETHER_THERE_IS = /有(?:没有)?(?:专人|专员|人)\p{Script=Han}{2,8}[吗么没不]/u;

/** 到现在没下文，什么态度: sorry, whom to ask, and the offer to pass it on. */
export function complaint(scene: Scene): Outcome {
  const { state, message } = scene;
  const rest = questionIn(message.text);
  const subject = (rest === null ? null : subjectNamedIn(scene, rest)) ?? inHand(scene);
  const unit = subject === null ? null : (unitsOf(subject)[0] ?? null);
  const asked = rest ?? state.lastQuestion;
  return say({ ...state, confirm: 'ticket', lastQuestion: asked }, words.sorry(unit), { about: state.about });
}

/** 跑审批跑断腿，有绿色通道没: what wants a yes or a no asks of a policy, whatever one is tired of. */
export const grievance = (scene: Scene): Outcome | null =>
  asksYesOrNo(scene.message.text) && !WHO_HELPS.test(scene.message.text) ? null : complaint(scene);
/** 有没有人管 · 到底办不办: asks for somebody. */
const WHO_HELPS = /人(?:来)?[管理问]|到底|还[管办理]/u;

/** The question of a person who was asked for it; a telephone said after a ticket was opened belongs to that. */
export const telephone: Handler = (scene) => {
  const { state, message, confirm } = scene;
  if (confirm === 'ticket') return afterOffer(scene);
  if (confirm === 'ticket-words') return withWords(scene);
  const number = telephoneIn(message.text);
  const ticket = openTicket(scene);
  if (number === null || ticket === null || !ONLY_TELEPHONE.test(message.text)) return null;
  return say(state, words.telephoneAdded(number, ticket.id), { about: state.about }, [
    { kind: 'ticket-added', ticket: ticket.id, text: words.telephone(number) },
  ]);
};

function afterOffer(scene: Scene): Outcome | null {
  const { state, message } = scene;
  const { text } = message;
  if (isNo(text)) return say(state, general.stopped);
  const act = readIntent(message);
  const isPlainYes = isYes(text) || act === 'person' || act === 'ok';
  if (isPlainYes && state.lastQuestion) return openOn(scene, state.lastQuestion, telephoneIn(text));
  if (isPlainYes) return say({ ...state, confirm: 'ticket' }, words.askQuestion);
  // 再见, 算了: not the question of a ticket.
  if (act !== null && act !== 'complaint' && act !== 'grievance') return null;
  // 能要利息吗: a question of its own is answered, and no matter for a person yet.
  if (act === null && asks(text)) return null;
  const subject = subjectNamedIn(scene, text) ?? inHand(scene);
  return open(scene, text.trim(), subject, telephoneIn(text));
}

/** What the matter is, said after the ticket was opened. */
function withWords(scene: Scene): Outcome | null {
  const { state, message } = scene;
  const ticket = openTicket(scene);
  if (ticket === null || isNo(message.text) || readIntent(message) !== null) return null;
  const text = message.text.trim();
  return say({ ...state, lastQuestion: text }, words.added(text, ticket.id), { about: state.about }, [
    { kind: 'ticket-added', ticket: ticket.id, text },
  ]);
}

/** The newest that still waits. */
const openTicket = ({ known }: Scene) => known.tickets.findLast(({ state }) => state === 'open') ?? null;

const inHand = ({ mind, state }: Scene): Subject | null => subjectOf(mind.knowledge, state.about);

/** 13970012345 · 0791-8888666. */
const TELEPHONE = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/u;
const telephoneIn = (text: string): string | null => TELEPHONE.exec(text)?.[0] ?? null;
/** 我电话139… · 打我手机0791…: nothing else is said. */
const ONLY_TELEPHONE = /^[^\d]{0,12}[\d-]{10,13}[^\d]{0,10}$/u;

/** What the message says besides 转人工: 转人工，我们的货款被拖欠半年了. */
function questionIn(text: string): string | null {
  const rest = text
    .replace(
      new RegExp(`(?:我|我的)?(?:电话|手机|手机号|联系方式)?(?:是|:|：)?\\s*${TELEPHONE.source}`, 'gu'),
      '',
    )
    .replace(
      /(?:请|帮我|麻烦|我要|我想|能不能|可以)*(?:转|找|接|换|要)?(?:一下|个)?(?:人工(?:客服|服务)?|真人|客服|工作人员|专员|个?人(?:问问?|来?(?:跟|和)我(?:讲|说|谈|聊)|来))(?:吧|吗|呗)?/gu,
      '',
    )
    .replace(/^[\s，,。.！!：:、]+|[\s，,。.！!？?]+$/gu, '');
  return rest.length >= 6 ? rest : null;
}

/** 打哪个电话 says little by itself: the matter stands before it. */
const SAYS_LITTLE = 12;
function openOn(scene: Scene, question: string, number: string | null): Outcome {
  const subject = subjectOf(scene.mind.knowledge, scene.state.about);
  const whole =
    subject !== null && question.length <= SAYS_LITTLE ? `${nameOf(subject)}${question}` : question;
  return open(scene, whole, subject, number);
}

/** `subject`: what the question is about, whose department is in charge of it. */
function open(scene: Scene, question: string, subject: Subject | null, number: string | null): Outcome {
  const { state, mind, known } = scene;
  const about = subject === null ? null : idOf(subject);
  const units = subject === null ? [] : unitsOf(subject);
  const department = units.length > 0 ? units.join('、') : null;
  const text = words.opened(question, department, number);
  return say(state, text, { about }, [
    {
      kind: 'ticket-opened',
      question: number === null ? question : `${question}；${words.telephone(number)}`,
      about,
      department,
      known: profileLines(mind.knowledge, known.profile).join('；'),
    },
  ]);
}

/** Who is in charge: its own units, else who explains the document. */
const unitsOf = ({ measure, policy }: Subject): string[] =>
  measure && measure.responsible.length > 0
    ? measure.responsible
    : policy.explained
      ? [policy.explained.by]
      : [];

export function ticketList({ state, known }: Scene): Outcome {
  if (known.tickets.length === 0) return say(state, words.none);
  const lines = known.tickets.map(
    ({ id, question, state: at, openedOn }) => `${id}（${openedOn}，${words.states[at]}）${question}`,
  );
  return say(state, [words.list(known.tickets.length), ...lines].join('\n'));
}
