// Nothing here is needed: it saves a press of a button, and wakes a sleeping kiosk sooner.
(() => {
  const reset = document.body.dataset.reset;
  if (reset) {
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => location.replace(reset), Number(document.body.dataset.seconds) * 1000);
    };
    for (const sign of ['pointerdown', 'keydown', 'scroll', 'input']) addEventListener(sign, wait, { passive: true });
    wait();
  }

  // Questions that hang on others of the same page: the server says which are asked now.
  let turn = 0;
  document.addEventListener('change', async (change) => {
    const form = change.target.form;
    if (!form || !form.hasAttribute('data-live')) return;
    const mine = ++turn;
    const body = new URLSearchParams(new FormData(form));
    body.set('go', 'refresh');
    try {
      const answer = await fetch(location.href, { method: 'POST', body });
      if (!answer.ok || mine !== turn) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('form[data-live]');
      if (!page || mine !== turn) return;
      // Whoever went on in the meantime stays where they are, with what they typed there.
      const at = form.contains(document.activeElement) ? document.activeElement : change.target;
      const { name, value, type, id } = at;
      const picked = type === 'radio' || type === 'checkbox' || type === 'submit';
      form.replaceWith(page);
      const again = [...page.elements].find((e) => e.name === name && (!picked || e.value === value)) || (id && page.querySelector('#' + CSS.escape(id)));
      if (again && !picked && at !== change.target) again.value = value;
      if (again) again.focus({ preventScroll: true });
    } catch { /* the button below still works */ }
  });

  // Inside a frame: tell the page around how tall this is, and when it is over.
  if (parent !== window) {
    const tell = (what) => parent.postMessage({ tajriba: what, height: document.documentElement.scrollHeight }, '*');
    new ResizeObserver(() => tell('height')).observe(document.body);
    if (new URLSearchParams(location.search).has('done')) tell('done');
  }
})();
