// <script src="https://cx.example.com/embed/survey.js" data-survey="TOKEN" data-after="20" async></script>
// The first that happens shows it: data-after="seconds", data-scroll="share 0-1", data-exit (the pointer leaves at the top),
// data-event="name" (dispatchEvent(new CustomEvent('tajriba:track', { detail: { event: 'name' } })), or analytics.track('name')).
// Once per browser in data-days (30).
(() => {
  const tag = document.currentScript;
  const { survey, after, scroll, exit, event, days = '30', lang = document.documentElement.lang.slice(0, 2), title = 'Survey' } = tag.dataset;
  if (!/^[\w-]{22}$/.test(survey || '')) return;
  const home = new URL(tag.src).origin;
  const key = 'tajriba.survey.' + survey;
  const seen = Number(localStorage.getItem(key));
  let shown = Boolean(seen) && Date.now() - seen < Number(days) * 864e5;

  const show = () => {
    if (shown) return;
    shown = true;
    localStorage.setItem(key, String(Date.now()));
    const side = getComputedStyle(document.documentElement).direction === 'rtl' ? 'left' : 'right';
    const box = document.createElement('div');
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-label', title);
    const set = (element, style) => Object.assign(element.style, style);
    set(box, { position: 'fixed', bottom: '16px', [side]: '16px', width: 'min(26rem, calc(100vw - 32px))', zIndex: '2147483000', background: '#fff', borderRadius: '12px', boxShadow: '0 12px 40px rgb(0 0 0 / 28%)', overflow: 'hidden' });
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '×';
    close.setAttribute('aria-label', { fa: 'بستن', ar: 'إغلاق' }[lang] || 'Close');
    set(close, { display: 'block', margin: '4px', marginInlineStart: 'auto', width: '36px', height: '36px', border: '0', borderRadius: '8px', background: 'transparent', font: '24px/1 sans-serif', color: '#555', cursor: 'pointer' });
    const frame = document.createElement('iframe');
    frame.src = `${home}/s/${survey}?embed=1${/^(en|fa|ar)$/.test(lang) ? '&lang=' + lang : ''}`;
    frame.title = title;
    set(frame, { display: 'block', width: '100%', height: '420px', border: '0' });
    const hear = (message) => {
      if (message.origin !== home || message.source !== frame.contentWindow || !message.data) return;
      if (message.data.height > 0) frame.style.height = Math.min(message.data.height, innerHeight * 0.8) + 'px';
      if (message.data.tajriba === 'done') setTimeout(leave, 4000);
    };
    const leave = () => { box.remove(); removeEventListener('message', hear); };
    addEventListener('message', hear);
    close.addEventListener('click', leave);
    box.addEventListener('keydown', (press) => press.key === 'Escape' && leave());
    box.append(close, frame);
    document.body.append(box);
  };

  if (after !== undefined) setTimeout(show, Number(after) * 1000);
  if (scroll !== undefined) addEventListener('scroll', () => (scrollY + innerHeight) / document.documentElement.scrollHeight >= Number(scroll) && show(), { passive: true });
  if (exit !== undefined) document.addEventListener('mouseout', (out) => !out.relatedTarget && out.clientY <= 0 && show());
  if (event !== undefined) {
    addEventListener('tajriba:track', (tracked) => tracked.detail && tracked.detail.event === event && show());
    if (window.analytics && window.analytics.on) window.analytics.on('track', (name) => name === event && show());
  }
  window.tajribaSurvey = { show };
})();
