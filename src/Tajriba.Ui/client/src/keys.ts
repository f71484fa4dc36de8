// A letter presses the button or enters the field that names it (aria-keyshortcuts): in the row of a table at hand, else outside tables.
document.addEventListener('keydown', (event) => {
  const active = document.activeElement;
  if (!/^[a-z]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || active?.matches('input, select, textarea')) return;
  const named = `[aria-keyshortcuts="${event.key}"]`;
  const row = active?.closest('tbody tr');
  const target = row?.querySelector<HTMLElement>(`button${named}`)
    ?? [...document.querySelectorAll<HTMLElement>(named)].find((element) => !element.closest('tbody tr'));
  if (!target) return;
  event.preventDefault();
  if (target.matches('button')) target.click();
  else target.focus();
});
