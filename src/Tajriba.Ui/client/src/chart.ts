import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { colour, dataOf, show, type Digits } from './data';

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, LabelLayout, SVGRenderer]);

interface Series {
  name: string;
  values: (number | null)[];
  low: (number | null)[] | null;
  high: (number | null)[] | null;
  points: [number, number][] | null;
  pointNames: string[] | null;
  tone: string;
  line: boolean;
  marks: boolean;
}

interface ChartData {
  kind: 'bar' | 'line' | 'histogram' | 'dots';
  labels: string[];
  hrefs: (string | null)[] | null;
  series: Series[];
  ticks: { at: number; text: string }[] | null;
  xTitle: string | null;
  yTitle: string | null;
  decimals: number;
  percent: boolean;
  incomplete: boolean[] | null;
  incompleteText: string | null;
  digits: Digits;
}

// Okabe and Ito's colours, told apart by colour-blind readers too; the accent comes first.
const hues = ['--accent', '#e69f00', '#cc79a7', '#009e73', '#d55e00', '#56b4e9', '#0072b2'];

class Chart extends HTMLElement {
  private chart: EChartsType | null = null;
  private data: ChartData | null = null;

  connectedCallback(): void {
    this.data = dataOf<ChartData>(this);
    if (!this.data) return;
    const box = document.createElement('div');
    box.className = 'chart-box';
    box.dir = 'ltr';
    box.setAttribute('aria-hidden', 'true');
    this.prepend(box);
    this.classList.add('drawn');
    this.querySelectorAll('.chart-table a, .chart-table').forEach((element) => element.setAttribute('tabindex', '-1'));
    this.chart = init(box, null, { renderer: 'svg' });
    this.draw();
    new ResizeObserver(() => this.chart?.resize()).observe(box);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
    this.chart.on('click', (event) => {
      const href = this.data?.hrefs?.[event.dataIndex];
      if (href) location.assign(href);
    });
  }

  private draw(): void {
    this.chart?.setOption(this.options(this.data!), true);
  }

  private options(data: ChartData): EChartsCoreOption {
    const rtl = getComputedStyle(this).direction === 'rtl';
    const ink = colour('--ink', this);
    const soft = colour('--ink-soft', this);
    const line = colour('--line', this);
    const font = getComputedStyle(this).fontFamily;
    const dots = data.kind === 'dots';
    const number = (value: number): string => show(value, data.digits, data.decimals, data.percent);
    const axis = { axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, splitLine: { lineStyle: { color: line } }, nameTextStyle: { color: soft }, axisLabel: { color: soft, fontFamily: font, hideOverlap: true } };
    const short = (value: number): string => {
      const percent = data.percent;
      const whole = Math.round(Math.abs(percent ? value * 100 : value) * 1e6) / 1e6;
      return show(value, data.digits, Number.isInteger(whole) ? 0 : whole >= 1 ? Math.max(1, Math.min(2, data.decimals)) : 2, percent);
    };
    const tickText = (value: number): string => data.ticks?.find((tick) => tick.at === value)?.text ?? '';
    return {
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      animationDuration: 250,
      textStyle: { fontFamily: font, color: ink },
      grid: { top: (data.series.length > 1 ? 34 : 14) + (data.yTitle ? 18 : 0), ...(rtl && !dots ? this.rtlMargins(data, font, short) : { left: rtl ? 14 : 8, right: rtl ? 8 : 14, bottom: data.xTitle ? 26 : 6, containLabel: true }) },
      legend: data.series.length > 1 ? { top: 0, [rtl ? 'right' : 'left']: 0, align: rtl ? 'right' : 'left', icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: { color: ink, fontFamily: font }, data: data.series.map((s) => s.name) } : undefined,
      tooltip: {
        trigger: dots ? 'item' : 'axis',
        renderMode: 'richText',
        confine: true,
        backgroundColor: colour('--raised', this),
        borderColor: line,
        textStyle: { color: ink, fontFamily: font, fontSize: 12 },
        axisPointer: { type: data.kind === 'line' ? 'line' : 'shadow' },
        formatter: dots ? (item: { seriesIndex: number; dataIndex: number; name: string }) => this.pointText(data, item) : (items: { dataIndex: number }[]) => {
          const at = items[0]?.dataIndex ?? 0;
          const rows = data.series.map((s) => {
            const value = s.values[at];
            const low = s.low?.[at];
            const high = s.high?.[at];
            const range = low != null && high != null ? ` (${number(low)} – ${number(high)})` : '';
            return `${data.series.length > 1 ? s.name + ': ' : ''}${value == null ? '–' : number(value)}${range}`;
          });
          return [data.incomplete?.[at] ? `${data.labels[at]} (${data.incompleteText})` : data.labels[at], ...rows].join('\n');
        },
      },
      xAxis: {
        ...axis,
        type: dots ? 'value' : 'category',
        data: dots ? undefined : data.labels,
        inverse: rtl,
        name: data.xTitle ?? undefined,
        nameLocation: 'middle',
        nameGap: 26,
        splitLine: { show: false },
        boundaryGap: data.kind !== 'line',
        ...(dots ? { min: 'dataMin', max: 'dataMax' } : {}),
        axisLabel: dots && data.ticks ? { ...axis.axisLabel, customValues: data.ticks.map((tick) => tick.at), formatter: tickText } : dots ? { ...axis.axisLabel, formatter: (value: number) => show(value, data.digits, 0, false) } : axis.axisLabel,
      },
      yAxis: {
        ...axis,
        type: 'value',
        position: rtl ? 'right' : 'left',
        name: data.yTitle ?? undefined,
        nameTextStyle: { color: soft, align: rtl ? 'right' : 'left' },
        scale: data.kind === 'line' || dots,
        axisLine: { show: false },
        axisLabel: { ...axis.axisLabel, formatter: (value: number) => (dots && data.labels.length > 0 ? (data.labels[value] ?? '') : short(value)) },
      },
      series: data.series.flatMap((series, index) => this.series(series, index, data)),
    };
  }

  /// Told by hand: beside an inverse category axis echarts 6 takes half of the width for labels that it hides.
  private rtlMargins(data: ChartData, font: string, text: (value: number) => string): object {
    const pen = document.createElement('canvas').getContext('2d')!;
    pen.font = `12px ${font}`;
    const width = (label: string): number => pen.measureText(label).width;
    const values = data.series.flatMap((series) => [...series.values, ...(series.low ?? []), ...(series.high ?? [])]).filter((value) => value != null);
    const middle = values.reduce((sum, value) => sum + value / values.length, 0);
    const scale = Math.max(...[...values, middle].map((value) => width(text(value))), width(text(0)));
    const dates = Math.max(...data.labels.map(width), 0);
    return { left: data.kind === 'line' ? Math.max(14, dates / 2) : 14, right: Math.max(scale + 12, data.kind === 'line' ? dates / 2 : 0), bottom: data.xTitle ? 46 : 24, containLabel: false, outerBoundsMode: 'none' };
  }

  private pointText(data: ChartData, item: { seriesIndex: number; dataIndex: number; name: string }): string {
    const series = data.series[item.seriesIndex];
    const point = series?.points?.[item.dataIndex];
    if (!series || !point) return item.name;
    const value = data.labels.length > 0 ? (data.labels[point[1]] ?? '') : show(point[1], data.digits, data.decimals, data.percent);
    const at = data.ticks ? '' : `${data.xTitle ? data.xTitle + ': ' : ''}${show(point[0], data.digits, 0, false)}`;
    return [series.pointNames?.[item.dataIndex] ?? series.name, value, at].filter((text) => text !== '').join('\n');
  }

  private series(series: Series, index: number, data: ChartData): object[] {
    const hue = hues[index % hues.length]!;
    const own = series.tone === 'accent' ? (hue.startsWith('--') ? colour(hue, this) : hue) : colour(series.tone === 'neutral' ? '--line-strong' : `--${series.tone}`, this);
    if (data.kind === 'dots' && series.line) {
      return [{ type: 'line', name: series.name, data: series.points ?? [], showSymbol: false, silent: true, lineStyle: { width: 1.5, color: own, type: 'dashed' }, itemStyle: { color: own }, tooltip: { show: false }, z: 1 }];
    }
    if (data.kind === 'dots' && series.pointNames) {
      const points = series.points ?? [];
      const all = data.series.flatMap((other) => (other.pointNames ? other.points ?? [] : [])).sort((a, b) => a[0] - b[0]);
      const rtl = getComputedStyle(this).direction === 'rtl';
      // The outermost names lean inwards; of two neighbours the higher is named above and the lower below, so that they keep clear of each other.
      const side = ([x, y]: [number, number]): string => {
        if (x === all[0]![0]) return rtl ? 'left' : 'right';
        if (x === all[all.length - 1]![0]) return rtl ? 'right' : 'left';
        const near = all.filter((other) => other[0] !== x || other[1] !== y).reduce((best, other) => (Math.abs(other[0] - x) < Math.abs(best[0] - x) ? other : best));
        return y >= near[1] ? 'top' : 'bottom';
      };
      return [{ type: 'scatter', name: series.name, data: points.map((point) => ({ value: point, label: { position: side(point) } })), symbolSize: 10, itemStyle: { color: own }, label: { show: points.length <= 12, color: colour('--ink', this), formatter: (item: { dataIndex: number }) => series.pointNames?.[item.dataIndex] ?? '' }, labelLayout: { moveOverlap: 'shiftY', hideOverlap: true }, z: 3 }];
    }
    if (data.kind === 'dots') {
      const points = series.points ?? [];
      return [{ type: 'scatter', name: series.name, data: points, symbolSize: points.length > 4000 ? 2 : 4, large: points.length > 4000, itemStyle: { color: own, opacity: 0.65 } }];
    }
    if (data.kind === 'bar' || (data.kind === 'histogram' && !series.line)) {
      return [{ type: 'bar', name: series.name, data: series.values.map((value, at) => (data.incomplete?.[at] ? { value, itemStyle: { color: own, opacity: 0.28, borderColor: own, borderWidth: 1, borderType: 'dashed' } } : value)), itemStyle: { color: own, borderRadius: [2, 2, 0, 0] }, barMaxWidth: data.kind === 'histogram' ? undefined : 36, barCategoryGap: data.kind === 'histogram' ? '4%' : '35%' }];
    }
    if (series.line && data.kind === 'line') {
      return [{ type: 'line', name: series.name, data: series.values, showSymbol: false, silent: true, step: false, lineStyle: { width: 1.5, color: own, type: 'dashed' }, itemStyle: { color: own }, z: 1 }];
    }
    if (series.marks && data.kind === 'line') {
      return [{ type: 'scatter', name: series.name, data: series.values, symbolSize: 11, itemStyle: { color: own }, z: 5 }];
    }
    // A line that led to a figure which will still change would tell of a fall or a rise that is none.
    const sure = (values: (number | null)[]): (number | null)[] => values.map((value, at) => (data.incomplete?.[at] ? null : value));
    const unsure = series.values.map((value, at) => (data.incomplete?.[at] ? value : null));
    const drawn: object[] = [{ type: 'line', name: series.name, data: sure(series.values), showSymbol: series.values.length < 40, symbolSize: 5, lineStyle: { width: 2, color: own }, itemStyle: { color: own }, z: 3 }];
    if (unsure.some((value) => value !== null)) {
      drawn.push({ type: 'scatter', data: unsure, symbolSize: 7, itemStyle: { color: 'transparent', borderColor: own, borderWidth: 1.5, borderType: 'dotted' }, z: 2 });
    }
    if (series.low && series.high) {
      const band = { type: 'line', stack: `band-${index}`, stackStrategy: 'all', showSymbol: false, silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } };
      drawn.push({ ...band, data: sure(series.low) }, { ...band, data: sure(series.high).map((high, i) => (high == null || series.low![i] == null ? null : high - series.low![i]!)), areaStyle: { color: own, opacity: 0.14 } });
    }
    return drawn;
  }
}

customElements.define('t-chart', Chart);
