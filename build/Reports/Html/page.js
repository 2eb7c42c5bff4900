"use strict";
(() => {
  const step = 250;
  const form = document.getElementById("filter");
  const list = document.getElementById("list");
  const body = list.tBodies[0];
  const more = document.getElementById("more");
  const shown = document.getElementById("shown");
  const field = name => document.getElementById(name);
  let rows = Array.from(body.rows, row => ({
    row,
    text: row.textContent.toLowerCase(),
    rank: Number(row.dataset.rank),
    severity: row.cells[0].firstElementChild.textContent,
    gate: row.cells[1].textContent,
    state: row.dataset.state.split(" "),
  }));
  let most = step;
  const count = number => number === 1 ? "1 finding" : `${number} findings`;

  const matches = (each, words) =>
    words.every(word => each.text.includes(word)) &&
    (!field("severity").value || each.severity === field("severity").value) &&
    (!field("gate").value || each.gate === field("gate").value) &&
    (!field("state").value || each.state.includes(field("state").value));

  // Only what is seen is in the page: ten thousand rows stay quick.
  const show = () => {
    const words = field("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = rows.filter(each => matches(each, words));
    const part = found.slice(0, most);
    body.replaceChildren(...part.map(each => each.row));
    more.hidden = found.length <= part.length;
    more.textContent = `Show ${Math.min(step, found.length - part.length)} more`;
    shown.textContent = part.length < found.length
      ? `${part.length} of ${found.length} shown`
      : found.length === rows.length ? count(rows.length) : `${found.length} of ${count(rows.length)}`;
  };

  const restart = () => {
    most = step;
    show();
  };

  const value = (each, column, kind) => kind === "rank" ? each.rank : each.row.cells[column].textContent;

  const sort = (head, column) => {
    const kind = head.dataset.sort;
    const first = kind === "rank" ? "descending" : "ascending";
    const second = kind === "rank" ? "ascending" : "descending";
    const order = head.getAttribute("aria-sort") === first ? second : first;
    for (const other of list.tHead.rows[0].cells) {
      other.removeAttribute("aria-sort");
    }
    head.setAttribute("aria-sort", order);
    const sign = order === "ascending" ? 1 : -1;
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    const keyed = rows.map(each => [value(each, column, kind), each]);
    keyed.sort((a, b) => sign * (kind === "rank" ? a[0] - b[0] : compare(a[0], b[0])));
    rows = keyed.map(each => each[1]);
    restart();
  };

  if (rows.length > 0) {
    Array.from(list.tHead.rows[0].cells).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => sort(head, column));
      head.replaceChildren(button);
    });
    form.hidden = false;
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("input", restart);
    more.addEventListener("click", () => {
      most += step;
      show();
    });
    addEventListener("beforeprint", () => {
      most = rows.length;
      show();
    });
    show();
  }

  // A link to a part that is folded opens it; on paper everything is open.
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
    }
  };
  addEventListener("hashchange", open);
  open();
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(each => { each.open = true; }));
})();
