// Where one is in a call: the node that is read, at the height that links bring it to, is marked on the map beside it.

const BAND = "-18% 0px -77% 0px";

function follow(map: Element): void {
  const links = new Map<Element, Element>();
  for (const link of map.querySelectorAll(".rb-map__node")) {
    const target = document.getElementById(decodeURIComponent(link.getAttribute("xlink:href")?.slice(1) ?? ""));
    if (target) links.set(target, link);
  }
  const inside = new Set<Element>();
  const observer = new IntersectionObserver(
    (changes) => {
      for (const change of changes) {
        if (change.isIntersecting) inside.add(change.target);
        else inside.delete(change.target);
      }
      for (const [target, link] of links) {
        if (inside.has(target)) mark(map, link);
        else if (inside.size) link.removeAttribute("aria-current");
      }
    },
    { rootMargin: BAND },
  );
  for (const target of links.keys()) observer.observe(target);
}

/** Between two nodes the last one stays marked. */
function mark(map: Element, link: Element): void {
  link.setAttribute("aria-current", "location");
  const [frame, box] = [map.getBoundingClientRect(), link.getBoundingClientRect()];
  if (box.top < frame.top || box.bottom > frame.bottom) map.scrollTop += box.top - frame.top - frame.height / 2;
}

for (const map of document.querySelectorAll(".rb-route")) follow(map);
