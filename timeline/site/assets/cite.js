// "Cite" beside an event: plain text, BibTeX and CSL-JSON, made from the event as it stands on the
// page and copied with a click; and the HTML that shows its card, or the timeline, on another page.
// Without script the event itself has all of it in words.
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

  // Where the site stands, not where a copy of it is read.
  const absolute = (href) => new URL(href, document.querySelector("link[rel=canonical]")?.href ?? location.href).href;
  const SANDBOX = "allow-popups allow-popups-to-escape-sandbox";
  const iframe = (src, title, height, sandbox) => {
    const safe = (text) => text.replace(/[&"<>]/g, (c) => `&#${c.charCodeAt(0)};`);
    return `<iframe src="${safe(src)}" title="${safe(title)}" width="100%" height="${height}" ` +
      `style="border:0" loading="lazy" sandbox="${sandbox}"></iframe>\n`;
  };

  // High enough for its words in a column of 340 pixels; where it isn't, the card scrolls.
  function card(f, event) {
    const { tlCards } = event.closest("[data-tl-cards]").dataset;
    const anchor = decodeURIComponent(new URL(f.url).hash.slice(1));
    const lines = Math.ceil(f.title.length / 30) * 28 + Math.ceil((f.quote ?? "").length / 40) * 26;
    const src = absolute(`${tlCards}/${event.dataset.tlCard ?? anchor}.html`);
    return iframe(src, f.title, 210 + lines, SANDBOX);
  }

  const FORMS = { plain, BibTeX: bibtex, "CSL-JSON": csl };
  const WORDS = { plain: "tlPlain", embed: "tlEmbed" };

  function copy(button, text, done) {
    navigator.clipboard.writeText(text).then(
      () => {
        button.dataset.tlDone = done;
        setTimeout(() => delete button.dataset.tlDone, 1800);
      },
      () => prompt(button.textContent, text),
    );
  }

  document.addEventListener("click", (click) => {
    const button = click.target.closest?.(".tl-cite button");
    if (!button) return;
    const event = button.closest(".tl-event");
    const text = (FORMS[button.dataset.form] ?? card)(facts(event), event);
    copy(button, text, event.closest("[data-tl-copied]").dataset.tlCopied);
  });

  // Beside the link to the page for an iframe: the HTML for it, filtered as this page is.
  function framed() {
    const link = document.querySelector("a.tl-frame:not(:has(+ button))");
    if (!link) return;
    const { tlCopy, tlCopied } = link.parentElement.dataset;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = tlCopy;
    button.addEventListener("click", () => {
      const src = `${absolute(link.getAttribute("href"))}${location.search}`;
      const title = document.querySelector("h1").firstChild.textContent.trim();
      copy(button, iframe(src, title, 600, `allow-scripts ${SANDBOX}`), tlCopied);
    });
    link.after(" ", button);
  }

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
      const forms = words.tlCards ? [...Object.keys(FORMS), "embed"] : Object.keys(FORMS);
      for (const form of forms) {
        const button = document.createElement("button");
        button.type = "button";
        button.dataset.form = form;
        button.textContent = words[WORDS[form]] ?? form;
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
    framed();
    for (const event of document.querySelectorAll(".tl-event:not(:has(.tl-cite))")) near.observe(event);
  };
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
