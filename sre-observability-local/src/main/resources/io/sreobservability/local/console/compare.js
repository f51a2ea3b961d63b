// Two traces side by side: what each did, how often and how long, and where their attributes differ.

import { h, replace, route, empty, chips } from './dom.js';
import { clock, duration } from './format.js';
import { get, live } from './live.js';

export function compare(main, _path, parameters) {
  document.title = 'Compare · SRE Observability';
  const chosen = { left: parameters.get('left') ?? '', right: parameters.get('right') ?? '' };
  const result = h('div', {});
  const pickers = h('div', { class: 'filters' });
  let known = [];
  let round = 0;

  const updates = live(() => '/console/api/investigations?limit=200', (found) => {
    const before = JSON.stringify(known);
    known = found.traces;
    if (JSON.stringify(known) === before) return;
    propose();
    drawPickers();
  }, (error) => replace(result, empty('No answer', error.message)));

  /** Without a choice: the newest, against the one before it that asked the same. */
  function propose() {
    if (!chosen.right && known.length > 1) chosen.right = known[0].traceId;
    const right = known.find((one) => one.traceId === chosen.right);
    if (!chosen.left && right) {
      const others = known.filter((one) => one !== right);
      chosen.left = (others.find((one) => one.query !== undefined && one.query === right.query) ?? others[0])?.traceId ?? '';
    }
    if (chosen.left && chosen.right) load();
  }

  function drawPickers() {
    replace(pickers, picker('left', 'Left'), picker('right', 'Right'));
    if (known.length < 2 && !(chosen.left && chosen.right)) {
      replace(result, empty('Nothing to compare yet', 'Two investigations are needed. Scenario 2 of the demo asks one question for Alice and for Carol.'));
    }
  }

  function picker(side, label) {
    return h('label', {}, h('span', {}, label), h('select', { name: side, onchange: (event) => {
      chosen[side] = event.target.value;
      history.replaceState(null, '', route('compare', chosen));
      load();
    } },
    !known.some((one) => one.traceId === chosen[side]) && h('option', { value: chosen[side], selected: true }, chosen[side] || 'choose'),
    known.map((one) => h('option', { value: one.traceId, selected: one.traceId === chosen[side] },
      clock(one.start) + '  ' + (one.user ?? '–') + '  ' + (one.query ?? one.name)))));
  }

  /** Answers may come in another order than they were asked for: only that to the last question counts. */
  async function load() {
    if (!chosen.left || !chosen.right) return;
    const mine = ++round;
    try {
      const answer = await get('/console/api/comparison?' + new URLSearchParams(chosen));
      if (mine === round) draw(answer);
    } catch (error) {
      if (mine === round) replace(result, empty('No answer', error.message));
    }
  }

  function draw({ left, right, operations, attributes }) {
    const largest = Math.max(1, ...operations.map((one) => Math.abs(longer(one))));
    replace(result,
      h('div', { class: 'sides' }, side(left), side(right)),
      h('section', { class: 'card' }, h('h2', {}, 'What is different'),
        attributes.length === 0 ? h('p', { class: 'muted pad' }, 'Operations of the same name have the same attributes.')
          : h('div', { class: 'scroll' }, h('table', { class: 'rows differences' },
            h('thead', {}, h('tr', {}, ['Operation', 'Attribute', 'Left', 'Right'].map((name) => h('th', {}, name)))),
            h('tbody', {}, attributes.map((one) => h('tr', {}, h('td', {}, carriers(one.operations)), h('td', {}, h('code', {}, one.key)),
              h('td', {}, values(one.left)), h('td', {}, values(one.right)))))))),
      h('section', { class: 'card' }, h('h2', {}, 'Operations'), h('div', { class: 'scroll' }, h('table', { class: 'rows operations' },
        h('thead', {}, h('tr', {}, h('th', {}, 'Operation'), h('th', { class: 'optional' }, 'Service'),
          h('th', { class: 'number' }, 'Calls'), h('th', { class: 'number' }, 'Errors'),
          h('th', { class: 'number' }, 'Left'), h('th', { class: 'number' }, 'Right'),
          h('th', { class: 'number' }, 'Difference'), h('th', { class: 'diverging' }, h('span', { class: 'hidden' }, 'as a bar')))),
        h('tbody', {}, operations.map((one) => operation(one, largest)))))));
  }

  /** By how many nanoseconds the right side is longer. */
  const longer = ({ left, right }) => right.totalNano - left.totalNano;

  const values = (list) => (list.length === 0 ? h('span', { class: 'muted' }, 'none') : clamped(list.join(', ')));
  const clamped = (text) => h('span', { class: 'value', title: text.slice(0, 2000) }, text.slice(0, 2000));
  const carriers = ([first, ...others]) => [first, others.length > 0 && h('span', { class: 'muted', title: others.join(', ') },
    ' and ' + others.length + ' more')];

  function side(one) {
    return h('section', { class: 'card side' },
      h('h2', {}, h('a', { href: route('trace/' + one.traceId) }, one.query ?? one.name)),
      h('dl', { class: 'facts' }, [['User', one.user ?? '–'], ['Started', clock(one.start)], ['Duration', duration(one.duration)],
        ['Spans', one.spans], ['Errors', one.errors]].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
      h('p', { class: 'chips' }, chips(one.agents)));
  }

  function operation(one, largest) {
    const { left, right } = one;
    const difference = longer(one);
    const both = (a, b) => (a === b ? a : a + ' → ' + b);
    const width = (50 * Math.abs(difference)) / largest + '%';
    return h('tr', { class: left.calls === 0 || right.calls === 0 ? 'one-sided' : null },
      h('td', {}, one.name), h('td', { class: 'muted optional' }, one.service),
      h('td', { class: 'number' }, both(left.calls, right.calls)),
      h('td', { class: left.errors + right.errors > 0 ? 'number bad' : 'number muted' }, both(left.errors, right.errors)),
      h('td', { class: 'number' }, left.calls > 0 ? duration(left.totalNano) : '–'),
      h('td', { class: 'number' }, right.calls > 0 ? duration(right.totalNano) : '–'),
      h('td', { class: 'number' }, (difference > 0 ? '+' : difference < 0 ? '−' : '') + duration(Math.abs(difference))),
      h('td', { class: 'diverging' }, Math.abs(difference) * 200 > largest && h('span', { class: difference > 0 ? 'longer' : 'shorter',
        style: difference > 0 ? { left: '50%', width } : { right: '50%', width } })));
  }

  replace(main, h('div', { class: 'head' }, h('h1', {}, 'Compare')), pickers, result);
  return updates.stop;
}
