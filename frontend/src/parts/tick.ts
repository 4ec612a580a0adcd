// What ticks.
import "../elements/checklist.js";
