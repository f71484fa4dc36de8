interface Found {
  title: string;
  href: string;
  icon: string;
  kind: string;
  detail: string | null;
}

/** Ctrl-K: finds pages, customers, journeys. Without scripts the form beside it does the same. */
class Palette extends HTMLElement {
  private dialog!: HTMLDialogElement;
  private input!: HTMLInputElement;
  private list!: HTMLUListElement;
  private hint!: HTMLParagraphElement;
  private found: Found[] = [];
  private at = 0;
  private asked = 0;

  connectedCallback(): void {
    this.dialog = document.createElement('dialog');
    this.dialog.className = 'palette';
    this.dialog.setAttribute('aria-label', this.dataset['label'] ?? '');
    this.input = document.createElement('input');
    Object.assign(this.input, { type: 'text', dir: 'auto', autocomplete: 'off', placeholder: this.dataset['label'] ?? '' });
    this.input.setAttribute('role', 'combobox');
    this.input.setAttribute('aria-expanded', 'true');
    this.input.setAttribute('aria-controls', 'palette-list');
    this.input.setAttribute('aria-label', this.dataset['label'] ?? '');
    this.list = document.createElement('ul');
    this.list.id = 'palette-list';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', this.dataset['label'] ?? '');
    this.hint = document.createElement('p');
    this.hint.className = 'palette-hint';
    this.hint.setAttribute('role', 'status');
    this.hint.textContent = this.dataset['hint'] ?? '';
    this.dialog.append(this.input, this.list, this.hint);
    this.append(this.dialog);
    this.input.addEventListener('input', () => void this.ask());
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
    document.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (!this.dialog.open) this.dialog.showModal();
        this.input.select();
      }
    });
  }

  private async ask(): Promise<void> {
    const query = this.input.value.trim();
    const turn = ++this.asked;
    await new Promise((resolve) => setTimeout(resolve, 90));
    if (turn !== this.asked) return;
    let found: Found[] = [];
    if (query !== '') {
      const answer = await fetch(`${this.dataset['source']}?q=${encodeURIComponent(query)}`, { headers: { accept: 'application/json' } });
      if (answer.ok) found = (await answer.json()) as Found[];
    }
    if (turn !== this.asked) return;
    this.found = found;
    this.at = 0;
    this.hint.textContent = (query !== '' && found.length === 0 ? this.dataset['empty'] : this.dataset['hint']) ?? '';
    this.draw();
  }

  private draw(): void {
    const sprite = document.querySelector('svg.icon use')?.getAttribute('href')?.split('#')[0] ?? '';
    this.list.replaceChildren(
      ...this.found.map((item, index) => {
        const row = document.createElement('li');
        row.id = `palette-${index}`;
        row.setAttribute('role', 'option');
        row.setAttribute('aria-selected', String(index === this.at));
        const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
        icon.setAttribute('class', 'icon');
        icon.setAttribute('viewBox', '0 0 24 24');
        icon.setAttribute('aria-hidden', 'true');
        const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
        use.setAttribute('href', `${sprite}#${item.icon}`);
        icon.append(use);
        const title = document.createElement('bdi');
        title.textContent = item.title;
        const kind = document.createElement('span');
        kind.className = 'muted';
        kind.textContent = [item.detail, item.kind].filter(Boolean).join(' · ');
        row.append(icon, title, kind);
        row.addEventListener('click', () => location.assign(item.href));
        row.addEventListener('mousemove', () => this.select(index));
        return row;
      }),
    );
    this.select(this.at);
  }

  private select(index: number): void {
    this.at = index;
    [...this.list.children].forEach((row, i) => {
      row.setAttribute('aria-selected', String(i === index));
      if (i === index) row.scrollIntoView({ block: 'nearest' });
    });
    if (this.found.length > 0) this.input.setAttribute('aria-activedescendant', `palette-${index}`);
    else this.input.removeAttribute('aria-activedescendant');
  }

  private onKey(event: KeyboardEvent): void {
    const count = this.found.length;
    if (event.key === 'ArrowDown' && count > 0) this.select((this.at + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) this.select((this.at + count - 1) % count);
    else if (event.key === 'Enter' && this.found[this.at]) location.assign(this.found[this.at]!.href);
    else return;
    event.preventDefault();
  }
}

customElements.define('t-palette', Palette);
