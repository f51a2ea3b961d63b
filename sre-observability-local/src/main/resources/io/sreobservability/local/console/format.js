// Numbers and times as people read them.

const UNITS = [
  [86400e9, 'd', 0], [999.5e9, 's', 0, 1e9], [0.9995e9, 's', 2, 1e9], [9.95e6, 'ms', 0, 1e6], [0, 'ms', 1, 1e6],
];

/** Nanoseconds, as the terminal's waterfall writes them: a few digits and a unit. */
export function duration(nanos) {
  const [from, unit, digits, divisor] = UNITS.find(([least]) => nanos >= least) ?? UNITS.at(-1);
  return (nanos / (divisor ?? from)).toFixed(digits) + ' ' + unit;
}

export const percent = (part, whole) => (whole > 0 ? Math.round((100 * part) / whole) : 0) + ' %';

const two = (number) => String(number).padStart(2, '0');

/** Milliseconds since 1970 as the time of this machine; with the day if it is not today. */
export function clock(millis) {
  const date = new Date(millis);
  const time = two(date.getHours()) + ':' + two(date.getMinutes()) + ':' + two(date.getSeconds());
  return date.toDateString() === new Date().toDateString() ? time : day(date) + ' ' + time;
}

export const minute = (millis) => {
  const date = new Date(millis);
  return two(date.getHours()) + ':' + two(date.getMinutes());
};

const day = (date) => date.getFullYear() + '-' + two(date.getMonth() + 1) + '-' + two(date.getDate());

export const plural = (count, one, many) => count.toLocaleString('en') + ' ' + (count === 1 ? one : many ?? one + 's');

/** A value of a chart: short, with at most three digits that count. */
export function short(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1e9) return trim(value / 1e9) + 'G';
  if (size >= 1e6) return trim(value / 1e6) + 'M';
  if (size >= 1e4) return trim(value / 1e3) + 'k';
  return size >= 100 || Number.isInteger(value) ? String(Math.round(value)) : trim(value);
}

const trim = (value) => String(Number(value.toPrecision(3)));
