/*
 * Keys, dates explained as one types, and pages exchanged in place. Every link and form works
 * without this file; here they are only followed sooner.
 */
"use strict";

const page = () => document.getElementById("page");
const live = document.getElementById("live");
const help = document.getElementById("help");
const POLL = 2000; // milliseconds between looks at the disk
let dirty = false;
let busy = false;

/* What is said to a screen reader: emptied first, so that the same words are said again. */
function say(text) {
  live.textContent = "";
  setTimeout(() => { live.textContent = text; }, 30);
}

function summary() {
  const words = ["#told", "#left", "#event-title"].map((id) => document.querySelector(id));
  return words.filter(Boolean).map((part) => part.innerText.trim()).join(". ");
}

/* Pages exchanged in place */

async function go(url, options, push) {
  if (busy) return;
  busy = true;
  const slow = setTimeout(() => { page().setAttribute("aria-busy", "true"); say("One moment."); }, 500);
  try {
    const answer = await fetch(url, { ...options, headers: { "x-review": "script" }, cache: "no-store" });
    const type = answer.headers.get("content-type") || "";
    if (!type.startsWith("text/html")) throw new Error((await answer.text()).slice(0, 200));
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    // A page that a form was refused on has no address of its own.
    const led = answer.headers.get("x-address");
    const address = new URL(led || (answer.ok ? answer.url : location.href), answer.url);
    address.searchParams.delete("told"); // said once; not again when the page is read again
    if (push && address.href !== location.href) history.pushState(null, "", address);
  } catch (error) {
    complain(error);
  } finally {
    clearTimeout(slow);
    page().removeAttribute("aria-busy");
    busy = false;
  }
}

function show(next) {
  const before = document.activeElement && document.activeElement.id;
  const source = document.querySelector("#text") && document.querySelector("#text").dataset.source;
  const scrolled = document.querySelector("#text") ? document.querySelector("#text").scrollTop : 0;
  document.title = next.title;
  page().replaceWith(document.importNode(next.getElementById("page"), true));
  dirty = false;
  const text = document.querySelector("#text");
  if (text && text.dataset.source === source) text.scrollTop = scrolled;
  ready();
  focusOn(before);
  say(summary());
}

/* The control that was used keeps the focus where it still is; a form has the field to fill. */
function focusOn(before) {
  const quote = document.querySelector("[data-write] #quote0");
  const writing = document.querySelector("[data-write] [aria-invalid=true]")
    || (quote && quote.value && document.getElementById("title"))
    || document.querySelector("[data-write] :is(input:not([type=hidden]), textarea), #q");
  const kept = before && document.getElementById(before);
  const heading = document.getElementById("event-title");
  const target = writing || (kept && !kept.disabled ? kept : heading);
  if (target) target.focus({ preventScroll: !writing });
}

function complain(error) {
  const words = "The review page does not answer: is `timeline review` still running? Nothing is lost; what you typed stays here.";
  tell(error instanceof TypeError ? words : error.message);
}

function tell(words) {
  const box = document.getElementById("changed");
  if (box) {
    box.textContent = words;
    box.classList.remove("hidden");
    box.scrollIntoView({ block: "nearest" });
  }
  say(words);
}

function ready() {
  const lit = document.querySelector("#text .lit");
  const wide = matchMedia("(min-width: 60.01rem)").matches;
  if (lit && wide) {
    const pane = document.getElementById("text").getBoundingClientRect();
    const here = lit.getBoundingClientRect();
    if (here.top < pane.top + 60 || here.bottom > pane.bottom - 60) lit.scrollIntoView({ block: "center" });
  }
  const side = document.getElementById("event");
  if (side) side.scrollTop = 0;
  if (!wide) scrollTo(0, 0);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("#page a[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.id === "keys") {
    event.preventDefault();
    help.showModal();
  } else if (link.id === "new" && selected()) {
    event.preventDefault();
    go(newFrom(link, selected()), {}, true);
  } else if (!link.getAttribute("href").startsWith("#")) {
    event.preventDefault();
    leave(() => go(link.href, {}, true));
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("#page")) return;
  event.preventDefault();
  const whole = new FormData(form, event.submitter);
  if (form.enctype === "multipart/form-data") return send(whole);
  const data = new URLSearchParams(whole);
  const url = new URL(form.getAttribute("action"), location.href);
  if (form.method === "post") {
    if (!form.matches("[data-write], [data-typed]") && dirty) return leave(() => go(url, { method: "POST", body: data }, true));
    go(url, { method: "POST", body: data }, true);
  } else {
    url.search = data;
    leave(() => go(url, {}, true));
  }
});

addEventListener("popstate", () => go(location.href, {}, false));
addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });

/* What is typed and not saved is not dropped by one keystroke. */
let warned = 0;
function leave(then) {
  if (dirty && Date.now() - warned > 4000) {
    warned = Date.now();
    const box = document.getElementById("changed");
    if (box) {
      box.textContent = "Not saved yet. Once more, and what you typed is dropped.";
      box.classList.remove("hidden");
      box.scrollIntoView({ block: "nearest" });
    }
    return;
  }
  dirty = false;
  then();
}

/* A new event from selected words */

function selected() {
  const chosen = getSelection();
  const text = chosen.toString().replace(/\s+/g, " ").trim();
  const node = chosen.anchorNode && (chosen.anchorNode.closest ? chosen.anchorNode : chosen.anchorNode.parentElement);
  const paragraph = node && node.closest("[data-paragraph]");
  if (!text || !paragraph) return null;
  return { text: text.replace(/^paragraph \d+ ?/, "").slice(0, 3000), paragraph: paragraph.dataset.paragraph };
}

function newFrom(link, chosen) {
  const url = new URL(link.href);
  url.searchParams.set("paragraph", chosen.paragraph);
  url.searchParams.set("quote", chosen.text);
  return url;
}

/* Articles that are dropped or pasted: files and what is dropped at once, pasted words when one
   says so, because a clipboard holds many things. */

const drop = document.getElementById("drop");
const MOST = 50_000_000; // bytes of files; the server counts them, too
let ours = false; // dragged from this very page

function send(data) {
  const size = data.getAll("files").reduce((sum, file) => sum + file.size, 0);
  if (size > MOST) return tell(`This is more than ${MOST / 1e6} MB: fewer files at once, or timeline add in the terminal.`);
  go(new URL("bring", location.href), { method: "POST", body: data }, true);
}

function sendFiles(files) {
  const data = new FormData();
  for (const file of files) data.append("files", file);
  leave(() => send(data));
}

function sendWords(words) {
  const data = new FormData();
  data.append("words", words);
  leave(() => send(data));
}

async function offer(words) {
  if (!document.getElementById("words")) await go(new URL("./", location.href), {}, true);
  const field = document.getElementById("words");
  if (!field) return;
  document.getElementById("adding").open = true;
  field.value = field.value.trim() ? `${field.value.trim()}\n${words}` : words;
  dirty = true;
  document.getElementById("add").focus();
  say("Pasted. Enter adds it.");
}

function wordsOf(transfer) {
  const lines = transfer.getData("text/uri-list").split(/\r?\n/).filter((line) => /^https?:/i.test(line));
  return lines.join("\n") || transfer.getData("text/plain").trim();
}

const isField = (target) => target.closest && target.closest("input:not([type=checkbox], [type=radio], [type=file]), textarea");

/* Whether something dragged is for us, and not for the field under it. */
function isOurs(event) {
  const types = [...event.dataTransfer.types];
  if (ours || help.open) return false;
  if (types.includes("Files")) return !(event.target.closest && event.target.closest("[type=file]"));
  return types.some((type) => type === "text/uri-list" || type === "text/plain") && !isField(event.target);
}

addEventListener("dragstart", () => { ours = true; });
addEventListener("dragend", () => { ours = false; });
addEventListener("dragover", (event) => {
  drop.hidden = !isOurs(event);
  if (drop.hidden) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.hidden = true; });
addEventListener("drop", (event) => {
  drop.hidden = true;
  if (!isOurs(event)) return;
  event.preventDefault();
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
  if (entries.some((entry) => entry && entry.isDirectory)) return tell("A folder can’t be dropped: drop its files, or use timeline add in the terminal.");
  if (event.dataTransfer.files.length) sendFiles(event.dataTransfer.files);
  else if (wordsOf(event.dataTransfer)) sendWords(wordsOf(event.dataTransfer));
});

document.addEventListener("paste", (event) => {
  const { files } = event.clipboardData;
  const words = wordsOf(event.clipboardData);
  if (help.open || (isField(event.target) && (words || !files.length))) return;
  if (files.length && !words) sendFiles(files);
  else if (words && document.getElementById("words")) offer(words);
  else if (words) leave(() => offer(words));
  else return;
  event.preventDefault();
});

/* Keys */

const keysOn = document.getElementById("keys-on");
keysOn.checked = localStorage.getItem("timeline-keys") !== "off";
keysOn.addEventListener("change", () => localStorage.setItem("timeline-keys", keysOn.checked ? "on" : "off"));

document.addEventListener("keydown", (event) => {
  if (event.isComposing || help.open) return;
  const writing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
  const form = event.target.closest("[data-write]");
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form) {
    event.preventDefault();
    form.requestSubmit(document.getElementById("save"));
  } else if (event.key === "Escape") {
    const cancel = document.getElementById("cancel");
    const filters = document.getElementById("filters");
    if (filters && filters.open) filters.open = false;
    else if (cancel) cancel.click();
  } else if (keysOn.checked && !writing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat) {
    const target = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (!target || target.disabled) return;
    event.preventDefault();
    target.click();
  }
});

/* Dates in words, as one types */

let typing;
document.addEventListener("input", (event) => {
  if (event.target.closest("[data-write], [data-typed]")) dirty = true;
  const words = event.target.dataset && event.target.dataset.when;
  if (words) {
    clearTimeout(typing);
    typing = setTimeout(() => explain(event.target, document.getElementById(words)), 120);
  }
  const count = document.querySelector("[data-count]");
  if (count) count.textContent = document.querySelectorAll(".many input:checked").length;
});

async function explain(field, words) {
  const text = field.value;
  try {
    const answer = await fetch(`when?${new URLSearchParams({ text })}`, { cache: "no-store" });
    const said = await answer.json();
    if (field.value !== text) return;
    words.textContent = said.ok ? said.hint : `${said.what}. ${said.hint ? `Try: ${said.hint}.` : ""}`;
    words.classList.toggle("fault", !said.ok);
    if (said.ok) field.removeAttribute("aria-invalid");
    else field.setAttribute("aria-invalid", "true");
  } catch { /* the form says so when it is saved */ }
}

/* The files change on disk, too */

async function look() {
  const { source, id, print, doc } = page().dataset;
  if (!id || document.hidden || busy || help.open) return;
  try {
    const query = new URLSearchParams({ source, id, print, doc });
    const now = await (await fetch(`changes?${query}`, { cache: "no-store" })).json();
    if (busy || page().dataset.print !== print) return;
    if (now.event === "same" && now.text) return;
    const box = document.getElementById("changed");
    if (document.querySelector("[data-write]")) {
      if (box.classList.contains("hidden")) {
        box.textContent = now.event === "same"
          ? "The article was changed on disk just now. What you typed stays here."
          : "This event was changed on disk just now. What you typed stays here; when you save, you are shown both.";
        box.classList.remove("hidden");
      }
      return;
    }
    await go(location.href, {}, false);
    const note = document.getElementById("changed");
    if (note) {
      note.textContent = "Read again: it was changed on disk.";
      note.classList.remove("hidden");
      say(note.textContent);
    }
  } catch { /* the server has ended, or is busy; the next look tells */ }
}
setInterval(look, POLL);
ready();
