// Comfort only: keys, and the timeline's brush. Every page is complete without.
'use strict';

const store = {
  get: name => { try { return localStorage.getItem(name); } catch { return null; } },
  set: (name, value) => { try { localStorage.setItem(name, value); } catch { } },
};

// Keys

const items = () => [...document.querySelectorAll('.hits h3 a, table.claims .source a')];

function move(step) {
  const all = items();
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
  all[next]?.focus();
}

function nextTab() {
  const all = [...document.querySelectorAll('.tabs a')];
  const at = all.findIndex(a => a.getAttribute('aria-current'));
  if (at >= 0) all[(at + 1) % 4].click();
}

const keys = {
  '/': () => { const q = document.getElementById('q'); q?.focus(); q?.select(); },
  'j': () => move(1),
  'k': () => move(-1),
  't': nextTab,
  'f': () => document.querySelector('.facets a')?.focus(),
  '?': () => { location.href = '/help'; },
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  if (store.get('keys') === 'off' || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

const place = document.getElementById('keys-switch');
if (place) {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = store.get('keys') !== 'off';
  box.addEventListener('change', () => store.set('keys', box.checked ? 'on' : 'off'));
  label.append(box, ' Use these keys');
  place.append(label);
}

// Brush: drag over bars, or Shift with arrows on a bar; the form beneath is filled in.

const plot = document.querySelector('.timeline svg');
const from = document.getElementById('from'), to = document.getElementById('to');

if (plot && from && to) {
  const bars = [...plot.querySelectorAll('a[data-from]')];
  let start = -1, end = -1, dragged = false;

  const show = () => {
    const low = Math.min(start, end), high = Math.max(start, end);
    bars.forEach((bar, i) => bar.classList.toggle('brushed', i >= low && i <= high));
    from.value = bars[low].dataset.from;
    to.value = bars[high].dataset.to;
  };
  const barAt = event => {
    const at = bars.map(bar => bar.getBoundingClientRect());
    let best = 0;
    at.forEach((box, i) => { if (box.left <= event.clientX) best = i; });
    return best;
  };

  plot.addEventListener('pointerdown', event => {
    if (event.button !== 0 || !bars.length) return;
    start = end = barAt(event);
    dragged = false;
  });
  window.addEventListener('pointermove', event => {
    if (start < 0 || !(event.buttons & 1)) return;
    const now = barAt(event);
    if (now !== end || dragged) { dragged = true; end = now; show(); }
  });
  window.addEventListener('pointerup', () => {
    if (dragged) from.form.requestSubmit();
    start = -1;
  });
  plot.addEventListener('dragstart', event => event.preventDefault());
  plot.addEventListener('click', event => { if (dragged) event.preventDefault(); });
  plot.addEventListener('keydown', event => {
    const at = bars.indexOf(document.activeElement);
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (at < 0 || !step || !event.shiftKey) return;
    event.preventDefault();
    if (start < 0) start = at;
    end = Math.max(0, Math.min(bars.length - 1, at + step));
    bars[end].focus();
    show();
  });
}
