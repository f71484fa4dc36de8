import { dataOf } from './data';
import { drawMap } from './map-drawing';
import { exportPng, exportSvg } from './map-export';
import { layOut, type Layout, type MapData } from './map-layout';

/** Below this scale, names are no longer read: a larger map is shown from its beginning. */
const smallest = 0.62;
const largest = 1.1;

/** A process map: dagre's layout, our own drawing; nodes and edges are links. */
class ProcessMap extends HTMLElement {
  private data: MapData | null = null;
  private svg: SVGSVGElement | null = null;
  private size = { width: 1, height: 1 };
  private view = { x: 0, y: 0, width: 1, height: 1 };
  private upright = false;
  private chosen = false;

  connectedCallback(): void {
    this.data = dataOf<MapData>(this);
    if (!this.data || this.data.nodes.length === 0) return;
    const frame = document.createElement('div');
    frame.className = 'map-frame';
    frame.dir = 'ltr';
    this.prepend(frame);
    // The drawing's own links carry the same names: the table would say everything twice.
    this.querySelector<HTMLElement>('.map-table')?.setAttribute('hidden', '');
    this.upright = this.dataset['direction'] === 'down';
    this.chosen = this.upright;
    this.draw();
    frame.append(this.tools());
    this.remeasure();
    new ResizeObserver(() => this.fit()).observe(frame);
  }

  /** Widths were measured in whatever font stood there; once the page's own has come, measure again. */
  private remeasure(): void {
    if (getComputedStyle(this).direction !== 'rtl') return;
    const font = `13px ${getComputedStyle(this).fontFamily}`;
    if (document.fonts.check(font, 'ا۰')) return;
    void document.fonts.load(font, 'ا۰').then(() => this.draw());
  }

  private get frame(): HTMLElement {
    return this.querySelector<HTMLElement>('.map-frame')!;
  }

  private draw(): void {
    const rtl = getComputedStyle(this).direction === 'rtl';
    const font = getComputedStyle(this).fontFamily;
    const along = (upright: boolean): Layout => layOut(this.data!, upright ? 'TB' : rtl ? 'RL' : 'LR', font);
    let layout = along(this.upright);
    if (!this.chosen && this.scaleOf(layout, false) < 1) {
      // Whichever direction lets more be read at once; the reading direction wins where both do.
      const down = along(true);
      this.upright = this.scaleOf(down, true) > this.scaleOf(layout, false) * 1.15;
      if (this.upright) layout = down;
    }
    this.chosen = true;
    const svg = drawMap(layout, this.data!.labels);
    this.svg?.remove();
    this.svg = svg;
    this.size = { width: layout.width, height: layout.height };
    this.frame.prepend(svg);
    this.listen(svg);
    this.fit();
  }

  /** A map that runs down may be taller than the window: the page scrolls. */
  private tallest(upright: boolean): number {
    return Math.max((upright ? 1.7 : 0.75) * innerHeight, 360);
  }

  /** The scale at which a map is seen whole. */
  private scaleOf(size: { width: number; height: number }, upright: boolean): number {
    return Math.min(this.frame.clientWidth / size.width, this.tallest(upright) / (size.height + 24), largest);
  }

  /** The whole map where it stays legible, or where that is asked for; else its beginning at a legible size. */
  private fit(whole = false): void {
    const breadth = this.frame.clientWidth;
    if (breadth === 0) return;
    const tallest = this.tallest(this.upright);
    const scale = Math.max(this.scaleOf(this.size, this.upright), whole ? 0.1 : smallest);
    this.frame.style.blockSize = `${Math.min(Math.max(this.size.height * scale + 24, 240), tallest)}px`;
    const box = this.frame.getBoundingClientRect();
    const width = box.width / scale;
    const height = box.height / scale;
    const rtl = getComputedStyle(this).direction === 'rtl';
    const x = width >= this.size.width ? (this.size.width - width) / 2 : rtl && !this.upright ? this.size.width - width : 0;
    const y = height >= this.size.height ? (this.size.height - height) / 2 : this.upright ? 0 : (this.size.height - height) / 2;
    this.look({ x: this.upright && width < this.size.width ? (this.size.width - width) / 2 : x, y, width, height });
  }

  private look(view: { x: number; y: number; width: number; height: number }): void {
    this.view = view;
    this.svg?.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
  }

  private zoom(factor: number, at?: { x: number; y: number }): void {
    const { x, y, width, height } = this.view;
    const limited = Math.min(Math.max(width / factor, 120), this.size.width * 4 + 400) / width;
    const centre = at ?? { x: x + width / 2, y: y + height / 2 };
    this.look({ x: centre.x - (centre.x - x) * limited, y: centre.y - (centre.y - y) * limited, width: width * limited, height: height * limited });
  }

  private pan(dx: number, dy: number): void {
    this.look({ ...this.view, x: this.view.x + dx, y: this.view.y + dy });
  }

  private point(event: MouseEvent): { x: number; y: number } {
    const box = this.svg!.getBoundingClientRect();
    return { x: this.view.x + ((event.clientX - box.left) / box.width) * this.view.width, y: this.view.y + ((event.clientY - box.top) / box.height) * this.view.height };
  }

  private listen(svg: SVGSVGElement): void {
    let from: { x: number; y: number } | null = null;
    let moved = false;
    svg.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      from = { x: event.clientX, y: event.clientY };
      moved = false;
    });
    svg.addEventListener('pointermove', (event) => {
      if (!from) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!moved && Math.hypot(dx, dy) < 5) return;
      if (!moved) svg.setPointerCapture(event.pointerId);
      moved = true;
      svg.classList.add('dragging');
      const scale = this.view.width / svg.getBoundingClientRect().width;
      this.pan(-dx * scale, -dy * scale);
      from = { x: event.clientX, y: event.clientY };
    });
    const release = (): void => {
      from = null;
      svg.classList.remove('dragging');
    };
    svg.addEventListener('pointerup', release);
    svg.addEventListener('pointercancel', release);
    svg.addEventListener('dragstart', (event) => event.preventDefault());
    svg.addEventListener('click', (event) => {
      if (moved) event.preventDefault();
      moved = false;
    }, true);
    // Plain scrolling belongs to the page; with Ctrl (or a pinch) it zooms.
    svg.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, this.point(event));
    }, { passive: false });
    svg.addEventListener('keydown', (event) => {
      const step = this.view.width / 12;
      if (event.key === '+' || event.key === '=') this.zoom(1.25);
      else if (event.key === '-') this.zoom(0.8);
      else if (event.key === '0') this.fit(true);
      else if (event.key === 'ArrowLeft') this.pan(-step, 0);
      else if (event.key === 'ArrowRight') this.pan(step, 0);
      else if (event.key === 'ArrowUp') this.pan(0, -step);
      else if (event.key === 'ArrowDown') this.pan(0, step);
      else return;
      event.preventDefault();
    });
    svg.addEventListener('focusin', (event) => this.reveal(event.target as SVGGraphicsElement));
  }

  /** Keeps what has the keyboard's focus in sight. */
  private reveal(element: SVGGraphicsElement): void {
    if (element === this.svg || !element.getBBox || !element.matches(':focus-visible')) return;
    const box = element.getBBox();
    const { x, y, width, height } = this.view;
    const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
    if (cx < x || cx > x + width || cy < y || cy > y + height) this.look({ x: cx - width / 2, y: cy - height / 2, width, height });
  }

  private tools(): HTMLElement {
    const labels = this.data!.labels;
    const tools = document.createElement('div');
    tools.className = 'map-tools';
    tools.dir = getComputedStyle(this).direction;
    const add = (text: string, label: string, act: () => void): void => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-sm';
      button.textContent = text;
      button.title = label;
      button.setAttribute('aria-label', label);
      button.addEventListener('click', act);
      tools.append(button);
    };
    add('+', labels.zoomIn, () => this.zoom(1.25));
    add('−', labels.zoomOut, () => this.zoom(0.8));
    add('⤢', labels.fit, () => this.fit(true));
    add('⟳', labels.turn, () => {
      this.upright = !this.upright;
      this.draw();
    });
    add('SVG', labels.exportSvg, () => exportSvg(this.svg!, this.size, labels.fileName));
    add('PNG', labels.exportPng, () => void exportPng(this.svg!, this.size, labels.fileName));
    return tools;
  }
}

customElements.define('t-process-map', ProcessMap);
