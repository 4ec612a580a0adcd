// The front end: registers the custom elements, which upgrade by themselves wherever the page has them.
import "./elements/filter.js";
import "./elements/lookup.js";
import "./elements/variant.js";
import "./elements/revision.js";
import "./elements/offline.js";
import "./here.js";
import "./wide.js";
import "./unfold.js";
import "./parts.js";
import { begin } from "./offline.js";

begin();

window.rolebookRuns = true;
