// A deployed dashboard, widget by widget as CloudWatch would draw it, over what is held now.

import { h, replace, route, empty } from './dom.js';
import { live } from './live.js';
import { chart, logSeries } from './charts.js';
import { markdown } from './markdown.js';
import { resultTable } from './table.js';

const RANGES = [['', 'Fit to data'], ['PT5M', '5 minutes'], ['PT15M', '15 minutes'], ['PT1H', '1 hour'], ['PT3H', '3 hours']];

export function dashboard(main, [wanted], parameters) {
  let range = parameters.get('range') ?? '';
  const chosen = {};
  const head = h('div', { class: 'head' });
  const inputs = h('div', { class: 'filters' });
  const grid = h('div', { class: 'grid' });
  const widgets = [];
  let drawnHead = '';
  let answer = null;
  replace(main, head, inputs, grid);

  const updates = live(() => '/console/api/dashboard?' + new URLSearchParams({
    ...(wanted ? { name: wanted } : {}), ...(range ? { range } : {}), ...chosen }), (found) => {
    answer = found;
    draw();
  }, (error) => replace(grid, empty('No answer', error.message)));
  const resized = new ResizeObserver(() => widgets.forEach((one) => answer && one.draw(answer, true)));

  function draw() {
    document.title = (answer.name ?? 'Dashboards') + ' · SRE Observability';
    drawHead();
    if (answer.name === undefined) {
      widgets.length = 0;
      replace(grid, empty('No dashboard yet', 'scripts/setup_cloudwatch_dashboard.sh --endpoint-url ' + location.origin + ' puts ours here.'));
      return;
    }
    const same = widgets.length === answer.widgets.length && widgets.every((one, i) => one.fits(answer.widgets[i]));
    if (!same) {
      widgets.length = 0;
      widgets.push(...answer.widgets.map(widgetFor));
      replace(grid, widgets.map((one) => one.element));
      resized.disconnect();
      resized.observe(grid);
    }
    widgets.forEach((one, i) => one.show(answer.widgets[i], answer));
  }

  /** Only anew if it says something new: somebody may be typing in it. */
  function drawHead() {
    const now = JSON.stringify([answer.names, answer.name, answer.variables]);
    if (now === drawnHead) return;
    drawnHead = now;
    replace(head, h('h1', {}, answer.name ?? 'Dashboards'), h('span', { class: 'space' }),
      answer.names.length > 1 && select('Dashboard', answer.names.map((name) => [name, name]), answer.name, (name) => {
        location.hash = route('dashboard/' + encodeURIComponent(name));
      }),
      select('Time range', RANGES, range, (value) => {
        range = value;
        history.replaceState(null, '', route('dashboard' + (wanted ? '/' + encodeURIComponent(wanted) : ''), range ? { range } : {}));
        updates.poke();
      }));
    replace(inputs, (answer.variables ?? []).filter((one) => one.visible !== false).map(variable));
  }

  function select(label, options, current, chose) {
    return h('select', { class: 'small', 'aria-label': label, onchange: (event) => chose(event.target.value) },
      options.map(([value, text]) => h('option', { value, selected: value === current }, text)));
  }

  function variable(one) {
    const set = (value) => {
      chosen['variable.' + one.id] = value;
      updates.poke();
    };
    const values = one.values ?? [];
    return h('label', {}, h('span', {}, one.label ?? one.id), values.length > 0
      ? h('select', { onchange: (event) => set(event.target.value) }, values.map((each) =>
        h('option', { value: each.value, selected: each.value === one.defaultValue }, each.label ?? each.value)))
      : h('input', { type: 'text', value: one.defaultValue ?? '', spellcheck: 'false', onchange: (event) => set(event.target.value) }));
  }

  return () => {
    updates.stop();
    resized.disconnect();
  };
}

function widgetFor(first) {
  const { x, y, width = 6, height = 6 } = first.place;
  const body = h('div', { class: 'widget-body' });
  const element = h('section', { class: 'card widget ' + (first.type === 'text' ? 'text' : 'data'), style: {
    '--column': x === undefined ? 'auto' : x + 1, '--columns': width, '--row': y === undefined ? 'auto' : y + 1, '--rows': height } },
  first.properties.title && h('h2', {}, first.properties.title), body);
  const identity = JSON.stringify([first.type, first.place, first.properties]);
  let view = null;
  let drawn = '';

  /** Charts move with the time; tables and texts are left alone as long as they say the same. */
  function draw(range, anew) {
    if (view === null) return;
    const moving = view.type === 'metric' && !['table', 'singleValue', 'gauge', 'pie', 'bar'].includes(view.properties.view);
    const now = JSON.stringify([view, moving ? [range.from, range.to] : null]);
    if (now === drawn && !anew) return;
    if (!anew && drawn !== '' && moving && element.matches(':hover') && drawn.startsWith(JSON.stringify([view]).slice(0, -1))) return;
    drawn = now;
    const top = body.firstElementChild?.scrollTop ?? 0;
    fill(range);
    if (body.firstElementChild) body.firstElementChild.scrollTop = top;
  }

  function fill(range) {
    if (view.error !== undefined) replace(body, h('p', { class: 'nothing bad' }, view.error));
    else if (view.type === 'text') replace(body, markdown(view.properties.markdown ?? ''));
    else if (view.type === 'metric') chart(body, view.properties, view.series, range);
    else if (view.table.rows.length === 0) replace(body, h('p', { class: 'nothing' }, 'No rows in this time range'));
    else if (['timeSeries', 'bar', 'pie'].includes(view.properties.view)) chart(body, view.properties, logSeries(view.table), range);
    else replace(body, resultTable(view.table));
  }

  return {
    element,
    fits: (other) => JSON.stringify([other.type, other.place, other.properties]) === identity,
    show: (now, range) => {
      view = now;
      draw(range, false);
    },
    draw,
  };
}
