// Filters of the timeline. Everything is read from the events on the page itself, so it works
// from a disk; what is chosen stands in the address, so it can be linked and gone back to.
// Of a timeline in parts, a script lists the events of all parts: see everywhere.py.
(() => {
  const FACETS = ["who", "where", "tags", "kind", "source"];
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const known = new Map(); // names come again and again
  const key = (name) => known.get(name) ?? known.set(name, fold(name)).get(name);
  const MOST = 100; // events listed on the page that leads to the parts
  let current = null; // the filter of the page shown

  function read(item) {
    const event = item.firstElementChild;
    const facts = (name) =>
      [...event.querySelectorAll(`.tl-facts > .tl-${name}`)].map((li) => li.querySelector(".tl-name").textContent.trim());
    const kind = /tl-event--(\w+)/.exec(event.className)[1];
    const marks = ["disputed", "proposed"].filter((m) => event.querySelector(`.tl-mark--${m}`));
    const links = event.querySelectorAll("figcaption > :first-child:not(.tl-external)");
    return keyed({
      item,
      id: event.querySelector(".tl-head").id,
      who: facts("who"),
      where: facts("where"),
      tags: facts("tag"),
      kind: [kind, ...marks],
      source: [...new Set([...links].map((link) => link.textContent.trim()))],
      ...span(event.dataset.tlY),
      said: () => event.textContent,
    });
  }

  // The years it can have been in; those of an event without a date are no numbers.
  function span(years) {
    const [from, to = from] = (years || "?").split("/");
    const number = (year, open) => (from === "?" ? NaN : year === "" ? open : +year);
    return { from: number(from, -Infinity), to: number(to, Infinity) };
  }

  function keyed(event) {
    event.keys = {};
    for (const facet of FACETS) {
      const keys = event[facet].map(key);
      event.keys[facet] = keys.length > 1 ? [...new Set(keys)] : keys;
    }
    Object.defineProperty(event, "text", {
      configurable: true, // folded when first searched
      get() {
        const text = fold(this.said());
        Object.defineProperty(this, "text", { value: text });
        return text;
      },
    });
    return event;
  }

  // All events of a timeline in parts; those of this page have their item, too.
  function everywhere(data) {
    const heads = document.querySelectorAll("ol.tl-list > li .tl-head[id]");
    const items = new Map([...heads].map((head) => [head.id, head.closest("li")]));
    return data.events.map(
      ([part, id, when, title, years, kind, who, where, tags, source, words, bar]) => {
        const event = { item: items.get(id), id, part, bar, when, title, kind, ...span(years) };
        for (const [facet, places] of Object.entries({ who, where, tags, source })) {
          event[facet] = places.map((place) => data[facet][place]);
        }
        const names = () => [event.who, event.where, event.tags, event.source].flat();
        event.said = () => [when, title, words, ...names()].join(" ");
        return keyed(event);
      },
    );
  }

  class Filter {
    constructor(place) {
      this.place = place;
      this.words = JSON.parse(place.dataset.words);
      const data = place.dataset.events && window.timelineEvents;
      const items = document.querySelectorAll("ol.tl-list > li");
      this.events = data ? everywhere(data) : [...items].map(read);
      this.links = data ? [...document.querySelectorAll(".tl-parts a")].map(remembered) : [];
      this.bars = data ? [...document.querySelectorAll(".tl-marks .tl-bar")].map(remembered) : [];
      this.listing = data && !items.length;
      this.marks = new Map();
      for (const mark of document.querySelectorAll(".tl-marks a:not(:has(.tl-bar))")) {
        this.marks.set(decodeURIComponent(mark.getAttribute("href").split("#")[1]), mark);
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
      try {
        const address = `${location.pathname}${this.query}`;
        history[typing ? "replaceState" : "pushState"](history.state, "", address);
      } catch {
        // Some browsers keep the address of a file as it is; the filter works all the same.
      }
      this.show();
    }

    get query() {
      const query = new URLSearchParams();
      for (const [facet, values] of this.chosen) {
        for (const value of values.values()) query.append(facet, value);
      }
      const typed = { q: this.text.value.trim(), from: this.from.value, to: this.to.value };
      for (const [key, value] of Object.entries(typed)) if (value) query.set(key, value);
      return query.size ? `?${query}` : "";
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
      const asked = FACETS.filter((facet) => this.chosen.get(facet).size);
      const shown = [];
      for (const event of this.events) {
        const plain =
          (!dated || (event.from <= to && event.to >= from)) &&
          words.every((word) => event.text.includes(word));
        const missing = plain
          ? asked.filter((facet) => {
              const wanted = this.chosen.get(facet);
              return !event.keys[facet].some((value) => wanted.has(value));
            })
          : FACETS;
        const gone = missing.length > 0;
        if (event.item) event.item.hidden = gone;
        if (!gone) shown.push(event);
        this.marks.get(event.id)?.classList.toggle("tl-gone", gone);
        // A value counts the events that it would show, given all that is chosen elsewhere.
        if (missing.length > 1) continue;
        for (const facet of gone ? missing : FACETS) {
          const count = counts.get(facet);
          for (const value of event.keys[facet]) count.set(value, (count.get(value) ?? 0) + 1);
        }
      }
      this.headings();
      this.report(shown.length, counts);
      this.parts(shown);
      if (this.active) this.reveal();
    }

    // Of a timeline in parts: how many each part has, and links there that take the filter along.
    parts(shown) {
      const has = (events, by) => {
        const found = new Map();
        for (const event of events) found.set(event[by], (found.get(event[by]) ?? 0) + 1);
        return found;
      };
      const counts = has(shown, "part");
      this.links.forEach((link, part) => {
        const number = counts.get(part) ?? 0;
        link.element.setAttribute("href", link.href + this.query);
        link.element.querySelector(".tl-count").textContent = this.active ? number : link.count;
        const here = link.element.getAttribute("aria-current") === "page";
        link.element.closest("li").hidden = this.active && !number && !here;
      });
      this.totals ??= has(this.events, "bar");
      const first = new Map();
      for (const event of shown) if (!first.has(event.bar)) first.set(event.bar, event);
      const bars = has(shown, "bar");
      this.bars.forEach((bar, place) => this.resize(bar, bars.get(place) ?? 0, place, first.get(place)));
      if (this.listing) this.list(shown);
    }

    // A bar of the overview as high as what is left of it, leading to the first of that.
    resize({ element, y, height, href, title }, number, place, event) {
      const all = this.totals.get(place);
      const left = this.active ? (number && Math.max(2, (height * number) / all)) : height;
      element.setAttribute("height", left);
      element.setAttribute("y", y + height - left);
      const link = element.parentNode;
      link.classList.toggle("tl-gone", !left);
      link.setAttribute("href", this.active && event ? this.address(event) : href);
      const said = this.words.filter_of.replace("{shown}", number).replace("{all}", all);
      link.querySelector("title").textContent = this.active ? said : title;
    }

    address(event) {
      if (event.item) return `#${encodeURIComponent(event.id)}`;
      return `${this.links[event.part].href}${this.query}#${encodeURIComponent(event.id)}`;
    }

    // On the page that leads to the parts: the events themselves, as links.
    list(shown) {
      this.found ??= Object.assign(document.createElement("ol"), { className: "tl-brief tl-found" });
      const above = this.place.parentNode.querySelector(".tl-overview") ?? this.place;
      if (!this.found.isConnected) above.after(this.found);
      const items = (this.active ? shown.slice(0, MOST) : []).map((event) => {
        const [item, link, when, title] = ["li", "a", "span", "span"].map((tag) => document.createElement(tag));
        link.href = this.address(event);
        when.className = "tl-when";
        when.textContent = event.when;
        title.className = "tl-title";
        title.dir = "auto";
        title.textContent = event.title;
        link.append(when, " ", title);
        item.append(link);
        return item;
      });
      if (this.active && shown.length > MOST) items.push(Object.assign(document.createElement("li"), { textContent: "…" }));
      this.found.hidden = !items.length;
      this.found.replaceChildren(...items);
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
      this.counts = counts;
      for (const [facet, number] of this.summaries) {
        number.textContent = this.chosen.get(facet).size || "";
        if (number.closest("details").open) this.tally(facet);
      }
      this.number.textContent = this.given || "";
      this.place.classList.toggle("tl-filter--active", this.active);
    }

    // The numbers beside the values of one facet.
    tally(facet) {
      const wanted = this.chosen.get(facet);
      for (const [value, { label, box, count }] of this.boxes.get(facet)) {
        const number = this.counts.get(facet).get(value) ?? 0;
        box.checked = wanted.has(value);
        count.textContent = number;
        label.hidden = number === 0 && !box.checked;
      }
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
          const one = found.get(key(value)) ?? { value, number: 0 };
          one.number += 1;
          found.set(key(value), one);
        }
      }
      if (found.size < 2) return null;
      const list = make("div", "tl-filter-list");
      const title = this.words[`${facet}_title`] ?? this.words[`filter_${facet}`];
      const number = make("b");
      this.summaries.set(facet, number);
      const summary = make("summary", "", `${title} `, number);
      // Thousands of sources are no list to make before somebody wants to see it.
      summary.addEventListener("click", () => {
        if (!this.boxes.has(facet)) this.fill(facet, found, list, make);
        this.tally(facet);
      });
      const choice = make("details", "tl-filter-choice", "", summary, list);
      choice.name = "tl-filter"; // one open at a time
      return choice;
    }

    fill(facet, found, list, make) {
      const boxes = new Map();
      for (const [name, { value }] of [...found].sort((a, b) => b[1].number - a[1].number)) {
        const box = make("input");
        box.type = "checkbox";
        box.addEventListener("change", () => {
          if (box.checked) this.chosen.get(facet).set(name, value);
          else this.chosen.get(facet).delete(name);
          this.tell();
        });
        const count = make("span", "tl-count");
        const text = make("span", "", facet === "kind" ? (this.words[value] ?? value) : value);
        text.dir = "auto";
        const label = make("label", "", "", box, text, count);
        boxes.set(name, { label, box, count });
        list.append(label);
      }
      this.boxes.set(facet, boxes);
    }
  }

  // What an element said before a filter changed it.
  function remembered(element) {
    const link = element.closest("a");
    return {
      element,
      href: link.getAttribute("href"),
      title: link.querySelector("title")?.textContent,
      count: link.querySelector(".tl-count")?.textContent,
      y: +element.getAttribute("y"),
      height: +element.getAttribute("height"),
    };
  }

  const start = () => {
    const place = document.querySelector(".tl-filter[data-words]");
    if (current?.place === place) return;
    current = null;
    if (!place) return;
    const address = place.dataset.events;
    if (!address || window.timelineEvents) {
      current = new Filter(place);
      return;
    }
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => start();
    script.onerror = () => {
      // Then the filter knows this page only, if it has events.
      if (place.isConnected && document.querySelector("ol.tl-list")) current = new Filter(place);
    };
    document.head.append(script);
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
