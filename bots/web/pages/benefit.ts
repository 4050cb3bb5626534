/** A benefit on the page of its document. */
import { html } from 'hono/html';
import type { Facts } from '../../../src/facts/index.ts';
import type { Benefit } from '../../../src/policy/index.ts';
import { ruleWords, type SaidRule, sayRule } from '../../../src/words/index.ts';
import type { Piece } from './layout.ts';

export function benefitHtml(benefit: Benefit, facts: Facts): Piece {
  const said = sayRule(benefit, facts);
  const list = (part: keyof SaidRule) =>
    said[part].length > 0
      ? html`<dt>${ruleWords[part]}</dt>${said[part].map((text) => html`<dd>${text}</dd>`)}`
      : '';
  return html`<section class="benefit">
<h4>${benefit.benefit}</h4>
<dl>
${list('pays')}
${list('conditions')}
${list('notes')}
</dl>
</section>`;
}
