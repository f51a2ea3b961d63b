// What CloudWatch draws of metrics: lines, areas, bars, pies, numbers, gauges and tables, as SVG and HTML.

import { h, s, replace } from './dom.js';
import { minute, clock, short } from './format.js';

const COLOURS = ['--s0', '--s2', '--s1', '--s4', '--s3', '--s5', '--s6', '--s7'];
const MARGIN = { top: 12, right: 12, bottom: 22, left: 46 };
/** What the unit above the axis needs, beside the label of the topmost tick. */
const UNIT = 16;
const STEPS = [1, 2, 2.5, 5, 10];
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d/;

/** Draws a metric widget into a box. series: [{row, label, points: [{time, value}]}], times in milliseconds. */
export function chart(box, properties, series, range) {
  const rows = properties.metrics ?? [];
  const lines = series.map((one, i) => {
    const options = rows[one.row]?.at(-1);
    const set = options !== null && typeof options === 'object' ? options : {};
    const colour = /^#[0-9a-fA-F]{3,8}$/.test(set.color ?? '') ? set.color : 'var(' + COLOURS[i % COLOURS.length] + ')';
    return { ...one, colour, right: set.yAxis === 'right' };
  });
  if (lines.every((line) => line.points.length === 0)) {
    replace(box, h('p', { class: 'nothing' }, 'No data in this time range'));
    return;
  }
  const draw = { bar, pie, singleValue, gauge, table }[properties.view] ?? timeSeries;
  draw(box, properties, lines, range);
}

/** Lines or stacked areas over time, from any list of series. */
export function timeSeries(box, properties, lines, range) {
  const plot = h('div', { class: 'plot' });
  const shown = lines.filter((line) => line.points.length > 0);
  replace(box, plot, legend(shown));
  const width = Math.max(160, plot.clientWidth);
  const height = Math.max(80, plot.clientHeight);
  const left = properties.yAxis?.left ?? {};
  const area = { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top + (left.label ? UNIT : 0), bottom: height - MARGIN.bottom };
  const times = [...new Set(shown.flatMap((line) => line.points.map((point) => point.time)))].sort((a, b) => a - b);
  const drawn = properties.stacked ? stack(shown, times) : shown.map((line) => ({ ...line, base: null }));
  const marks = (properties.annotations?.horizontal ?? []).filter((one) => typeof one.value === 'number');
  const scale = yScale(drawn, left, marks);
  const x = (time) => area.left + ((time - range.from) / (range.to - range.from)) * (area.right - area.left);
  const y = (value) => area.bottom - ((value - scale.min) / (scale.max - scale.min)) * (area.bottom - area.top);
  const cursor = s('line', { class: 'cursor', y1: area.top, y2: area.bottom, visibility: 'hidden' });
  const svg = s('svg', { width, height, role: 'img', 'aria-label': shown.map((line) => line.label).join(', ') },
    scale.ticks.map((tick) => [
      s('line', { class: 'grid', x1: area.left, x2: area.right, y1: y(tick), y2: y(tick) }),
      s('text', { x: area.left - 6, y: y(tick) + 4, 'text-anchor': 'end' }, short(tick)),
    ]),
    left.label && s('text', { x: area.left - 6, y: 10, 'text-anchor': 'end' }, left.label),
    timeTicks(range, area).map((time) => [
      s('line', { class: 'grid mark', x1: x(time), x2: x(time), y1: area.bottom, y2: area.bottom + 4 }),
      s('text', { x: x(time), y: height - 5, 'text-anchor': 'middle' }, minute(time)),
    ]),
    marks.map((mark) => s('line', { class: 'annotation', x1: area.left, x2: area.right, y1: y(mark.value), y2: y(mark.value) })),
    drawn.map((line) => series(line, x, y, step(times))),
    cursor);
  const tip = h('div', { class: 'tip', hidden: true });
  replace(plot, svg, tip);
  hover(plot, svg, tip, cursor, shown, times, x, width);
}

function series(line, x, y, gap) {
  const parts = [];
  let run = [];
  line.points.forEach((point, i) => {
    if (i > 0 && point.time - line.points[i - 1].time > gap * 1.5) {
      parts.push(run);
      run = [];
    }
    run.push({ ...point, base: line.base?.[i] });
  });
  parts.push(run);
  const path = (points, value) => points.map((point) => x(point.time).toFixed(1) + ' ' + y(value(point)).toFixed(1)).join('L');
  return parts.map((points) => s('g', { style: { color: line.colour } },
    line.base && points.length > 1 && s('path', { class: 'area',
      d: 'M' + path(points, (point) => point.value) + 'L' + path([...points].reverse(), (point) => point.base) + 'Z' }),
    points.length > 1 && s('path', { class: 'line', d: 'M' + path(points, (point) => point.value) }),
    points.length < 40 && points.map((point) => s('circle', { r: points.length === 1 ? 3.5 : 2, cx: x(point.time).toFixed(1), cy: y(point.value).toFixed(1) }))));
}

/** Puts each series on top of those before it. */
function stack(lines, times) {
  const reached = new Map(times.map((time) => [time, 0]));
  return lines.map((line) => {
    const base = line.points.map((point) => reached.get(point.time));
    const points = line.points.map((point, i) => ({ time: point.time, value: base[i] + point.value }));
    points.forEach((point) => reached.set(point.time, point.value));
    return { ...line, points, base };
  });
}

function yScale(lines, axis, marks) {
  const values = [...lines.flatMap((line) => line.points.map((point) => point.value)), ...marks.map((mark) => mark.value)];
  const min = axis.min ?? Math.min(0, ...values);
  let max = axis.max ?? Math.max(...values);
  if (max <= min) max = min + 1;
  const rough = (max - min) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const size = STEPS.find((one) => one * power >= rough) * power;
  const top = axis.max ?? Math.ceil(max / size - 1e-9) * size;
  const ticks = [];
  for (let tick = Math.ceil(min / size) * size; tick <= top + size * 1e-6; tick += size) ticks.push(tick);
  return { min, max: top, ticks };
}

function timeTicks(range, area) {
  const minutes = (range.to - range.from) / 60000;
  const wanted = Math.max(2, Math.floor((area.right - area.left) / 80));
  const size = [1, 2, 5, 10, 15, 30, 60, 120, 240, 360, 720, 1440, 10080].find((one) => minutes / one <= wanted) ?? 43200;
  const first = Math.ceil(range.from / (size * 60000)) * size * 60000;
  const ticks = [];
  for (let time = first; time <= range.to; time += size * 60000) ticks.push(time);
  return ticks;
}

/** The shortest distance of two times, at least a minute: what neighbours without a gap between them look like. */
function step(times) {
  const distances = times.slice(1).map((time, i) => time - times[i]);
  return Math.max(60000, distances.length > 0 ? Math.min(...distances) : 0);
}

function hover(plot, svg, tip, cursor, lines, times, x, width) {
  plot.addEventListener('pointermove', (event) => {
    const at = event.clientX - svg.getBoundingClientRect().left;
    const time = times.reduce((best, one) => (Math.abs(x(one) - at) < Math.abs(x(best) - at) ? one : best), times[0]);
    cursor.setAttribute('x1', x(time));
    cursor.setAttribute('x2', x(time));
    cursor.setAttribute('visibility', 'visible');
    const found = lines.map((line) => [line, line.points.find((point) => point.time === time)]).filter(([, point]) => point);
    replace(tip, h('p', { class: 'muted' }, clock(time)), found.slice(0, 12).map(([line, point]) =>
      h('p', {}, swatch(line), line.label, ' ', h('strong', {}, short(point.value)))));
    tip.hidden = false;
    if (x(time) > width / 2) Object.assign(tip.style, { left: 'auto', right: width - x(time) + 10 + 'px' });
    else Object.assign(tip.style, { right: 'auto', left: x(time) + 10 + 'px' });
  });
  plot.addEventListener('pointerleave', () => {
    tip.hidden = true;
    cursor.setAttribute('visibility', 'hidden');
  });
}

const swatch = (line) => h('span', { class: 'swatch', style: { background: line.colour } });
const legend = (lines) => h('p', { class: 'chart-legend' }, lines.map((line) => h('span', { title: line.label }, swatch(line), line.label)));
const latest = (line) => line.points.at(-1)?.value;

function bar(box, _properties, lines) {
  const largest = Math.max(1e-9, ...lines.map((line) => latest(line) ?? 0));
  replace(box, h('div', { class: 'bars' }, lines.map((line) => [
    h('span', { class: 'name', title: line.label }, line.label),
    h('span', { class: 'track' }, h('span', { style: { width: Math.max(0, (100 * (latest(line) ?? 0)) / largest) + '%', background: line.colour } })),
    h('span', { class: 'number' }, short(latest(line)))])));
}

function pie(box, _properties, lines) {
  const parts = lines.filter((line) => latest(line) > 0);
  const sum = parts.reduce((total, line) => total + latest(line), 0);
  const round = 2 * Math.PI * 40;
  let before = 0;
  replace(box, h('div', { class: 'pie' }, s('svg', { viewBox: '0 0 120 120', role: 'img' }, parts.map((line) => {
    const share = latest(line) / sum;
    const arc = s('circle', { cx: 60, cy: 60, r: 40, class: 'arc', style: { color: line.colour },
      'stroke-dasharray': share * round + ' ' + round, 'stroke-dashoffset': -before * round });
    before += share;
    return arc;
  })), h('div', { class: 'bars' }, parts.map((line) => [
    h('span', { class: 'name' }, swatch(line), line.label), h('span', {}), h('span', { class: 'number' }, short(latest(line)))]))));
}

function singleValue(box, _properties, lines) {
  replace(box, h('div', { class: 'numbers' }, lines.map((line) =>
    h('div', {}, h('strong', { style: { color: line.colour } }, short(latest(line))), h('span', { class: 'muted' }, line.label)))));
}

function gauge(box, properties, lines) {
  const { min = 0, max = 100 } = properties.yAxis?.left ?? {};
  replace(box, h('div', { class: 'numbers' }, lines.map((line) => {
    const share = Math.min(1, Math.max(0, ((latest(line) ?? min) - min) / (max - min)));
    return h('div', {}, s('svg', { viewBox: '0 0 120 66', role: 'img' },
      s('path', { class: 'arc track', d: 'M15 60A45 45 0 0 1 105 60' }),
      s('path', { class: 'arc', d: 'M15 60A45 45 0 0 1 105 60', pathLength: 100, 'stroke-dasharray': share * 100 + ' 100', style: { color: line.colour } })),
    h('strong', {}, short(latest(line))), h('span', { class: 'muted' }, line.label));
  })));
}

const SUMMARIES = {
  MIN: (values) => Math.min(...values), MAX: (values) => Math.max(...values),
  SUM: (values) => values.reduce((a, b) => a + b, 0), AVG: (values) => values.reduce((a, b) => a + b, 0) / values.length,
};

/** Series in rows. With showTimeSeriesData the columns are times, and the console shades the cells: CloudWatch does not. */
function table(box, properties, lines) {
  const settings = properties.table ?? {};
  const summaries = (settings.summaryColumns ?? ['MIN', 'MAX', 'SUM', 'AVG']).filter((name) => name in SUMMARIES);
  const times = settings.showTimeSeriesData ? [...new Set(lines.flatMap((line) => line.points.map((point) => point.time)))].sort((a, b) => b - a) : [];
  const largest = Math.max(1e-9, ...lines.flatMap((line) => line.points.map((point) => point.value)));
  const cell = (line, time) => {
    const value = line.points.find((point) => point.time === time)?.value;
    return h('td', { class: 'number heat', style: value > 0 ? { '--heat': Math.round(8 + (44 * value) / largest) + '%' } : {} }, value === undefined ? '' : short(value));
  };
  replace(box, h('div', { class: 'scroll table' }, h('table', { class: 'rows dense' },
    h('thead', {}, h('tr', {}, h('th', { class: 'sticky' }, 'Label'), summaries.map((name) => h('th', { class: 'number' }, name.toLowerCase())),
      times.map((time) => h('th', { class: 'number' }, minute(time))))),
    h('tbody', {}, lines.filter((line) => line.points.length > 0).map((line) => h('tr', {}, h('td', { class: 'sticky' }, swatch(line), line.label),
      summaries.map((name) => h('td', { class: 'number' }, short(SUMMARIES[name](line.points.map((point) => point.value))))),
      times.map((time) => cell(line, time))))))));
}

/** The rows of a log widget as series: the first column that is a time, and each column of numbers; other texts name the series. */
export function logSeries({ columns, rows }) {
  const at = columns.findIndex((_, i) => rows.every((row) => TIME.test(row[i])));
  const numeric = columns.map((_, i) => i !== at && rows.every((row) => row[i] === null || Number.isFinite(Number(row[i]))));
  const found = new Map();
  for (const row of rows) {
    const group = row.filter((_, i) => i !== at && !numeric[i]).join(' ');
    columns.forEach((name, i) => {
      if (!numeric[i] || row[i] === null) return;
      const label = [group, numeric.filter(Boolean).length > 1 || !group ? name : ''].filter(Boolean).join(' ');
      const time = at < 0 ? 0 : Date.parse(row[at].replace(' ', 'T') + 'Z');
      if (!found.has(label)) found.set(label, []);
      found.get(label).push({ time, value: Number(row[i]) });
    });
  }
  return [...found].map(([label, points]) => ({ row: -1, label, points: points.sort((a, b) => a.time - b.time) }));
}
