/** 转人工 · 投诉 · 我的工单: a question handed to a person, with what is known and the department in charge. */

import { idOf, nameOf, type Subject, subjectOf } from '../../policy/index.ts';
import { general, profileLines, ticketWords as words } from '../../words/index.ts';
import { isNo, readIntent } from '../intents.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { subjectNamedIn } from '../subject.ts';

export const tickets: Handler = (scene) => {
  const { state, message, confirm } = scene;
  if (confirm === 'ticket') {
    return isNo(message.text)
      ? say(state, general.stopped)
      : open(scene, message.text.trim(), subjectNamedIn(scene, message.text));
  }
  const intent = readIntent(message.text);
  if (intent === 'tickets') return list(scene);
  if (intent !== 'person') return null;
  const own = questionIn(message.text);
  if (own !== null) return open(scene, own, subjectNamedIn(scene, own));
  const question = state.lastQuestion;
  return question ? openOn(scene, question) : say({ ...state, confirm: 'ticket' }, words.askQuestion);
};

/** What the message says besides 转人工: 转人工，我们的货款被拖欠半年了. */
function questionIn(text: string): string | null {
  const rest = text
    .replace(
      /(?:请|帮我|麻烦|我要|我想|能不能|可以)*(?:转|找|接|换|要)?(?:一下|个)?(?:人工(?:客服|服务)?|真人|客服|工作人员|专员|人问问?)/gu,
      '',
    )
    .replace(/^[\s，,。.！!：:、]+|[\s，,。.！!？?]+$/gu, '');
  return rest.length >= 6 ? rest : null;
}

/** 打哪个电话 says little by itself: the matter stands before it. */
const SAYS_LITTLE = 12;
function openOn(scene: Scene, question: string): Outcome {
  const subject = subjectOf(scene.mind.knowledge, scene.state.about);
  const whole =
    subject !== null && question.length <= SAYS_LITTLE ? `${nameOf(subject)}${question}` : question;
  return open(scene, whole, subject);
}

/** `subject`: what the question is about, whose department is in charge of it. */
function open(scene: Scene, question: string, subject: Subject | null): Outcome {
  const { state, mind, known } = scene;
  const about = subject === null ? null : idOf(subject);
  const units = subject?.measure?.responsible ?? [];
  const department = units.length > 0 ? units.join('、') : (subject?.policy.explained?.by ?? null);
  const text = words.opened(question, department);
  return say(state, text, { about }, [
    {
      kind: 'ticket-opened',
      question,
      about,
      department,
      known: profileLines(mind.knowledge, known.profile).join('；'),
    },
  ]);
}

function list({ state, known }: Scene): Outcome {
  if (known.tickets.length === 0) return say(state, words.none);
  const lines = known.tickets.map(
    ({ id, question, state: at, openedOn }) => `${id}（${openedOn}，${words.states[at]}）${question}`,
  );
  return say(state, [words.list(known.tickets.length), ...lines].join('\n'));
}
