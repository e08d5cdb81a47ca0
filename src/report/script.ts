/** What `npm run build:script` makes of browser/. */
export const SCRIPT: string = String.raw`(() => {
  // src/report/browser/element.ts
  function element(selector, kind) {
    const found = document.querySelector(selector);
    if (found instanceof kind) return found;
    throw new Error("the page has no ".concat(selector));
  }

  // src/report/browser/claims.ts
  var body = element("#forest tbody", HTMLTableSectionElement);
  var claims = [...body.rows].map((row) => {
    const card = element('article[data-id="'.concat(CSS.escape(row.dataset["id"] ?? ""), '"]'), HTMLElement);
    const parts = [row.cells[1], ...card.querySelectorAll("h2, .about dd")];
    return {
      row,
      card,
      words: parts.map((part) => part?.textContent ?? "").join(" ").toLowerCase()
    };
  });
  function shownClaims() {
    return claims.filter(({ card }) => !card.hidden);
  }
  function sortClaims(compare) {
    claims.sort(compare);
    body.append(...claims.map(({ row }) => row));
    claims[0]?.card.parentElement?.append(...claims.map(({ card }) => card));
  }

  // src/report/browser/filter.ts
  var field = element("#filter", HTMLInputElement);
  var count = element("#shown", HTMLOutputElement);
  var boxes = [...document.querySelectorAll('input[name="verdict"]')];
  function filter() {
    const wanted = field.value.toLowerCase().split(/\s+/);
    const verdicts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const { row, card, words } of claims) {
      const shown = verdicts.has(row.dataset["verdict"] ?? "") && wanted.every((word) => words.includes(word));
      row.hidden = card.hidden = !shown;
    }
    count.value = "".concat(shownClaims().length, " / ").concat(claims.length);
  }
  function focusFilter() {
    field.focus();
    field.select();
  }
  function clearFilter() {
    field.value = "";
    filter();
  }
  function showAll() {
    for (const box of boxes) box.checked = true;
    clearFilter();
  }
  function startFilter() {
    for (const input of [field, ...boxes]) input.addEventListener("input", filter);
    filter();
  }

  // src/report/browser/memory.ts
  function recall(name) {
    try {
      return localStorage.getItem("gainsay-".concat(name));
    } catch {
      return null;
    }
  }
  function remember(name, value) {
    try {
      localStorage.setItem("gainsay-".concat(name), value);
    } catch {
    }
  }

  // src/report/browser/choice.ts
  function chosen(name) {
    return element('input[name="'.concat(name, '"]:checked'), HTMLInputElement).value;
  }
  function choose(name, value) {
    element('input[name="'.concat(name, '"][value="').concat(value, '"]'), HTMLInputElement).click();
  }
  function keepChoice(name) {
    const before = recall(name);
    for (const radio of document.querySelectorAll('input[name="'.concat(name, '"]'))) {
      if (radio.value === before) radio.checked = true;
      radio.addEventListener("change", () => remember(name, radio.value));
    }
  }

  // src/report/browser/language.ts
  function language() {
    return chosen("language") === "zh" ? "zh" : "en";
  }
  function otherLanguage() {
    choose("language", language() === "en" ? "zh" : "en");
  }
  function keepLanguage() {
    keepChoice("language");
    document.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === "language") translate();
    });
    if (language() !== "en") translate();
  }
  function translate() {
    const to = language();
    document.documentElement.lang = to === "zh" ? "zh-CN" : "en";
    for (const attribute of ["label", "placeholder"]) {
      const written = attribute === "label" ? "aria-label" : attribute;
      for (const one of document.querySelectorAll("[data-".concat(attribute, "-zh]"))) {
        const english = "data-".concat(attribute, "-en");
        if (!one.hasAttribute(english)) one.setAttribute(english, one.getAttribute(written) ?? "");
        one.setAttribute(written, one.getAttribute("data-".concat(attribute, "-").concat(to)) ?? "");
      }
    }
    for (const one of document.querySelectorAll("[data-text-zh]")) one.textContent = one.getAttribute("data-text-".concat(to));
  }

  // src/report/browser/theme.ts
  function otherTheme() {
    const theme = chosen("theme");
    const dark = theme === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
    choose("theme", dark ? "light" : "dark");
  }
  function keepTheme() {
    keepChoice("theme");
  }

  // src/report/browser/keys.ts
  var help = element("#keys", HTMLDialogElement);
  var KEYS = {
    "/": focusFilter,
    Escape: clearFilter,
    j: () => jump(1),
    k: () => jump(-1),
    f: nextFailing,
    t: toTop,
    l: otherLanguage,
    d: otherTheme,
    "?": () => help.showModal()
  };
  function startKeys() {
    element("#help", HTMLButtonElement).addEventListener("click", () => help.showModal());
    document.addEventListener("keydown", (event) => {
      const { key, target, ctrlKey, altKey, metaKey } = event;
      if (event.defaultPrevented || ctrlKey || altKey || metaKey || help.open || wants(target, key)) return;
      const act = Object.hasOwn(KEYS, key) ? KEYS[key] : void 0;
      if (!act) return;
      event.preventDefault();
      act();
    });
  }
  function wants(target, key) {
    return target instanceof HTMLSelectElement || target instanceof HTMLInputElement && target.type === "search" && key !== "Escape";
  }
  function jump(by) {
    const cards = shownClaims().map(({ card }) => card);
    const focused = cards.findIndex((card) => card.contains(document.activeElement));
    const below = cards.findIndex((card) => card.getBoundingClientRect().top > 0);
    const end = below < 0 ? cards.length : below;
    const to = focused >= 0 ? focused + by : by === 1 ? below : end - 1;
    go(cards[to]);
  }
  function nextFailing() {
    const shown = shownClaims();
    const failing = shown.filter(({ row }) => row.dataset["fails"] === "1").map(({ card }) => card);
    const at = shown.findIndex(({ card }) => card.contains(document.activeElement));
    go(failing.find((card) => shown.findIndex((claim) => claim.card === card) > at) ?? failing[0]);
  }
  function go(card) {
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ behavior: "instant" });
  }
  function toTop() {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo({ top: 0, behavior: "instant" });
  }

  // src/report/browser/links.ts
  function startLinks() {
    addEventListener("hashchange", reveal);
    document.addEventListener("click", ({ target }) => {
      const link = target instanceof Element ? target.closest("a") : null;
      if (link && link.hash !== "" && link.hash === location.hash) reveal();
    });
    reveal();
  }
  function reveal() {
    const card = document.querySelector("article:target");
    if (!card?.hidden) return;
    showAll();
    card.scrollIntoView();
  }

  // src/report/browser/printing.ts
  function startPrinting() {
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = [...document.querySelectorAll("details:not([open])")];
      for (const details of closed) details.open = true;
    });
    addEventListener("afterprint", () => {
      for (const details of closed) details.open = false;
    });
  }

  // src/report/browser/chart.ts
  function chartOf({ dataset }) {
    const values = split(dataset["values"], "|").map((list) => list.split(" "));
    const [left = 0, right = 0, from = 0, to = 1, width = 1] = split(dataset["frame"], " ").map(Number);
    const along = dataset["along"] !== void 0;
    const longest = Math.max(...values.map((list) => list.length));
    const at = dataset["x"]?.split(" ") ?? (along ? values[0] : void 0) ?? Array.from({ length: longest }, (_, i) => String(i));
    return {
      places: at.map((x) => left + (Number(x) - from) / (to - from) * (right - left)),
      width,
      say: (place) => {
        const to2 = language();
        const names = split(to2 === "zh" ? dataset["namesZh"] : dataset["namesEn"], "|");
        const known = names.map((name, i) => "".concat(name, " ").concat(values[i]?.[place] ?? "\u2013"));
        const count2 = along ? "".concat(place + 1, "/").concat(at.length) : at[place] ?? "";
        const axis = "".concat((to2 === "zh" ? dataset["xNameZh"] : dataset["xNameEn"]) ?? "", " ").concat(count2);
        return to2 === "zh" ? "".concat(axis, "\uFF1A").concat(known.join("\uFF0C")) : "".concat(axis, ": ").concat(known.join(", "));
      }
    };
  }
  function nearest(places, position) {
    const distances = places.map((place) => Math.abs(place - position));
    return distances.indexOf(Math.min(...distances));
  }
  var split = (text, by) => text === void 0 ? [] : text.split(by);

  // src/report/browser/reading.ts
  var SVG = "http://www.w3.org/2000/svg";
  var Reading = class {
    figure;
    #chart;
    #drawing;
    #words = document.createElement("output");
    #line = document.createElementNS(SVG, "line");
    #place = 0;
    constructor(figure, drawing) {
      this.figure = figure;
      this.#chart = chartOf(figure);
      this.#drawing = drawing;
      this.#words.className = "readout";
      this.#words.setAttribute("aria-live", "polite");
      this.#line.classList.add("hairline");
      figure.append(this.#words);
    }
    show(place = this.#place) {
      const last = this.#chart.places.length - 1;
      this.#place = Math.max(0, Math.min(place, last));
      const x = String(this.#chart.places[this.#place]);
      const ends = { x1: x, x2: x, y1: "0", y2: String(this.#drawing.viewBox.baseVal.height) };
      for (const [name, value] of Object.entries(ends)) this.#line.setAttribute(name, value);
      this.#drawing.append(this.#line);
      this.#words.value = this.#chart.say(this.#place);
    }
    /** Shows the place under a pointer. */
    point(clientX) {
      const { left, width } = this.#drawing.getBoundingClientRect();
      this.show(nearest(this.#chart.places, (clientX - left) / width * this.#chart.width));
    }
    /** Shows the place that a key leads to; false where it leads nowhere. */
    move(key) {
      const to = { ArrowLeft: this.#place - 1, ArrowRight: this.#place + 1, Home: 0, End: Infinity }[key];
      if (to !== void 0) this.show(to);
      return to !== void 0;
    }
    hide() {
      this.#line.remove();
      this.#words.value = "";
    }
  };
  var current;
  function hide() {
    current?.hide();
    current = void 0;
  }
  function turnTo(reading) {
    if (current !== reading) hide();
    return current = reading;
  }
  function startReading() {
    for (const figure of document.querySelectorAll("figure.chart[data-values]")) {
      const drawing = figure.querySelector("svg.plot");
      if (drawing) listen(new Reading(figure, drawing), drawing);
    }
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !current) return;
      hide();
      event.preventDefault();
    });
    document.addEventListener("change", () => current?.show());
  }
  function listen(reading, drawing) {
    const { figure } = reading;
    figure.tabIndex = 0;
    drawing.addEventListener("pointermove", (event) => turnTo(reading).point(event.clientX));
    drawing.addEventListener("pointerleave", hide);
    figure.addEventListener("focus", () => turnTo(reading).show());
    figure.addEventListener("blur", hide);
    figure.addEventListener("keydown", (event) => {
      if (event.target === figure && turnTo(reading).move(event.key)) event.preventDefault();
    });
  }

  // src/report/browser/sorting.ts
  var select = element("#sort", HTMLSelectElement);
  var heads = [...document.querySelectorAll("#forest th[data-sort]")];
  function sortBy(key, descending = false) {
    const of = ({ row }) => row.dataset[key] ?? "";
    const numeric = claims.every((claim) => of(claim) === "NaN" || !Number.isNaN(Number(of(claim))));
    const sign = descending ? -1 : 1;
    sortClaims((one, other) => {
      if (!numeric) return sign * (of(one) < of(other) ? -1 : Number(of(one) > of(other)));
      const [a, b] = [Number(of(one)), Number(of(other))];
      if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
      return sign * (a < b ? -1 : Number(a > b));
    });
    select.value = key;
    for (const head of heads) {
      const direction = descending ? "descending" : "ascending";
      head.setAttribute("aria-sort", head.dataset["sort"] === key ? direction : "none");
    }
  }
  function startSorting() {
    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sortBy(head.dataset["sort"] ?? "", head.getAttribute("aria-sort") === "ascending"));
    }
    select.addEventListener("change", () => sortBy(select.value));
    if (select.selectedIndex > 0) sortBy(select.value);
  }

  // src/report/browser/index.ts
  keepTheme();
  keepLanguage();
  startFilter();
  startSorting();
  startReading();
  startKeys();
  startLinks();
  startPrinting();
  element(".tools", HTMLElement).hidden = false;
})();
`;
