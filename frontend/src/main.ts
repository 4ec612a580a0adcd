// The front end: registers the custom elements, which upgrade by themselves wherever the page has them.
import "./elements/filter.js";
import "./elements/lookup.js";
import "./elements/variant.js";
import "./elements/revision.js";
import "./here.js";
import "./wide.js";
import "./unfold.js";
import "./parts.js";

window.rolebookRuns = true;
