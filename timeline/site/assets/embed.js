// In an iframe: what the frame's address filters by, the link to the site filters by, too.
for (const link of document.querySelectorAll("a.tl-site")) {
  if (location.search) link.search = location.search;
}
