// The front end: registers the custom elements, which upgrade by themselves wherever the page has them.
import "./elements/filter.js";
import "./elements/home.js";
import "./elements/lookup.js";
import "./elements/variant.js";
import "./elements/checklist.js";
import "./elements/revision.js";
import "./elements/profile.js";
import "./elements/quiz.js";
import "./elements/quiz-review.js";
import "./elements/quiz-exam.js";
import "./elements/team.js";
import "./elements/offline.js";
import "./unfold.js";
import { begin } from "./offline.js";

begin();

window.rolebookRuns = true;
