// Logs Insights queries: the saved ones at a click, and any other.

import { h, replace, route, empty } from './dom.js';
import { plural } from './format.js';
import { get, live } from './live.js';
import { resultTable } from './table.js';

const RANGES = [['', 'All there is, up to 3 hours'], ['PT5M', 'Last 5 minutes'], ['PT15M', 'Last 15 minutes'], ['PT1H', 'Last hour'], ['P1D', 'Last day']];
const BYTES = [[1e6, 'MB'], [1e3, 'kB'], [1, 'bytes']];

export function queries(main, _path, parameters) {
  document.title = 'Queries · SRE Observability';
  const list = h('ul', { class: 'saved' });
  const about = h('h2', {}, 'Query');
  const text = h('textarea', { rows: 9, spellcheck: 'false', 'aria-label': 'Query', autocapitalize: 'off' });
  const group = h('select', { 'aria-label': 'Log group', class: 'small' });
  const range = h('select', { 'aria-label': 'Time range', class: 'small' }, RANGES.map(([value, label]) => h('option', { value }, label)));
  const button = h('button', { type: 'submit', class: 'button main' }, 'Run');
  const said = h('p', { class: 'muted', role: 'status' });
  const result = h('div', { class: 'card result' }, empty('No query has been run', 'Choose a saved one, or write your own: Ctrl+Enter runs it.'));
  let saved = [];
  let round = 0;

  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run();
  });
  replace(main, h('div', { class: 'head' }, h('h1', {}, 'Queries')),
    h('div', { class: 'workbench' }, h('nav', { class: 'card', 'aria-label': 'Saved queries' }, h('h2', {}, 'Saved queries'), list),
      h('div', { class: 'bench' }, h('form', { class: 'card editor', onsubmit: (event) => {
        event.preventDefault();
        run();
      } }, about, text, h('div', { class: 'editor-foot' }, group, range, button, h('span', { class: 'space' }), said)), result)));

  const updates = live(() => '/console/api/queries', (found) => {
    saved = found.queries;
    const current = group.value || 'aws/spans';
    replace(group, found.groups.map((name) => h('option', { value: name, selected: name === current }, name)));
    drawList(null);
    const wanted = saved.find((one) => one.name === parameters.get('name'));
    if (wanted && round === 0) choose(wanted);
  }, (error) => replace(list, h('li', { class: 'pad' }, error.message)));

  function drawList(current) {
    replace(list, saved.length === 0
      ? h('li', { class: 'pad muted' }, 'None yet. scripts/setup_cloudwatch_dashboard.sh --endpoint-url ' + location.origin + ' puts ours here.')
      : saved.map((one) => h('li', {}, h('button', { type: 'button', 'aria-current': one === current ? 'true' : null, onclick: () => choose(one) },
        one.name.split('/').at(-1), one.name.includes('/') && h('span', { class: 'muted' }, one.name.slice(0, one.name.lastIndexOf('/')))))));
  }

  function choose(one) {
    about.textContent = one.name.split('/').at(-1);
    text.value = one.query;
    if (one.groups.length > 0) group.value = one.groups[0];
    drawList(one);
    history.replaceState(null, '', route('queries', { name: one.name }));
    run();
  }

  async function run() {
    const mine = ++round;
    said.textContent = 'running';
    button.disabled = true;
    const began = performance.now();
    const ownSource = /^\s*source\b/i.test(text.value);
    try {
      const answer = await get('/console/api/query?' + new URLSearchParams({
        query: text.value, ...(ownSource ? {} : { group: group.value }), ...(range.value ? { range: range.value } : {}) }));
      if (mine === round) show(answer, Math.round(performance.now() - began));
    } catch (error) {
      if (mine === round) replace(result, empty('No answer', error.message));
    } finally {
      if (mine === round) button.disabled = false;
    }
  }

  function show({ table, problem }, millis) {
    if (problem) {
      said.textContent = 'not understood';
      replace(result, wrong(problem));
      if (problem.end > problem.start) text.setSelectionRange(problem.start, problem.end);
      return;
    }
    const { recordsMatched, recordsScanned, bytesScanned } = table.statistics;
    const [size, unit] = BYTES.find(([size]) => bytesScanned >= size) ?? BYTES.at(-1);
    said.textContent = plural(table.rows.length, 'row') + ' · ' + recordsMatched.toLocaleString('en') + ' of ' + plural(recordsScanned, 'record')
      + ' matched · ' + (bytesScanned / size).toFixed(unit === 'bytes' ? 0 : 1) + ' ' + unit + ' · ' + millis + ' ms';
    replace(result, table.rows.length === 0 ? empty('No rows', 'A wrong field path gives no rows and no error.') : resultTable(table));
  }

  /** The sentence, and the line of the query with the place marked. */
  function wrong({ message, start, end }) {
    const query = text.value;
    const from = query.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
    const to = query.indexOf('\n', start) < 0 ? query.length : query.indexOf('\n', start);
    return h('div', { class: 'wrong' }, h('p', { class: 'bad' }, message), end > start && h('pre', {}, query.slice(from, start),
      h('mark', {}, query.slice(start, Math.min(end, to)) || ' '), query.slice(Math.min(end, to), to)));
  }

  return updates.stop;
}
