// @ts-check
/**
 * Puts the chat on another page: one script tag, a button in the corner, and the chat in a frame of its own. Everything stands in a shadow
 * tree, so that neither page's style touches the other. Nothing is loaded from huiqi until the button is pressed.
 *
 *   <script src="https://huiqi.example.cn/widget.js" data-title="惠企咨询" data-color="#0b5cad" data-side="right" async></script>
 */
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || document.querySelector('huiqi-widget')) return;
  const { title = '惠企咨询', color = '#0b5cad', side = 'right' } = script.dataset;
  const chat = new URL('/', script.src).href;

  const host = document.createElement('huiqi-widget');
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; position: fixed; z-index: 2147483000; inset-block-end: 16px; inset-inline-${side === 'left' ? 'start' : 'end'}: 16px;
      font: 16px/1.5 system-ui, "Noto Sans SC", sans-serif; color-scheme: light dark; }
    button { font: inherit; border: 0; cursor: pointer; background: var(--color); color: var(--on); }
    button:focus-visible, iframe:focus-visible { outline: 3px solid var(--color); outline-offset: 2px; }
    .open { border-radius: 24px; padding: 10px 18px; box-shadow: 0 2px 10px #0004; }
    section { display: flex; flex-direction: column; inline-size: min(400px, calc(100vw - 32px)); block-size: min(640px, calc(100dvh - 32px));
      border-radius: 12px; overflow: hidden; box-shadow: 0 4px 24px #0006; background: Canvas; }
    header { display: flex; align-items: center; justify-content: space-between; padding: 4px 4px 4px 14px; background: var(--color); color: var(--on); }
    header button { padding: 6px 14px; border-radius: 8px; }
    header button:focus-visible { outline-color: var(--on); outline-offset: -3px; }
    iframe { flex: 1; border: 0; inline-size: 100%; background: Canvas; }
    [hidden] { display: none; }
  `);
  root.adoptedStyleSheets = [style];
  host.style.setProperty('--color', /^#[\da-f]{6}$/iu.test(color) ? color : '#0b5cad');
  host.style.setProperty('--on', isDark(color) ? '#fff' : '#111');

  const open = element('button', { type: 'button', className: 'open', textContent: title });
  const panel = element('section', { hidden: true });
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', title);
  const close = element('button', { type: 'button', textContent: '收起' });
  const head = document.createElement('header');
  head.append(element('span', { textContent: title }), close);
  panel.append(head);
  open.setAttribute('aria-expanded', 'false');
  root.append(open, panel);

  /** @type {HTMLIFrameElement | null} */
  let frame = null;

  open.addEventListener('click', () => {
    frame ??= loadFrame();
    panel.hidden = false;
    open.hidden = true;
    open.setAttribute('aria-expanded', 'true');
    frame.focus();
  });
  close.addEventListener('click', hide);
  root.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape' && !panel.hidden) hide();
  });

  function loadFrame() {
    const made = element('iframe', { src: chat, title, referrerPolicy: 'origin' });
    panel.append(made);
    return made;
  }

  function hide() {
    panel.hidden = true;
    open.hidden = false;
    open.setAttribute('aria-expanded', 'false');
    open.focus();
  }

  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} name
   * @param {Partial<HTMLElementTagNameMap[K]>} properties
   */
  function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  /** White letters are read on it. @param {string} written #rrggbb */
  function isDark(written) {
    const [red = 0, green = 0, blue = 0] = (written.match(/[\da-f]{2}/giu) ?? []).map((pair) =>
      Number.parseInt(pair, 16),
    );
    return 0.299 * red + 0.587 * green + 0.114 * blue < 150;
  }

  if (document.body) document.body.append(host);
  else addEventListener('DOMContentLoaded', () => document.body.append(host));
})();
