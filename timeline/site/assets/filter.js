// Filters of the timeline. Everything is read from the events on the page itself, so it works
// from a disk; what is chosen stands in the address, so it can be linked and gone back to.
(() => {
  const FACETS = ["who", "where", "tags", "kind", "source"];
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let current = null; // the filter of the page shown

  function read(item) {
    const event = item.firstElementChild;
    const facts = (name) =>
      [...event.querySelectorAll(`.tl-facts > .tl-${name}`)].map((li) => li.querySelector(".tl-name").textContent.trim());
    const [from, to = from] = (event.dataset.tlY ?? "?").split("/");
    const kind = /tl-event--(\w+)/.exec(event.className)[1];
    const marks = ["disputed", "proposed"].filter((m) => event.querySelector(`.tl-mark--${m}`));
    const links = event.querySelectorAll("figcaption > :first-child:not(.tl-external)");
    return {
      item,
      id: event.querySelector(".tl-head").id,
      who: facts("who"),
      where: facts("where"),
      tags: facts("tag"),
      kind: [kind, ...marks],
      source: [...new Set([...links].map((link) => link.textContent.trim()))],
      from: from === "?" ? NaN : from === "" ? -Infinity : +from,
      to: from === "?" ? NaN : to === "" ? Infinity : +to,
      get text() {
        delete this.text; // folded when first searched
        return (this.text = fold(event.textContent));
      },
    };
  }

  class Filter {
    constructor(place) {
      this.place = place;
      this.words = JSON.parse(place.dataset.words);
      this.events = [...document.querySelectorAll("ol.tl-list > li")].map(read);
      this.marks = new Map();
      for (const mark of document.querySelectorAll(".tl-marks a[href^='#']")) {
        this.marks.set(decodeURIComponent(mark.getAttribute("href").slice(1)), mark);
      }
      this.build();
      this.take();
    }

    // What the address says.
    take() {
      const asked = new URLSearchParams(location.search);
      this.chosen = new Map(FACETS.map((facet) => [facet, new Map()]));
      for (const facet of FACETS) {
        for (const value of asked.getAll(facet)) this.chosen.get(facet).set(fold(value), value);
      }
      this.text.value = asked.get("q") ?? "";
      this.from.value = asked.get("from") ?? "";
      this.to.value = asked.get("to") ?? "";
      this.show();
    }

    // Into the address: a new entry of the history for each choice, none for each letter typed.
    tell(typing = false) {
      const query = new URLSearchParams();
      for (const [facet, values] of this.chosen) {
        for (const value of values.values()) query.append(facet, value);
      }
      const typed = { q: this.text.value.trim(), from: this.from.value, to: this.to.value };
      for (const [key, value] of Object.entries(typed)) if (value) query.set(key, value);
      const address = `${location.pathname}${query.size ? `?${query}` : ""}`;
      try {
        history[typing ? "replaceState" : "pushState"](history.state, "", address);
      } catch {
        // Some browsers keep the address of a file as it is; the filter works all the same.
      }
      this.show();
    }

    // How many things are asked for: values, words, an end of the years.
    get given() {
      const typed = [this.text.value.trim(), this.from.value, this.to.value].filter(Boolean).length;
      return [...this.chosen.values()].reduce((sum, values) => sum + values.size, typed);
    }

    get active() {
      return this.given > 0;
    }

    clear() {
      this.chosen.forEach((values) => values.clear());
      this.text.value = this.from.value = this.to.value = "";
      this.tell();
    }

    show() {
      const words = fold(this.text.value).split(/\s+/).filter(Boolean);
      const from = this.from.value === "" ? -Infinity : +this.from.value;
      const to = this.to.value === "" ? Infinity : +this.to.value;
      const dated = this.from.value !== "" || this.to.value !== "";
      const counts = new Map(FACETS.map((facet) => [facet, new Map()]));
      let shown = 0;
      for (const event of this.events) {
        const plain =
          (!dated || (event.from <= to && event.to >= from)) &&
          words.every((word) => event.text.includes(word));
        const missing = plain
          ? FACETS.filter((facet) => {
              const wanted = this.chosen.get(facet);
              return wanted.size && !event[facet].some((value) => wanted.has(fold(value)));
            })
          : FACETS;
        event.item.hidden = missing.length > 0;
        shown += missing.length === 0;
        this.marks.get(event.id)?.classList.toggle("tl-gone", missing.length > 0);
        // A value counts the events that it would show, given all that is chosen elsewhere.
        for (const facet of FACETS) {
          if (missing.length > 1 || (missing.length && missing[0] !== facet)) continue;
          const count = counts.get(facet);
          for (const value of new Set(event[facet].map(fold))) count.set(value, (count.get(value) ?? 0) + 1);
        }
      }
      this.headings();
      this.report(shown, counts);
      if (this.active) this.reveal();
    }

    // The first mark that is left comes into the overview's window.
    reveal() {
      const mark = document.querySelector(".tl-marks a:not(.tl-gone)");
      const scroll = mark?.closest(".tl-scroll");
      if (!scroll) return;
      const [here, all] = [mark.getBoundingClientRect(), scroll.getBoundingClientRect()];
      if (here.left < all.left || here.right > all.right) scroll.scrollLeft += here.left - all.left - 40;
    }

    // Years and months without an event vanish with them.
    headings() {
      let month = null;
      let year = null;
      const settle = () => {
        if (month) month.hidden = !month.tlAny;
        if (year) year.hidden = !year.tlAny;
      };
      const within = document.querySelectorAll(".md-content :is(h2, h3, ol.tl-list)");
      for (const element of within) {
        if (element.matches("h2")) {
          settle();
          [year, month] = [element, null];
          year.tlAny = false;
        } else if (element.matches("h3:not(.tl-head)")) {
          if (month) month.hidden = !month.tlAny;
          month = element;
          month.tlAny = false;
        } else if (element.matches("ol")) {
          const any = [...element.children].some((item) => !item.hidden);
          element.hidden = !any;
          if (month) month.tlAny ||= any;
          if (year) year.tlAny ||= any;
        }
      }
      settle();
      document.querySelector(".md-content")?.classList.toggle("tl-filtered", this.active);
    }

    report(shown, counts) {
      const of = this.words.filter_of;
      this.say.textContent = this.active
        ? `${of.replace("{shown}", shown).replace("{all}", this.events.length)}${shown ? "" : `. ${this.words.filter_none}`}`
        : "";
      this.clearing.hidden = !this.active;
      for (const [facet, boxes] of this.boxes) {
        const wanted = this.chosen.get(facet);
        for (const [value, { label, box, count }] of boxes) {
          const number = counts.get(facet).get(value) ?? 0;
          box.checked = wanted.has(value);
          count.textContent = number;
          label.hidden = number === 0 && !box.checked;
        }
        const number = this.summaries.get(facet);
        number.textContent = wanted.size || "";
      }
      this.number.textContent = this.given || "";
      this.place.classList.toggle("tl-filter--active", this.active);
    }

    build() {
      const make = (tag, style, text, ...inside) => {
        const made = document.createElement(tag);
        if (style) made.className = style;
        if (text) made.textContent = text;
        made.append(...inside);
        return made;
      };
      const input = (type, label) => {
        const made = make("input");
        made.type = type;
        made.ariaLabel = made.placeholder = label;
        made.addEventListener("input", () => this.tell(true));
        return made;
      };
      this.text = input("search", this.words.filter_text);
      this.from = input("number", this.words.filter_from);
      this.to = input("number", this.words.filter_to);
      this.boxes = new Map();
      this.summaries = new Map();
      const bar = make("div", "tl-filter-bar", "", this.text);
      for (const facet of FACETS) {
        const choice = this.choice(facet, make);
        if (choice) bar.append(choice);
      }
      bar.append(make("span", "tl-filter-years", "", this.from, make("span", "", "–"), this.to));
      this.opener = this.folding(bar, make);
      this.say = make("p", "tl-filter-say");
      this.say.role = "status";
      this.clearing = make("button", "tl-filter-clear", this.words.filter_clear);
      this.clearing.type = "button";
      this.clearing.addEventListener("click", () => this.clear());
      this.place.role = "search";
      this.place.ariaLabel = this.words.filter;
      this.place.replaceChildren(this.opener, bar, make("div", "tl-filter-foot", "", this.say, this.clearing));
    }

    // On a phone all of it folds behind one button that counts what is chosen.
    folding(bar, make) {
      this.number = make("b");
      const opener = make("button", "tl-filter-open", `${this.words.filter_open} `, this.number);
      opener.type = "button";
      opener.ariaExpanded = "false";
      opener.addEventListener("click", () => {
        const open = this.place.classList.toggle("tl-filter--open");
        opener.ariaExpanded = String(open);
        if (open) this.text.focus();
      });
      return opener;
    }

    // One facet: a button that opens its values, the most frequent first.
    choice(facet, make) {
      const found = new Map();
      for (const event of this.events) {
        for (const value of event[facet]) {
          const one = found.get(fold(value)) ?? { value, number: 0 };
          one.number += 1;
          found.set(fold(value), one);
        }
      }
      if (found.size < 2) return null;
      const boxes = new Map();
      const list = make("div", "tl-filter-list");
      for (const [key, { value }] of [...found].sort((a, b) => b[1].number - a[1].number)) {
        const box = make("input");
        box.type = "checkbox";
        box.addEventListener("change", () => {
          if (box.checked) this.chosen.get(facet).set(key, value);
          else this.chosen.get(facet).delete(key);
          this.tell();
        });
        const count = make("span", "tl-count");
        const name = make("span", "", facet === "kind" ? (this.words[value] ?? value) : value);
        name.dir = "auto";
        const label = make("label", "", "", box, name, count);
        boxes.set(key, { label, box, count });
        list.append(label);
      }
      this.boxes.set(facet, boxes);
      const title = this.words[`${facet}_title`] ?? this.words[`filter_${facet}`];
      const number = make("b");
      this.summaries.set(facet, number);
      const choice = make("details", "tl-filter-choice", "", make("summary", "", `${title} `, number), list);
      choice.name = "tl-filter"; // one open at a time
      return choice;
    }
  }

  const start = () => {
    const place = document.querySelector(".tl-filter[data-words]");
    if (!place) current = null;
    else if (current?.place !== place) current = new Filter(place);
  };
  addEventListener("popstate", () => current?.take());
  // A click elsewhere closes the list of values.
  document.addEventListener("click", (click) => {
    const open = document.querySelector(".tl-filter-choice[open]");
    if (open && !open.contains(click.target)) open.open = false;
  });
  document.addEventListener("keydown", (key) => {
    if (key.key !== "Escape" || !current?.place.isConnected || key.defaultPrevented) return;
    if (document.querySelector("#__search:checked")) return; // closes the search
    const open = document.querySelector(".tl-filter-choice[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    } else if (current.active) {
      current.clear();
    }
  });
  // A link to an event that is filtered away shows all again.
  addEventListener("hashchange", () => {
    const target = document.querySelector(":target");
    if (target?.closest("[hidden]") && current?.active) {
      const hash = location.hash;
      current.clear();
      history.replaceState(history.state, "", hash);
      target.scrollIntoView();
    }
  });
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
