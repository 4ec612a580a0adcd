// Asks the preview what there is to show: a page that was saved is loaded again, where it was scrolled to; faults stand
// above the last good page until they are mended.
(() => {
  const page = encodeURIComponent(location.pathname);
  let known = "";
  let edition = "";

  // Browsers restore a place before the page is as long as it will be.
  const place = `preview:${location.pathname}`;
  const scrolled = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (scrolled) addEventListener("load", () => scrollTo({ top: Number(scrolled), behavior: "instant" }));

  const text = (name, content, ...children) => {
    const element = document.createElement(name);
    element.append(content, ...children);
    return element;
  };

  const item = (fault) => {
    const line = text("pre", fault.before, text("mark", fault.at), fault.after);
    return text("li", text("code", fault.place), text("p", fault.text), ...(fault.at ? [line] : []), text("p", fault.hint));
  };

  const show = ({ faults, title }) => {
    const shown = document.querySelector(".preview-faults");
    if (shown) shown.remove();
    if (!faults.length) return;
    const panel = text("section", text("h2", title), text("ol", "", ...faults.map(item)));
    panel.className = "preview-faults";
    panel.setAttribute("role", "alert");
    document.body.append(panel);
  };

  const ask = async () => {
    try {
      const answer = await fetch(`/_preview/state?page=${page}&known=${known}`);
      const state = await answer.json();
      if (edition && edition !== state.edition && !state.faults.length) {
        sessionStorage.setItem(place, scrollY);
        location.reload();
        return;
      }
      if (state.known !== known) show(state);
      known = state.known;
      edition = edition || state.edition;
      setTimeout(ask);
    } catch {
      setTimeout(ask, 1000);
    }
  };

  ask();
})();
