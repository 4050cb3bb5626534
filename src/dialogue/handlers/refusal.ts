/** 园区不给免 · 窗口说没接到文件: whom to turn to with which clause, and the offer to pass it on. No complaint about the bot. */
import { tellsOfRefusal } from '../../language/index.ts';
import { subjectOf } from '../../policy/index.ts';
import { answerMeasure, detailWords as words } from '../../words/index.ts';
import { readScene } from '../reading.ts';
import { type Handler, say } from '../scene.ts';

const MOST_UNITS = 3;

export const refusal: Handler = (scene) => {
  const { state, mind, today, utterance, message } = scene;
  const subject = subjectOf(mind.knowledge, state.about);
  if (state.about === null || !subject?.measure || !tellsOfRefusal(utterance)) return null;
  // 不给停电，我们照样生产: what is told of oneself is heard.
  if (Object.keys(readScene(scene).facts).length > 0) return null;
  const { policy, measure } = subject;
  const told = answerMeasure(mind.index, state.about, {
    today,
    question: state.opened ?? message.text,
    expirySaid: state.expirySaid.includes(policy.number),
    bare: true,
  });
  if (told === null) return null;
  const units = measure.responsible.slice(0, MOST_UNITS).join('、');
  const left = measure.benefits.find(({ discretionary }) => discretionary !== null)?.discretionary;
  const lines = [
    words.turnTo(units || null, policy.explained?.by ?? null),
    left ? words.ownChoice(left) : null,
    told.text,
    words.passOn,
  ];
  return say({ ...state, lastQuestion: message.text }, lines.filter((line) => line !== null).join('\n'), {
    about: state.about,
    asks: state.asked.length > 0 ? state.asked : null,
  });
};
