// The spans of a trace on one time scale. Only the rows in view exist: a trace may have ten thousand.

import { h, s, replace } from './dom.js';
import { duration } from './format.js';

const ROW = 24;
const AHEAD = 10;
const TICKS = 4;
/** Widths of lanes are counted in these; critical stretches closer than two of them are drawn as one. */
const UNITS = 2000;
const COLOURS = 8;

/** choose(row or null) is told which span is selected, enter() that its panel is wanted. */
export function waterfall(choose, enter) {
  const rows = h('div', { class: 'wf-rows' });
  const scroller = h('div', { class: 'wf-scroll', role: 'treegrid', tabindex: '0', 'aria-label': 'Spans' }, rows);
  const axis = h('div', { class: 'wf-axis', 'aria-hidden': 'true' });
  const element = h('div', { class: 'wf' }, axis, scroller);
  const pool = [];
  const collapsed = new Set();
  let spans = [];
  let total = 1;
  let colours = new Map();
  let visible = [];
  let selected = null;
  let version = 0;
  let scheduled = false;

  scroller.addEventListener('scroll', later, { passive: true });
  scroller.addEventListener('keydown', key);
  scroller.addEventListener('click', click);
  const resized = new ResizeObserver(later);
  resized.observe(scroller);

  function show(trace) {
    spans = trace.rows;
    total = Math.max(1, trace.trace.duration);
    colours = new Map();
    for (const row of spans) {
      // The server leaves out what most rows do not have.
      row.critical ??= [];
      row.logs ??= 0;
      if (!colours.has(row.service)) colours.set(row.service, colours.size % COLOURS);
    }
    replace(axis, h('span', { class: 'wf-name' }, 'Span'), h('span', { class: 'wf-lane' }, ticks()),
      h('span', { class: 'wf-time' }, 'Time'));
    layout();
  }

  function ticks() {
    return Array.from({ length: TICKS + 1 }, (_, i) =>
      h('span', { class: 'tick', style: { left: (100 * i) / TICKS + '%' } }, i === 0 ? '0' : duration((total * i) / TICKS)));
  }

  /** Which rows are there at all, after what was collapsed. */
  function layout() {
    visible = [];
    for (let i = 0; i < spans.length; i = collapsed.has(spans[i].id) ? spans[i].end : i + 1) visible.push(i);
    rows.style.height = visible.length * ROW + 'px';
    scroller.setAttribute('aria-rowcount', visible.length);
    version++;
    draw();
  }

  function later() {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      draw();
    });
  }

  function draw() {
    const from = Math.max(0, Math.floor(scroller.scrollTop / ROW) - AHEAD);
    const to = Math.min(visible.length, Math.ceil((scroller.scrollTop + scroller.clientHeight) / ROW) + AHEAD);
    while (pool.length < to - from) pool.push(emptyRow());
    const used = new Set();
    for (let at = from; at < to; at++) {
      const row = pool[at % pool.length];
      used.add(row);
      if (row.at !== at || row.version !== version) fill(row, at);
    }
    for (const row of pool) {
      if (!used.has(row) && row.at !== -1) {
        row.at = -1;
        row.element.hidden = true;
      }
    }
  }

  function emptyRow() {
    const twisty = h('span', { class: 'twisty' });
    const dot = h('span', { class: 'dot' });
    const label = h('span', { class: 'label' });
    const marks = h('span', { class: 'marks' });
    const name = h('div', { class: 'wf-name', role: 'gridcell' }, twisty, dot, label, marks);
    const bar = h('span', { class: 'bar' });
    const path = s('path', {});
    const critical = s('svg', { class: 'critical', viewBox: '0 0 ' + UNITS + ' 1', preserveAspectRatio: 'none' }, path);
    const lane = h('div', { class: 'wf-lane', role: 'gridcell' }, bar, critical);
    const time = h('div', { class: 'wf-time', role: 'gridcell' });
    const row = h('div', { class: 'wf-row', role: 'row' }, name, lane, time);
    rows.append(row);
    return { element: row, name, twisty, dot, label, marks, bar, path, time, at: -1, version: 0 };
  }

  function fill(row, at) {
    const span = spans[visible[at]];
    const parent = span.end > visible[at] + 1;
    row.at = at;
    row.version = version;
    const { element } = row;
    element.hidden = false;
    element.id = 'span-' + span.id;
    element.style.transform = 'translateY(' + at * ROW + 'px)';
    element.className = 'wf-row s' + colours.get(span.service) + (span.error ? ' error' : '')
      + (span.critical.length > 0 ? ' on-path' : '') + (span.id === selected ? ' selected' : '');
    element.dataset.at = at;
    element.setAttribute('aria-level', span.depth + 1);
    element.setAttribute('aria-rowindex', at + 1);
    element.setAttribute('aria-selected', span.id === selected);
    if (parent) element.setAttribute('aria-expanded', !collapsed.has(span.id));
    else element.removeAttribute('aria-expanded');
    row.name.style.paddingLeft = 8 + Math.min(span.depth, 24) * 14 + 'px';
    row.twisty.textContent = parent ? (collapsed.has(span.id) ? '▸' : '▾') : '';
    row.label.textContent = span.name;
    row.name.title = span.name + ' · ' + span.service + (span.detached ? ' · its caller did not arrive' : '');
    drawMarks(row.marks, span, parent && collapsed.has(span.id) ? span.end - visible[at] - 1 : 0);
    row.bar.style.left = (100 * span.start) / total + '%';
    row.bar.style.width = (100 * span.duration) / total + '%';
    row.path.setAttribute('d', stretches(span));
    row.time.textContent = duration(span.duration);
  }

  /** Most rows have none: then nothing is touched, which is what makes scrolling smooth. */
  function drawMarks(marks, span, hidden) {
    const none = !span.detached && hidden === 0 && span.logs === 0 && !span.error;
    if (none && !marks.hasChildNodes()) return;
    replace(marks,
      span.detached && h('span', { class: 'mark' }, 'caller missing'),
      hidden > 0 && h('span', { class: 'mark' }, '+' + hidden),
      span.logs > 0 && h('span', { class: 'mark logs' }, span.logs + ' log' + (span.logs > 1 ? 's' : '')),
      span.error && h('span', { class: 'mark bad', title: 'failed' }, '!'));
  }

  function stretches(span) {
    if (span.line === undefined) {
      let line = '';
      let reached = -10;
      for (let i = 0; i < span.critical.length; i += 2) {
        const from = (UNITS * span.critical[i]) / total;
        const to = Math.max(from + 1, (UNITS * span.critical[i + 1]) / total);
        line += from - reached < 2 ? 'H' + to.toFixed(1) : 'M' + from.toFixed(1) + ' .5H' + to.toFixed(1);
        reached = to;
      }
      span.line = line;
    }
    return span.line;
  }

  function place() {
    return visible.findIndex((index) => spans[index].id === selected);
  }

  function select(at, quiet) {
    const span = spans[visible[at]];
    if (!span) return;
    selected = span.id;
    scroller.setAttribute('aria-activedescendant', 'span-' + span.id);
    reveal(at);
    version++;
    draw();
    if (!quiet) choose(span);
  }

  function reveal(at) {
    const top = at * ROW;
    const height = scroller.clientHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top - ROW;
    else if (top + ROW > scroller.scrollTop + height) scroller.scrollTop = top + 2 * ROW - height;
  }

  /** Selects a span by its place among all rows, opening what hides it. */
  function go(index) {
    for (let i = 0; i < index; i++) if (spans[i].end > index) collapsed.delete(spans[i].id);
    layout();
    select(visible.indexOf(index));
    scroller.focus({ preventScroll: true });
  }

  function fold(at, shut) {
    const span = spans[visible[at]];
    if (span.end <= visible[at] + 1) return false;
    if (shut === collapsed.has(span.id)) return false;
    if (shut) collapsed.add(span.id);
    else collapsed.delete(span.id);
    layout();
    return true;
  }

  function click(event) {
    const row = event.target.closest('.wf-row');
    if (!row) return;
    const at = Number(row.dataset.at);
    if (event.target.closest('.twisty') && fold(at, !collapsed.has(spans[visible[at]].id))) return;
    select(at);
  }

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = place();
    const action = {
      ArrowDown: () => select(Math.min(visible.length - 1, at + 1)),
      ArrowUp: () => select(Math.max(0, at - 1)),
      PageDown: () => select(Math.min(visible.length - 1, at + page())),
      PageUp: () => select(Math.max(0, at - page())),
      Home: () => select(0),
      End: () => select(visible.length - 1),
      ArrowRight: () => at >= 0 && (fold(at, false) || select(Math.min(visible.length - 1, at + 1))),
      ArrowLeft: () => at >= 0 && (fold(at, true) || select(above(at))),
      Enter: () => (at < 0 ? select(0) : enter()),
      Escape: () => clear(),
      e: () => next((span) => span.error),
      c: () => next((span) => span.critical.length > 0),
    }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  const page = () => Math.max(1, Math.floor(scroller.clientHeight / ROW) - 1);

  function above(at) {
    const { depth } = spans[visible[at]];
    for (let i = at - 1; i >= 0; i--) if (spans[visible[i]].depth < depth) return i;
    return at;
  }

  /** The next span of all rows for which it holds, from the top again after the last. */
  function next(holds) {
    const at = place();
    const from = at < 0 ? -1 : visible[at];
    for (let step = 1; step <= spans.length; step++) {
      const index = (from + step) % spans.length;
      if (holds(spans[index])) return go(index);
    }
  }

  function clear() {
    selected = null;
    scroller.removeAttribute('aria-activedescendant');
    version++;
    draw();
    choose(null);
  }

  return {
    element,
    show,
    go,
    clear,
    focus: () => scroller.focus({ preventScroll: true }),
    colour: (service) => colours.get(service) ?? 0,
    services: () => [...colours.keys()],
    stop: () => resized.disconnect(),
  };
}
