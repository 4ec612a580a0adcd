// Asks the preview what there is to show: a page that was saved is loaded again, where it was scrolled to; faults stand
// above the last good page until they are mended.
(() => {
  const page = encodeURIComponent(location.pathname);
  const { edition } = document.currentScript.dataset;
  let known = "";

  // Browsers restore a place before the page is as long as it will be. It stays known until the page stands there, as
  // another save may load the page again before.
  const place = `preview:${location.pathname}`;
  let scrolled = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  addEventListener("load", () => {
    if (scrolled) scrollTo({ top: Number(scrolled), behavior: "instant" });
    scrolled = null;
  });

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
      if (edition !== state.edition && !state.faults.length) {
        sessionStorage.setItem(place, scrolled || scrollY);
        location.reload();
        return;
      }
      if (state.known !== known) show(state);
      known = state.known;
      setTimeout(ask);
    } catch {
      setTimeout(ask, 1000);
    }
  };

  ask();
})();
