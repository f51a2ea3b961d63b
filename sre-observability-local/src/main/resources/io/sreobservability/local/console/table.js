// Rows of a query, as a table.

import { h, route } from './dom.js';
import { short } from './format.js';

const MOST_ROWS = 1000;
const TRACE_ID = /^[0-9a-f]{32}$/;
const NUMBER = /^-?\d+(\.\d+)?([eE]-?\d+)?$/;
const TIME = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d/;

/** columns and rows as the server sends them: texts, null where a row has no such field. */
export function resultTable({ columns, rows }) {
  const numeric = columns.map((_, i) => rows.length > 0 && rows.every((row) => row[i] === null || NUMBER.test(row[i])));
  return h('div', { class: 'scroll table' }, h('table', { class: 'rows dense' },
    h('thead', {}, h('tr', {}, columns.map((name, i) => h('th', { class: numeric[i] ? 'number' : null }, name)))),
    h('tbody', {}, rows.slice(0, MOST_ROWS).map((row) => h('tr', {}, row.map((value, i) => cell(value, numeric[i])))))),
  rows.length > MOST_ROWS && h('p', { class: 'muted pad' }, 'The first ' + MOST_ROWS + ' of ' + rows.length + ' rows.'));
}

function cell(value, numeric) {
  if (value === null) return h('td', { class: 'muted' }, '');
  if (numeric) return h('td', { class: 'number', title: value }, value.includes('.') ? short(Number(value)) : value);
  if (TRACE_ID.test(value)) {
    return h('td', {}, h('a', { class: 'trace-link', href: route('trace/' + value), title: value }, value.slice(0, 8) + '…'));
  }
  return h('td', { class: TIME.test(value) ? 'time' : value === 'ERROR' ? 'bad' : null }, value);
}
