// "Cite" beside an event: plain text, BibTeX and CSL-JSON, made from the event as it stands on the
// page and copied with a click. Without script the event itself has all of it in words.
(() => {
  const permalink = (event) => event.querySelector("a.tl-permalink").href;

  function facts(event) {
    const head = event.querySelector(".tl-head");
    const when = head.querySelector(".tl-when");
    const caption = event.querySelector("figcaption");
    const [source, ...parts] = [...(caption?.children ?? [])]
      .filter((part) => !part.matches(".tl-external:not(:first-child)"))
      .map((part) => part.textContent.trim());
    return {
      id: head.id,
      title: head.querySelector(".tl-title").textContent.trim(),
      when: [...when.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join("").trim(),
      exact: when.getAttribute("datetime"),
      quote: event.querySelector("blockquote mark")?.textContent.trim(),
      source: [source, ...parts].filter(Boolean).join(", "),
      site: document.querySelector(".md-header__title .md-ellipsis")?.textContent.trim() ?? "",
      url: permalink(event),
      accessed: new Date().toISOString().slice(0, 10),
    };
  }

  const plain = (f) =>
    `“${f.title}” (${f.when}). ${f.site}. ${f.url} (${f.accessed}).` +
    (f.quote ? ` “${f.quote}” — ${f.source}.` : "");

  // Braces must pair and a backslash begins a command; the rest of LaTeX's signs are escaped.
  const tex = (text) =>
    text.replace(/[\\{}]/g, (c) => ({ "\\": "\\textbackslash ", "{": "\\{", "}": "\\}" })[c])
      .replace(/[#$%&_]/g, "\\$&").replace(/[~^]/g, "\\$&{}");

  const bibtex = (f) => {
    const fields = {
      title: `{${tex(f.title)}}`,
      howpublished: tex(f.site),
      ...(/^\d{4}/.test(f.exact ?? "") ? { year: f.exact.slice(0, 4) } : {}),
      note: tex([f.when, f.quote && `“${f.quote}”`, f.source].filter(Boolean).join(". ")),
      url: f.url.replace(/[{}\\\s]/g, encodeURIComponent),
      urldate: f.accessed,
    };
    const lines = Object.entries(fields).map(([key, value]) => `  ${key} = {${value}}`);
    return `@misc{timeline-${f.id.replace(/[^\w-]/g, "")},\n${lines.join(",\n")}\n}\n`;
  };

  const csl = (f) => {
    const parts = f.exact?.slice(0, 10).split("-").map(Number);
    const accessed = f.accessed.split("-").map(Number);
    const item = {
      id: f.id,
      type: "webpage",
      title: f.title,
      "container-title": f.site,
      issued: parts ? { "date-parts": [parts] } : { literal: f.when },
      accessed: { "date-parts": [accessed] },
      URL: f.url,
      note: [f.quote && `“${f.quote}”`, f.source].filter(Boolean).join(" — "),
    };
    return `${JSON.stringify([item], null, 2)}\n`;
  };

  const FORMS = { plain, BibTeX: bibtex, "CSL-JSON": csl };

  document.addEventListener("click", (click) => {
    const button = click.target.closest?.(".tl-cite button");
    if (!button) return;
    const event = button.closest(".tl-event");
    const text = FORMS[button.dataset.form](facts(event));
    const copied = event.closest("[data-tl-copied]").dataset.tlCopied;
    navigator.clipboard.writeText(text).then(
      () => {
        button.dataset.tlDone = copied;
        setTimeout(() => delete button.dataset.tlDone, 1800);
      },
      () => prompt(button.textContent, text),
    );
  });

  // Made when the reader comes near an event: a thousand hidden buttons would cost time.
  const near = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      const words = target.closest("[data-tl-cite]").dataset;
      const box = document.createElement("details");
      box.className = "tl-cite";
      const summary = document.createElement("summary");
      summary.textContent = words.tlCite;
      box.append(summary);
      for (const form of Object.keys(FORMS)) {
        const button = document.createElement("button");
        button.type = "button";
        button.dataset.form = form;
        button.textContent = form === "plain" ? words.tlPlain : form;
        box.append(button);
      }
      const list = document.createElement("div");
      list.className = "tl-forms";
      list.append(...box.querySelectorAll("button"));
      box.append(list);
      target.querySelector(".tl-permalink").after(box);
    }
  });
  const start = () => {
    if (!navigator.clipboard) return;
    for (const event of document.querySelectorAll(".tl-event:not(:has(.tl-cite))")) near.observe(event);
  };
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
