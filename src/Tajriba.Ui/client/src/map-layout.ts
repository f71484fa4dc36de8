import dagre from '@dagrejs/dagre';

export interface MapNode {
  id: string;
  label: string;
  sublabel: string | null;
  count: number;
  kind: 'activity' | 'start' | 'end';
  href: string | null;
  tone: string;
  selected: boolean;
}

export interface MapEdge {
  from: string;
  to: string;
  label: string;
  count: number;
  weight: number;
  href: string | null;
  tone: string;
  selected: boolean;
}

export interface MapLabels {
  title: string;
  zoomIn: string;
  zoomOut: string;
  fit: string;
  turn: string;
  exportSvg: string;
  exportPng: string;
  fileName: string;
  edge: string;
}

export interface MapData {
  nodes: MapNode[];
  edges: MapEdge[];
  labels: MapLabels;
}

export interface Point {
  x: number;
  y: number;
}

export interface PlacedNode extends MapNode, Point {
  width: number;
  height: number;
  lines: string[];
}

export interface PlacedEdge extends MapEdge {
  points: Point[];
  width: number;
  labelBox: Box | null;
  /** Drawn path of an edge that returns to its own node. */
  loop: { path: string; tip: Point; angle: number } | null;
}

export interface Box extends Point {
  width: number;
  height: number;
}

export interface Layout {
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  width: number;
  height: number;
}

const lineHeight = 17;
const widest = 150;

/** Places nodes and edges. Labels are given room of their own, so that they meet neither nodes nor each other. */
export function layOut(data: MapData, direction: 'LR' | 'RL' | 'TB', fontFamily: string): Layout {
  const pen = document.createElement('canvas').getContext('2d')!;
  const widthOf = (text: string, font: string): number => {
    pen.font = `${font} ${fontFamily}`;
    return pen.measureText(text).width;
  };
  const upright = direction === 'TB';
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: direction, nodesep: upright ? 34 : 22, ranksep: 46, edgesep: 16, marginx: 20, marginy: 20, ranker: 'network-simplex' });
  const known = new Set(data.nodes.map((node) => node.id));
  const sizes = new Map<string, { width: number; height: number; lines: string[] }>();
  for (const node of data.nodes) {
    const size = sizeOf(node, widthOf);
    sizes.set(node.id, size);
    graph.setNode(node.id, { width: size.width, height: size.height });
  }
  const edges = data.edges.filter((edge) => known.has(edge.from) && known.has(edge.to));
  const most = Math.max(...edges.map((edge) => edge.weight), 1e-9);
  edges.forEach((edge, index) => {
    const text = edge.label === '' ? 0 : widthOf(edge.label, '500 11.5px') + 14;
    graph.setEdge(edge.from, edge.to, { width: text, height: text === 0 ? 0 : 18, labelpos: 'c', weight: 1 + Math.round(8 * (edge.weight / most)) }, String(index));
  });
  dagre.layout(graph);
  const box = graph.graph() as { width?: number; height?: number };
  return {
    width: box.width ?? 1,
    height: box.height ?? 1,
    nodes: data.nodes.map((node) => ({ ...node, ...sizes.get(node.id)!, ...(graph.node(node.id) as Point) })),
    edges: edges.map((edge, index) => {
      const placed = graph.edge({ v: edge.from, w: edge.to, name: String(index) }) as { points: Point[]; x?: number; y?: number; width: number; height: number };
      if (edge.from === edge.to) return loopOf(edge, graph.node(edge.from) as Box, placed, most);
      return {
        loop: null,
        ...edge,
        points: placed.points,
        width: thickness(edge.weight, most),
        labelBox: edge.label !== '' && placed.x !== undefined && placed.y !== undefined ? { x: placed.x, y: placed.y, width: placed.width, height: placed.height } : null,
      };
    }),
  };
}

function thickness(weight: number, most: number): number {
  return 1.3 + 7.2 * Math.sqrt(Math.max(weight, 0) / most);
}

/** A loop on the side of its node where the layout kept room for its label. */
function loopOf(edge: MapEdge, node: Box, room: Partial<Point> & { width: number; height: number; points: Point[] }, most: number): PlacedEdge {
  const far = { x: room.x ?? node.x, y: room.y ?? node.y + 1 };
  const below = Math.abs(far.y - node.y) > Math.abs(far.x - node.x);
  const side = below ? Math.sign(far.y - node.y) || 1 : Math.sign(far.x - node.x) || 1;
  const border = (below ? node.height : node.width) / 2;
  const reach = border + 22;
  const bend = border + (reach - border) / 0.75;
  const at = (along: number, away: number): Point => (below ? { x: node.x + along, y: node.y + side * away } : { x: node.x + side * away, y: node.y + along });
  const [start, c1, c2, tip, label] = [at(-9, border), at(-26, bend), at(26, bend), at(9, border + 1), at(0, reach)];
  const angle = (Math.atan2(tip.y - c2.y, tip.x - c2.x) * 180) / Math.PI;
  const text = (point: Point): string => `${Math.round(point.x * 10) / 10} ${Math.round(point.y * 10) / 10}`;
  return {
    ...edge,
    points: room.points,
    width: thickness(edge.weight, most),
    labelBox: edge.label === '' ? null : { ...label, width: room.width, height: room.height },
    loop: { path: `M${text(start)}C${text(c1)} ${text(c2)} ${text(at(11, border + 6))}`, tip, angle },
  };
}

function sizeOf(node: MapNode, widthOf: (text: string, font: string) => number): { width: number; height: number; lines: string[] } {
  if (node.kind !== 'activity') return { width: 30, height: 30, lines: [] };
  const lines = wrap(node.label, (text) => widthOf(text, '550 13px'));
  const text = Math.max(...lines.map((line) => widthOf(line, '550 13px')), node.sublabel ? widthOf(node.sublabel, '400 11.5px') : 0);
  return { width: Math.ceil(Math.max(text + 26, 64)), height: lines.length * lineHeight + (node.sublabel ? 16 : 0) + 14, lines };
}

/** Breaks a name into at most three lines; what does not fit ends in an ellipsis (its title keeps it whole). */
function wrap(text: string, width: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((w) => breakWord(w, width))) {
    const last = lines[lines.length - 1];
    if (last !== undefined && width(`${last} ${word}`) <= widest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= 3) return lines;
  return [lines[0]!, lines[1]!, `${lines[2]!.slice(0, -1)}…`];
}

function breakWord(word: string, width: (text: string) => number): string[] {
  if (width(word) <= widest) return [word];
  const parts: string[] = [];
  for (const piece of word.split(/(?<=[_\-/.])|(?<=[a-z])(?=[A-Z])/)) {
    const last = parts[parts.length - 1];
    if (last !== undefined && width(last + piece) <= widest) parts[parts.length - 1] = last + piece;
    else parts.push(piece);
  }
  return parts;
}
