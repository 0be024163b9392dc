// Copies an event's permanent link when its "#" is clicked. Without script it is a plain link.
document.addEventListener("click", (click) => {
  const link = click.target.closest?.("a.tl-permalink[href^='#']");
  if (!link || click.ctrlKey || click.metaKey || click.shiftKey || !navigator.clipboard) return;
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
