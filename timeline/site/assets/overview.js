// The overview: zoom, a cursor at the event being read, and a tooltip. The picture's places are
// per cent, so a zoom only makes it wider, and scrolling moves it. Without script it is a picture
// whose marks are links.
(() => {
  const LEVELS = [1, 4, 16]; // from these zooms on, finer ticks fit
  const MOST = 64;
  const STRIP = 54; // pixels of the picture that stay in sight while reading

  function setUp(figure) {
    const scroll = figure.querySelector(".tl-scroll");
    const picture = figure.querySelector(".tl-picture");
    const marks = new Map();
    for (const mark of picture.querySelectorAll(".tl-marks a")) {
      marks.set(decodeURIComponent(mark.getAttribute("href").split("#")[1] ?? ""), mark);
    }
    const zoom = zooming(figure, scroll, picture);
    brushing(scroll, picture, zoom);
    tooltip(figure, picture);
    if (figure.closest(".md-content") && document.querySelector(".tl-list [id]")) {
      sticking(figure, picture);
      following(marks, picture);
    }
  }

  // Zoom in and out about a place (a share of the window's width), with buttons, keys and wheel.
  function zooming(figure, scroll, picture) {
    let now = 1;
    const buttons = document.createElement("div");
    buttons.className = "tl-zoom";
    const button = (text, label, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = text;
      made.title = label;
      made.ariaLabel = label;
      made.addEventListener("click", act);
      buttons.append(made);
      return made;
    };
    const zoom = (to, at = 0.5, keep = undefined) => {
      to = Math.min(MOST, Math.max(1, to));
      const middle = keep ?? (scroll.scrollLeft + at * scroll.clientWidth) / picture.clientWidth;
      now = to;
      picture.style.width = to === 1 ? "" : `${to * 100}%`;
      scroll.dataset.level = LEVELS.filter((from) => from <= to).length - 1;
      scroll.scrollLeft = middle * picture.clientWidth - at * scroll.clientWidth;
      whole.disabled = out.disabled = to === 1;
    };
    const out = button("−", figure.dataset.tlOut, () => zoom(now / 2));
    button("+", figure.dataset.tlIn, () => zoom(now * 2));
    const whole = button(figure.dataset.tlAll, figure.dataset.tlAll, () => zoom(1));
    figure.append(buttons);
    zoom(1);
    zoom.now = () => now;

    scroll.addEventListener("keydown", (key) => {
      if (key.ctrlKey || key.metaKey || key.altKey) return;
      const act = {
        "+": () => zoom(now * 2),
        "=": () => zoom(now * 2),
        "-": () => zoom(now / 2),
        "0": () => zoom(1),
        Home: () => (scroll.scrollLeft = 0),
        End: () => (scroll.scrollLeft = picture.clientWidth),
      }[key.key];
      if (!act) return;
      act();
      key.preventDefault();
    });
    scroll.addEventListener(
      "wheel",
      (wheel) => {
        if (!wheel.ctrlKey && !wheel.metaKey) return; // a plain wheel scrolls the page
        wheel.preventDefault();
        const box = scroll.getBoundingClientRect();
        zoom(now * 1.002 ** -wheel.deltaY, (wheel.clientX - box.left) / box.width);
      },
      { passive: false },
    );
    pinching(scroll, zoom);
    return zoom;
  }

  // Two fingers apart zoom in; one finger scrolls, which the browser does by itself.
  function pinching(scroll, zoom) {
    let start = null;
    const apart = ({ touches: [one, two] }) => Math.abs(one.clientX - two.clientX) + 1;
    scroll.addEventListener("touchstart", (touch) => {
      start = touch.touches.length === 2 ? { apart: apart(touch), zoom: zoom.now() } : null;
    }, { passive: true });
    scroll.addEventListener("touchmove", (touch) => {
      if (!start || touch.touches.length !== 2) return;
      touch.preventDefault();
      const box = scroll.getBoundingClientRect();
      const middle = (touch.touches[0].clientX + touch.touches[1].clientX) / 2;
      zoom((start.zoom * apart(touch)) / start.apart, (middle - box.left) / box.width);
    }, { passive: false });
  }

  // A stretch marked with the mouse fills the window.
  function brushing(scroll, picture, zoom) {
    let start = null;
    let band = null;
    const place = (pointer) => {
      const box = picture.getBoundingClientRect();
      return (pointer.clientX - box.left) / box.width;
    };
    const ends = (pointer) => [start, place(pointer)].sort((a, b) => a - b);
    scroll.addEventListener("pointerdown", (pointer) => {
      const inside = pointer.target.closest(".tl-picture");
      if (pointer.pointerType === "mouse" && pointer.button === 0 && inside) start = place(pointer);
    });
    scroll.addEventListener("dragstart", (drag) => drag.preventDefault()); // of a link
    scroll.addEventListener("pointermove", (pointer) => {
      if (start === null) return;
      const [from, to] = ends(pointer);
      if (!band) {
        if ((to - from) * picture.clientWidth < 8) return;
        band = draw(picture, "rect", "tl-brush", { y: 0, height: "100%" });
        scroll.setPointerCapture(pointer.pointerId);
      }
      band.setAttribute("x", `${from * 100}%`);
      band.setAttribute("width", `${(to - from) * 100}%`);
    });
    const end = (pointer) => {
      if (band && pointer.type === "pointerup") {
        const [from, to] = ends(pointer);
        const window = scroll.clientWidth / picture.clientWidth;
        zoom((zoom.now() * window) / (to - from), 0, from);
      }
      band?.remove();
      start = band = null;
    };
    scroll.addEventListener("pointerup", end);
    scroll.addEventListener("pointercancel", end);
  }

  // What a mark stands for: the date and title as they stand on this page.
  function tooltip(figure, picture) {
    let tip = null;
    const hide = () => {
      tip?.remove();
      tip = null;
    };
    picture.addEventListener("pointerover", (pointer) => {
      hide();
      const mark = pointer.target.closest(".tl-marks a");
      const id = mark && decodeURIComponent(mark.getAttribute("href").split("#")[1] ?? "");
      const head = id && document.getElementById(id);
      if (!head?.querySelector(".tl-title")) return;
      tip = document.createElement("div");
      tip.className = "tl-tip";
      const date = document.createElement("b");
      date.textContent = head.querySelector(".tl-when").textContent;
      tip.append(date, head.querySelector(".tl-title").textContent);
      figure.append(tip);
      const [all, here] = [figure.getBoundingClientRect(), mark.getBoundingClientRect()];
      const left = here.left + here.width / 2 - all.left - tip.offsetWidth / 2;
      tip.style.left = `${Math.max(0, Math.min(left, all.width - tip.offsetWidth))}px`;
      tip.style.top = `${here.bottom - all.top + 8}px`;
    });
    picture.addEventListener("pointerleave", hide);
  }

  // All but the lowest lanes scroll away.
  function sticking(figure, picture) {
    const header = document.querySelector(".md-header");
    const place = () => {
      const top = header && getComputedStyle(header).position !== "static" ? header.offsetHeight : 0;
      const above = Math.max(0, picture.getBoundingClientRect().height - STRIP);
      figure.style.setProperty("--tl-sticky", `${top - above}px`);
      document.body.style.setProperty("--tl-strip", `${STRIP}px`);
    };
    figure.classList.add("tl-overview--sticky");
    place();
    new ResizeObserver(place).observe(figure);
  }

  // The mark of the event being read, with a line through the picture.
  function following(marks, picture) {
    let line = null;
    let here = null;
    const show = (mark) => {
      if (mark === here) return;
      here?.classList.remove("tl-here");
      here = mark;
      line?.remove();
      const shape = mark?.firstElementChild;
      if (!shape) return;
      mark.classList.add("tl-here");
      const scroll = picture.parentElement;
      const [at, all] = [mark.getBoundingClientRect(), scroll.getBoundingClientRect()];
      if (at.left < all.left || at.right > all.right) {
        scroll.scrollLeft += at.left - all.left - all.width / 3;
      }
      const x = shape.getAttribute("cx") ?? shape.getAttribute("x1") ?? shape.getAttribute("x");
      line = draw(picture, "line", "tl-cursor", { x1: x, x2: x, y1: 0, y2: "100%" });
    };
    const seen = new Set();
    const watch = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          seen[isIntersecting ? "add" : "delete"](target);
        }
        const first = [...seen].sort((a, b) => a.compareDocumentPosition(b) & 4 ? -1 : 1)[0];
        if (first) show(marks.get(first.querySelector(".tl-head").id));
      },
      { rootMargin: "-25% 0px -60%" },
    );
    document.querySelectorAll(".tl-event").forEach((event) => watch.observe(event));
  }

  function draw(picture, name, style, places) {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
    shape.setAttribute("class", style);
    for (const [key, value] of Object.entries(places)) shape.setAttribute(key, value);
    picture.append(shape);
    return shape;
  }

  const start = () => document.querySelectorAll(".tl-overview:not([data-tl-ready])").forEach((figure) => {
    figure.dataset.tlReady = "";
    setUp(figure);
  });
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
