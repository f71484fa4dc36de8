import type { Layout, MapLabels, PlacedEdge, PlacedNode, Point } from './map-layout';

const space = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number | null | undefined>;

function make<K extends keyof SVGElementTagNameMap>(name: K, attributes: Attributes = {}, ...children: (Node | string)[]): SVGElementTagNameMap[K] {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** The drawing runs from left to right in every language; what stands in it does not. */
const text = (attributes: Attributes, content: string): SVGTextElement => make('text', { direction: document.documentElement.dir, ...attributes }, content);

const round = (value: number): number => Math.round(value * 10) / 10;

/** Edges first, then their labels' grounds over every line, then nodes: nothing that is read is crossed. */
export function drawMap(layout: Layout, labels: MapLabels): SVGSVGElement {
  const names = new Map(layout.nodes.map((node) => [node.id, node.label]));
  const order = [...layout.edges].sort((a, b) => a.weight - b.weight);
  const title = (edge: PlacedEdge): string => labels.edge.replace('{0}', names.get(edge.from) ?? '').replace('{1}', names.get(edge.to) ?? '').replace('{2}', edge.label);
  return make(
    'svg',
    { class: 'process-map', role: 'group', 'aria-label': labels.title, tabindex: 0, 'data-width': layout.width, 'data-height': layout.height },
    make('g', {}, ...order.map((edge) => drawEdge(edge, title(edge)))),
    make('g', {}, ...order.filter((edge) => edge.labelBox).map((edge) => drawLabel(edge, title(edge)))),
    make('g', {}, ...layout.nodes.map(drawNode)),
  );
}

function link(kind: 'a' | 'g', attributes: Attributes, ...children: (Node | string)[]): SVGElement {
  return make(kind, attributes, ...children);
}

function classes(base: string, item: { tone: string; selected: boolean }): string {
  return `${base} tone-${item.tone}${item.selected ? ' selected' : ''}`;
}

function drawNode(node: PlacedNode): SVGElement {
  const attributes = { class: node.kind === 'activity' ? classes('map-node', node) : `map-end ${node.kind}`, href: node.href, 'aria-label': node.href ? [node.label, node.sublabel].filter(Boolean).join(', ') : null };
  const name = make('title', {}, [node.label, node.sublabel].filter(Boolean).join('\n'));
  const kind = node.href ? 'a' : 'g';
  if (node.kind !== 'activity') {
    const mark = node.kind === 'start'
      ? make('path', { d: `M${round(node.x - 4)} ${round(node.y - 6)}l10 6l-10 6z` })
      : make('rect', { class: 'map-stop', x: round(node.x - 5), y: round(node.y - 5), width: 10, height: 10, rx: 1 });
    return link(kind, attributes, name, make('circle', { cx: round(node.x), cy: round(node.y), r: 14 }), mark);
  }
  const top = node.y - node.height / 2;
  const texts = node.lines.map((line, index) => text({ x: round(node.x), y: round(top + 20 + index * 17) }, line));
  if (node.sublabel) texts.push(text({ class: 'map-sub', x: round(node.x), y: round(top + 19 + node.lines.length * 17) }, node.sublabel));
  return link(kind, attributes, name, make('rect', { x: round(node.x - node.width / 2), y: round(top), width: round(node.width), height: round(node.height), rx: 6 }), ...texts);
}

function drawEdge(edge: PlacedEdge, title: string): SVGElement {
  const head = 6 + edge.width * 0.9;
  const { path, tip, angle } = edge.loop ?? curve(edge.points, head * 0.8);
  const half = 3 + edge.width * 0.62;
  const arrow = `M0 0L${round(-head)} ${round(half)}L${round(-head)} ${round(-half)}z`;
  return link(
    edge.href ? 'a' : 'g',
    { class: classes('map-edge', edge), href: edge.href, 'aria-label': edge.href ? title : null, tabindex: edge.labelBox && edge.href ? -1 : null },
    make('title', {}, title),
    make('path', { class: 'map-line', d: path, 'stroke-width': round(edge.width) }),
    make('path', { class: 'map-head', d: arrow, transform: `translate(${round(tip.x)} ${round(tip.y)}) rotate(${round(angle)})` }),
    make('path', { class: 'map-hit', d: path }),
  );
}

function drawLabel(edge: PlacedEdge, title: string): SVGElement {
  const box = edge.labelBox!;
  return link(
    edge.href ? 'a' : 'g',
    { class: classes('map-edge map-label', edge), href: edge.href, 'aria-label': edge.href ? title : null },
    make('title', {}, title),
    make('rect', { x: round(box.x - box.width / 2), y: round(box.y - box.height / 2 + 1), width: round(box.width), height: round(box.height - 2), rx: 4 }),
    text({ x: round(box.x), y: round(box.y + 4) }, edge.label),
  );
}

/** A smooth line through the layout's points (Catmull-Rom, tamed), cut short by the arrow's head. */
function curve(points: Point[], cut: number): { path: string; tip: Point; angle: number } {
  const tip = points[points.length - 1]!;
  const before = points[points.length - 2] ?? tip;
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const angle = (Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI;
  const shorter = Math.min(cut, length * 0.8);
  const end = { x: tip.x - ((tip.x - before.x) / length) * shorter, y: tip.y - ((tip.y - before.y) / length) * shorter };
  const all = [...points.slice(0, -1), end];
  let path = `M${round(all[0]!.x)} ${round(all[0]!.y)}`;
  for (let i = 0; i < all.length - 1; i++) {
    const [p0, p1, p2, p3] = [all[Math.max(i - 1, 0)]!, all[i]!, all[i + 1]!, all[Math.min(i + 2, all.length - 1)]!];
    const reach = Math.hypot(p2.x - p1.x, p2.y - p1.y) / 3;
    const c1 = along(p1, p0, p2, reach);
    const c2 = along(p2, p3, p1, reach);
    path += `C${round(c1.x)} ${round(c1.y)} ${round(c2.x)} ${round(c2.y)} ${round(p2.x)} ${round(p2.y)}`;
  }
  return { path, tip, angle };
}

/** A control point beside `at`, on the tangent from `from` to `to`, not farther than `reach`. */
function along(at: Point, from: Point, to: Point, reach: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: at.x + (dx / length) * reach, y: at.y + (dy / length) * reach };
}
