// Filter, copy, and links into closed cases. The report can be read without any of this.
const cases = [...document.querySelectorAll('details.case')];
const search = document.querySelector('#search');
const boxes = [...document.querySelectorAll('.filter input[type=checkbox]')];
const shown = document.querySelector('#shown');
const texts = cases.map((c) => c.querySelector('summary').textContent.toLowerCase());
function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = new Set(boxes.filter((b) => b.checked).map((b) => b.value));
  let count = 0;
  cases.forEach((c, i) => {
    const fits = wanted.has(c.dataset.outcome) && words.every((w) => texts[i].includes(w));
    c.hidden = !fits;
    if (fits) count++;
  });
  shown.textContent = `${count} of ${cases.length} shown`;
}
function open() {
  const found = document.getElementById(location.hash.slice(1));
  if (found?.matches('details.case')) {
    found.hidden = false;
    found.open = true;
    found.scrollIntoView();
  }
}
const form = document.querySelector('.filter');
form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
search.addEventListener('input', filter);
for (const box of boxes) box.addEventListener('change', filter);
for (const button of document.querySelectorAll('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.parentElement.querySelector('pre').textContent);
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = 'Copy'), 1500);
  });
}
addEventListener('hashchange', open);
filter();
open();
