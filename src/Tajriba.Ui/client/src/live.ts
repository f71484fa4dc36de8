// A part of a page that keeps itself current: <t-live id="pulse" every="5">. It fetches the page on which it stands and takes
// its successor out of it, except while nobody sees it or somebody is in the middle of it. Without scripts it stands as it was.
class LivePart extends HTMLElement {
  private timer = 0;
  private busy = false;

  connectedCallback(): void {
    const seconds = Math.max(2, Number(this.getAttribute('every')) || 5);
    this.timer = window.setInterval(() => void this.renew(), seconds * 1000);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
  }

  private inUse(): boolean {
    const selection = document.getSelection();
    return this.contains(document.activeElement) || (selection !== null && !selection.isCollapsed && selection.containsNode(this, true));
  }

  private async renew(): Promise<void> {
    if (this.busy || document.hidden || this.inUse()) return;
    this.busy = true;
    try {
      const answer = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } });
      if (!answer.ok || answer.redirected) return;
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(this.id);
      if (next !== null && next.innerHTML !== this.innerHTML && !this.inUse()) this.replaceChildren(...next.childNodes);
    } catch {
      // The server is away; the next round finds it again.
    } finally {
      this.busy = false;
    }
  }
}

export {};
customElements.define('t-live', LivePart);
