/** An answer as the messages that a channel takes: numbered lines where it has no buttons, parts within its limit. */

import { channelWords as words } from '../../src/words/index.ts';
import type { Capabilities, OutboundMessage } from '../channel.ts';
import { splitText } from '../split.ts';

/** Buttons, link and details go with the last part, `replaces` with the first, `inReplyTo` with all; each has a key of its own. */
export function partsOf(message: OutboundMessage, capabilities: Capabilities): OutboundMessage[] {
  const { text, choices, link, menu, replaces, inReplyTo, key, details, listed } = message;
  const blocks = [text];
  if (link && !capabilities.links) blocks.push(words.link(link));
  if (choices.length > 0 && !listed && !capabilities.buttons)
    blocks.push(words.numbered(choices.map((c) => c.label)));
  const texts = splitText(blocks.filter((block) => block !== '').join('\n'), capabilities.textLimit);
  return texts.map((part, i) => {
    const last = i === texts.length - 1;
    return {
      text: part,
      choices: last ? choices : [],
      ...(last && link && capabilities.links ? { link } : {}),
      ...(last && menu ? { menu } : {}),
      ...(last && details ? { details } : {}),
      ...(i === 0 && replaces ? { replaces } : {}),
      ...(inReplyTo ? { inReplyTo } : {}),
      ...(key ? { key: i === 0 ? key : `${key}/${i + 1}` } : {}),
    };
  });
}
