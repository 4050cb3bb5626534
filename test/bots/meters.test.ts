import { expect, test } from 'vitest';
import { createMeters } from '../../bots/meters.ts';

test('replies, endings, sends and times are counted apart', () => {
  const meters = createMeters();
  const message = { channel: 'web', eventId: 'e', since: 0 };
  meters.replied({ channel: 'web', eventId: 'a', kind: 'answered' });
  meters.replied({ channel: 'web', eventId: 'b', kind: 'answered' });
  meters.replied({ channel: 'telegram', eventId: 'c', kind: 'refused' });
  meters.answered({ ...message, milliseconds: 7, ending: 'done' });
  meters.answered({ ...message, milliseconds: 20_000, ending: 'too-slow' });
  meters.sent({ ...message, milliseconds: 300, outcome: 'unknown' });
  const lines = meters.text().split('\n');
  for (const line of [
    'huiqi_replies_total{channel="web",kind="answered"} 2',
    'huiqi_replies_total{channel="telegram",kind="refused"} 1',
    'huiqi_messages_total{channel="web",ending="done"} 1',
    'huiqi_messages_total{channel="web",ending="too-slow"} 1',
    'huiqi_sends_total{channel="web",outcome="unknown"} 1',
    'huiqi_answer_seconds_bucket{le="0.005"} 0',
    'huiqi_answer_seconds_bucket{le="0.01"} 1',
    'huiqi_answer_seconds_bucket{le="30"} 2',
    'huiqi_answer_seconds_bucket{le="+Inf"} 2',
    'huiqi_answer_seconds_sum 20.007',
    'huiqi_answer_seconds_count 2',
    'huiqi_send_seconds_bucket{le="0.25"} 0',
    'huiqi_send_seconds_bucket{le="0.5"} 1',
  ])
    expect(lines).toContain(line);
});

test('every line is a comment or a sample', () => {
  const meters = createMeters();
  meters.replied({ channel: 'web', eventId: 'a', kind: 'menu' });
  for (const line of meters.text().split('\n'))
    expect(line).toMatch(/^(?:# (?:HELP|TYPE) .+|\w+(?:\{[^}]*\})? [\d.e+-]+|)$/u);
});
