/** The pages before anyone is signed in. */
import { html } from 'hono/html';
import { signInWords as words } from '../words/general.ts';
import { layout, type Piece } from './layout.ts';

export interface SignInView {
  path: string;
  to: string;
  name: string;
  fault: string | null;
  notice: string | null;
  /** Other places to sign in at. */
  ways: readonly { way: string; name: string }[];
}

export const signInPage = ({ path, to, name, fault, notice, ways }: SignInView): Piece =>
  layout(
    { officer: null, path },
    {
      title: words.title,
      notice,
      body: html`${faultLine(fault)}
${ways.length === 0 ? '' : html`<p class="actions">${ways.map((one) => html`<a class="button first" href="/office/sign-in/${one.way}?to=${encodeURIComponent(to)}">${words.by(one.name)}</a>`)}</p><p class="muted">${words.or}</p>`}
<form class="narrow" method="post" action="/office/sign-in">
<input type="hidden" name="to" value="${to}">
<label>${words.name}<input name="name" value="${name}" autocomplete="username" required></label>
<label>${words.password}<input name="password" type="password" autocomplete="current-password" required></label>
<button>${words.enter}</button>
</form>`,
    },
  );

export const passwordPage = (path: string, name: string, fault: string | null): Piece =>
  layout(
    { officer: null, path },
    {
      title: words.setTitle,
      body: html`<p>${words.hello(name)}${words.rule}</p>${faultLine(fault)}
<form class="narrow" method="post" action="${path}">
<input name="username" autocomplete="username" value="${name}" readonly hidden>
<label>${words.password}<input name="password" type="password" autocomplete="new-password" required></label>
<label>${words.again}<input name="again" type="password" autocomplete="new-password" required></label>
<button>${words.set}</button>
</form>`,
    },
  );

const faultLine = (fault: string | null): Piece | string =>
  fault === null ? '' : html`<p class="fault" role="alert">${fault}</p>`;
