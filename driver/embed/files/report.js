'use strict';
// The findings lie in the page as JSON; everything else is built from them, as
// text nodes, so that nothing in a source file can become markup.
const data = JSON.parse(document.getElementById('data').textContent);
const list = document.getElementById('list'), detail = document.getElementById('detail');
const chosen = { rule: null, families: null, file: null, fn: null };
const sorting = { key: 'file', down: false };
let current = null, step = 0;

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const label = { rule: 'Rule', families: 'Family, and where it went', file: 'File', fn: 'Function' };
const valueOf = {
  rule: (i) => i.rule,
  families: (i) => i.families ? i.families.replace(' -> ', ' → ') : '(unknown)',
  file: (i) => i.file,
  fn: (i) => i.fn || '(outside of functions)',
};
const compare = {
  rule: (a, b) => a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0,
  file: (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  fn: (a, b) => a.fn < b.fn ? -1 : a.fn > b.fn ? 1 : 0,
  steps: (a, b) => a.steps.length - b.steps.length,
  message: (a, b) => a.message < b.message ? -1 : a.message > b.message ? 1 : 0,
};

function words() {
  return document.getElementById('search').value.toLowerCase().split(/\s+/).filter(Boolean);
}

function passes(issue, except) {
  for (const kind of Object.keys(chosen))
    if (kind !== except && chosen[kind] !== null && valueOf[kind](issue) !== chosen[kind]) return false;
  if (document.getElementById('sure').checked && issue.confidence !== 'high') return false;
  const text = [issue.rule, issue.message, issue.families, issue.file, issue.fn].join(' ').toLowerCase();
  return words().every((word) => text.includes(word));
}

function shown() {
  const order = compare[sorting.key];
  const all = data.issues.filter((issue) => passes(issue));
  all.sort((a, b) => (sorting.down ? -1 : 1) * order(a, b) || a.id - b.id);
  return all;
}

function summary(kind) {
  const counts = new Map();
  for (const issue of data.issues)
    if (passes(issue, kind)) counts.set(valueOf[kind](issue), (counts.get(valueOf[kind](issue)) || 0) + 1);
  const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return make('section', {}, make('h2', {}, label[kind]), make('ul', {}, ...rows.map(([name, count]) =>
    make('li', {}, make('button', {
      'aria-pressed': String(chosen[kind] === name),
      title: kind === 'rule' ? data.rules[name].summary : name,
      onclick: () => { chosen[kind] = chosen[kind] === name ? null : name; drawList(); },
    }, make('span', { class: 'count' }, String(count)), make('span', { class: 'name' },
      kind === 'rule' ? name + ': ' + data.rules[name].summary : name))))));
}

function heading(key, text) {
  const arrow = sorting.key === key ? (sorting.down ? ' ▼' : ' ▲') : '';
  return make('th', { 'aria-sort': sorting.key === key ? (sorting.down ? 'descending' : 'ascending') : 'none' },
    make('button', {
      onclick: () => { sorting.down = sorting.key === key && !sorting.down; sorting.key = key; drawList(); },
    }, text + arrow));
}

function drawList() {
  document.getElementById('summaries').replaceChildren(...Object.keys(chosen).map(summary));
  const issues = shown();
  document.getElementById('count').textContent = issues.length + ' of ' + data.issues.length + ' findings';
  document.getElementById('table').replaceChildren(
    make('thead', {}, make('tr', {}, heading('rule', 'Rule'), heading('file', 'Place'),
      heading('fn', 'Function'), heading('message', 'Finding'), heading('steps', 'Steps'))),
    make('tbody', {}, ...issues.map((issue) => make('tr', { onclick: () => { location.hash = '#' + issue.id; } },
      make('td', { class: 'rule' }, issue.rule),
      make('td', { class: 'place' }, make('a', { href: '#' + issue.id }, issue.file + ':' + issue.line)),
      make('td', { class: 'place' }, issue.fn),
      make('td', {}, issue.message, issue.confidence === 'high' ? null
        : make('span', { class: 'quiet' }, ' (inferred)')),
      make('td', {}, String(issue.steps.length))))));
}

// --- one finding -------------------------------------------------------------

// A line with the ranges of the steps on it marked; columns count bytes.
function marked(text, ranges) {
  const bytes = new TextEncoder().encode(text), decoder = new TextDecoder();
  const on = new Array(bytes.length).fill(false);
  for (const [from, to] of ranges)
    for (let i = from - 1; i < Math.min(to, bytes.length); ++i) on[i] = true;
  const parts = [];
  for (let start = 0; start < bytes.length;) {
    let end = start;
    while (end < bytes.length && on[end] === on[start]) ++end;
    const piece = decoder.decode(bytes.slice(start, end));
    parts.push(on[start] ? make('mark', {}, piece) : piece);
    start = end;
  }
  return make('span', {}, ...parts);
}

function bubble(issue, index) {
  const s = issue.steps[index], last = index === issue.steps.length - 1;
  return make('div', {
    class: 'step' + (last ? ' defect' : ''), id: 'step-' + index,
    style: 'margin-left: calc(4.5rem + ' + Math.min(s.depth, 8) + 'rem)',
    onclick: () => go(index),
  }, make('span', { class: 'number' }, (index + 1) + '.'), ' ', s.text);
}

function sourceOf(issue, file) {
  const lines = data.files[file] || {}, steps = issue.steps.map((s, i) => [s, i]).filter(([s]) => s.file === file);
  const near = new Set();
  for (const [s] of steps)
    for (let n = s.line - data.context; n <= s.line + data.context; ++n) if (n in lines) near.add(n);
  for (const [s] of steps) near.add(s.line);
  const rows = [];
  let before = 0;
  for (const n of [...near].sort((a, b) => a - b)) {
    if (n > before + 1) rows.push(make('div', { class: 'row gap' }, '…'));
    before = n;
    const here = steps.filter(([s]) => s.line === n);
    const ranges = here.map(([s]) => [s.column, s.endLine > s.line ? 1e9 : Math.max(s.column, s.endColumn)]);
    rows.push(make('div', { class: 'row' }, make('span', { class: 'number' }, String(n)),
      marked(lines[n] === undefined ? '' : lines[n], ranges)));
    rows.push(...here.map(([, i]) => bubble(issue, i)));
  }
  return make('section', {}, make('h2', {}, file), make('div', { class: 'source' }, ...rows));
}

function go(index) {
  step = Math.max(0, Math.min(index, current.steps.length - 1));
  document.querySelectorAll('.step.now').forEach((e) => e.classList.remove('now'));
  const element = document.getElementById('step-' + step);
  element.classList.add('now');
  element.scrollIntoView({ block: 'center' });
  document.getElementById('where').textContent = 'step ' + (step + 1) + ' of ' + current.steps.length;
}

function neighbour(by) {
  const issues = shown(), at = issues.indexOf(current) + by;
  if (at >= 0 && at < issues.length) location.hash = '#' + issues[at].id;
}

function drawDetail(issue) {
  current = issue;
  const files = [...new Set([issue.file, ...issue.steps.map((s) => s.file)])];
  const rule = data.rules[issue.rule];
  detail.replaceChildren(
    make('div', { class: 'bar' },
      make('button', { onclick: () => { location.hash = ''; } }, '← All findings'),
      make('button', { onclick: () => go(step - 1), title: 'key k' }, '◀ Step'),
      make('button', { onclick: () => go(step + 1), title: 'key j' }, 'Step ▶'),
      make('span', { id: 'where', class: 'quiet' }), make('span', { class: 'grow' }),
      make('button', { onclick: () => neighbour(-1), title: 'key p' }, 'Previous finding'),
      make('button', { onclick: () => neighbour(1), title: 'key n' }, 'Next finding')),
    make('h1', {}, issue.message),
    make('p', {}, make('strong', {}, 'custody.' + issue.rule), ' in ',
      make('code', {}, issue.file + ':' + issue.line + ':' + issue.column),
      issue.fn ? ' (' + issue.fn + ')' : '',
      issue.families ? ' · ' + valueOf.families(issue) : '',
      issue.confidence === 'high' ? '' : ' · rests on what names of declarations suggest'),
    ...files.map((file) => sourceOf(issue, file)),
    make('details', {}, make('summary', {}, 'What rule ' + issue.rule + ' means, and how to mend it'),
      make('div', { class: 'page' }, rule.page)));
}

function route() {
  const issue = data.issues.find((each) => '#' + each.id === location.hash);
  list.hidden = Boolean(issue);
  detail.hidden = !issue;
  if (issue) {
    drawDetail(issue);
    go(issue.steps.length - 1);
  } else {
    current = null;
    drawList();
  }
}

document.getElementById('search').addEventListener('input', drawList);
document.getElementById('sure').addEventListener('change', drawList);
addEventListener('hashchange', route);
addEventListener('keydown', (event) => {
  if (!current || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'j') go(step + 1);
  if (event.key === 'k') go(step - 1);
  if (event.key === 'n') neighbour(1);
  if (event.key === 'p') neighbour(-1);
  if (event.key === 'Escape') location.hash = '';
});
route();
