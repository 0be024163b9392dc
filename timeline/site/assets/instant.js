// Material's instant navigation sets the href of all that has one, to itself; in a picture that is
// an error, and the page would never show. Its relative addresses are right as they are.
for (const { prototype } of [SVGAElement, SVGUseElement]) {
  const href = Object.getOwnPropertyDescriptor(prototype, "href");
  if (!href.set) Object.defineProperty(prototype, "href", { ...href, set() {} });
}
