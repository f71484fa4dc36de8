// A part of a page that keeps itself current: <t-live id="pulse" every="5" from="/pulse">. It fetches the address that it names, or the
// page on which it stands, and takes its successor out of it, except while nobody sees it or somebody is in the middle of it.
// Without scripts it stands as it was.
const underWay = new Map<string, Promise<Document | null>>();

// Parts of one page that are due at the same moment share what is fetched.
function fetched(address: string): Promise<Document | null> {
  let answer = underWay.get(address);
  if (answer === undefined) {
    answer = read(address).finally(() => underWay.delete(address));
    underWay.set(address, answer);
  }
  return answer;
}

async function read(address: string): Promise<Document | null> {
  const answer = await fetch(address, { headers: { accept: 'text/html' } });
  return answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
}

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
      const page = await fetched(this.getAttribute('from') ?? location.pathname + location.search);
      const next = page?.getElementById(this.id);
      if (next && next.innerHTML !== this.innerHTML && !this.inUse()) this.replaceChildren(...document.importNode(next, true).childNodes);
    } catch {
      // The server is away; the next round finds it again.
    } finally {
      this.busy = false;
    }
  }
}

export {};
customElements.define('t-live', LivePart);
