// Copies an event's permanent link when its "#" is clicked. Without script it is a plain link.
document.addEventListener("click", (click) => {
  const link = click.target.closest?.("a.tl-permalink");
  if (!link || link.pathname !== location.pathname) return; // it leads to another page
  if (click.ctrlKey || click.metaKey || click.shiftKey || !navigator.clipboard) return;
  const done = link.closest("[data-tl-copied]")?.dataset.tlCopied;
  navigator.clipboard.writeText(link.href).then(
    () => {
      link.dataset.tlDone = done;
      status().textContent = done;
      setTimeout(() => delete link.dataset.tlDone, 1800);
    },
    () => {}, // not allowed here: the address bar has the link
  );
});

// The one place from which a screen reader hears that the link was copied.
function status() {
  let element = document.querySelector(".tl-status");
  if (!element) {
    element = document.createElement("div");
    element.className = "tl-status";
    element.role = "status";
    document.body.append(element);
  }
  element.textContent = "";
  return element;
}

// Events far from the window are laid out only when they come near it, at first with an estimated
// height. So the browser lands a little off a permalink; once all is laid out, this puts it right.
function settle() {
  const target = document.querySelector(":target");
  if (!target?.closest(".tl-list, .tl-anchor, .tl-anchor ~ *")) return;
  const step = (frames) =>
    requestAnimationFrame(() => (frames ? step(frames - 1) : target.scrollIntoView()));
  step(2);
}

// Going back or reloading returns to where the reader was, which is not ours to change.
if (performance.getEntriesByType("navigation")[0]?.type === "navigate") {
  addEventListener("load", settle);
}
addEventListener("hashchange", settle);

// A permalink from before the timeline was split leads to the part in which its event stands now.
function moved() {
  const anchor = decodeURIComponent(location.hash.slice(1));
  if (!anchor || document.getElementById(anchor)) return;
  for (const part of document.querySelectorAll("[data-tl-anchors]")) {
    if (` ${part.dataset.tlAnchors} `.includes(` ${anchor} `)) {
      location.replace(`${part.href}#${encodeURIComponent(anchor)}`);
      return;
    }
  }
}
if (window.document$) window.document$.subscribe(moved);
else moved();
