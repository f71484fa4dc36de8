// Arrow keys (or j and k) walk from row to row by each row's first link.
const frameAt = (active: Element | null): HTMLElement | null =>
  active === document.body ? document.querySelector<HTMLElement>('.table-frame.walked') : (active?.closest<HTMLElement>('.table-frame') ?? null);

document.addEventListener('keydown', (event) => {
  const step = event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const frame = frameAt(document.activeElement);
  if (!frame || document.activeElement?.matches('input, select, textarea')) return;
  const links = [...frame.querySelectorAll<HTMLElement>('tbody tr')].map((row) => row.querySelector<HTMLElement>('a[href], button')).filter((link) => link !== null);
  const row = document.activeElement?.closest('tbody tr');
  const at = links.findIndex((link) => row?.contains(link));
  const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});
