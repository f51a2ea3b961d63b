// The list of investigations, newest first.

import { h, replace, route, empty, chips } from './dom.js';
import { clock, duration, plural } from './format.js';
import { live } from './live.js';

const FIELDS = [
  ['user', 'User', 'Alice'],
  ['id', 'Investigation or trace id', 'investigation_…'],
  ['span', 'Span name', 'tool.get_pod_status'],
  ['error', 'Error', 'connection_refused'],
];

export function investigations(main, _path, parameters) {
  document.title = 'Investigations · SRE Observability';
  const filter = Object.fromEntries(parameters);
  const chosen = [];
  const list = h('div', { class: 'card list' });
  const count = h('span', { class: 'muted' });
  const compareLink = h('a', { class: 'button', 'aria-disabled': 'true' }, 'Compare two');
  let answer = null;

  const updates = live(() => '/console/api/investigations?' + new URLSearchParams(filter), (found) => {
    answer = found;
    draw();
  }, (error) => replace(list, empty('No answer', error.message)));

  function set(key, value) {
    if (value) filter[key] = value;
    else delete filter[key];
    history.replaceState(null, '', route('', filter));
    updates.poke();
  }

  function choose(traceId, on) {
    const at = chosen.indexOf(traceId);
    if (at >= 0) chosen.splice(at, 1);
    if (on) chosen.push(traceId);
    if (chosen.length > 2) chosen.shift();
    draw();
  }

  function draw() {
    const focused = document.activeElement?.dataset?.key;
    const longest = Math.max(1, ...answer.traces.map((one) => one.duration));
    count.textContent = plural(answer.traces.length, 'shown', 'shown') + ' of ' + plural(answer.held, 'trace');
    if (chosen.length === 2) {
      // The earlier one on the left, whichever was ticked first.
      const order = answer.traces.map((one) => one.traceId);
      const [right, left] = [...chosen].sort((a, b) => order.indexOf(a) - order.indexOf(b));
      compareLink.setAttribute('href', route('compare', { left, right }));
      compareLink.removeAttribute('aria-disabled');
    } else {
      compareLink.removeAttribute('href');
      compareLink.setAttribute('aria-disabled', 'true');
    }
    if (answer.traces.length === 0) {
      replace(list, Object.keys(filter).length > 0
        ? empty('Nothing matches', 'Take a filter away, or look at all traces.')
        : empty('No investigation yet', 'Ask something: scripts/run_observability_demo.sh plays three scenarios.'));
      return;
    }
    replace(list, h('table', { class: 'rows' },
      h('thead', {}, h('tr', {},
        h('th', { class: 'tick' }, h('span', { class: 'hidden' }, 'Compare')),
        h('th', {}, 'Started'), h('th', { class: 'wide' }, 'Investigation'), h('th', {}, 'User'),
        h('th', { class: 'number' }, 'Duration'), h('th', {}, 'Agents'),
        h('th', { class: 'number optional' }, 'Spans'), h('th', { class: 'number' }, 'Errors'))),
      h('tbody', {}, answer.traces.map((one) => row(one, longest)))));
    if (focused) list.querySelector('[data-key="' + CSS.escape(focused) + '"]')?.focus();
  }

  function row(one, longest) {
    const address = route('trace/' + one.traceId);
    const title = one.query ?? one.name;
    return h('tr', { class: one.errors > 0 ? 'failed' : null, onclick: (event) => {
      if (!event.target.closest('a, input, label')) location.hash = address;
    } },
    h('td', { class: 'tick' }, h('input', {
      type: 'checkbox', checked: chosen.includes(one.traceId), 'data-key': 'tick-' + one.traceId,
      'aria-label': 'Compare ' + title, onchange: (event) => choose(one.traceId, event.target.checked),
    })),
    h('td', { class: 'time' }, clock(one.start)),
    h('td', { class: 'wide' },
      h('a', { class: 'title', href: address, 'data-key': 'row-' + one.traceId }, title),
      h('span', { class: 'id' }, one.investigationId ?? one.traceId)),
    h('td', { class: 'user' }, one.user ?? '–'),
    h('td', { class: 'number' },
      one.running ? h('span', { class: 'running' }, 'running') : duration(one.duration),
      h('span', { class: 'meter' }, h('span', { style: { width: (100 * one.duration) / longest + '%' } }))),
    h('td', { class: 'chips' }, chips(one.agents)),
    h('td', { class: 'number optional' }, one.spans),
    h('td', { class: 'number' }, one.errors > 0 ? h('span', { class: 'bad' }, one.errors) : h('span', { class: 'muted' }, '0')));
  }

  replace(main,
    h('div', { class: 'head' }, h('h1', {}, 'Investigations'), count, h('span', { class: 'space' }), compareLink),
    h('form', { class: 'filters', role: 'search', onsubmit: (event) => event.preventDefault() },
      FIELDS.map(([key, label, example]) => h('label', {}, h('span', {}, label), h('input', {
        type: 'search', name: key, placeholder: example, autocomplete: 'off', spellcheck: 'false',
        value: filter[key] ?? null, oninput: (event) => set(key, event.target.value.trim()),
      }))),
      h('div', { class: 'toggles' }, toggle('failed', 'Failed only'), toggle('all', 'All traces'))),
    list);

  function toggle(key, label) {
    return h('label', { class: 'toggle' }, h('input', {
      type: 'checkbox', name: key, checked: key in filter, onchange: (event) => set(key, event.target.checked ? 'yes' : ''),
    }), label);
  }

  return updates.stop;
}
