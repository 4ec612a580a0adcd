// Classic scripts and one stylesheet: modules do not load from file://.
import { build } from "esbuild";

import { buildShared } from "./sharing.js";

/**
 * The oldest browsers that all of it works in. Newer syntax is written out in older; newer methods are refused by the lib
 * of tsconfig.json, and what else they lack by floor.test.js.
 */
const target = ["chrome80", "safari14", "firefox78"];

const outdir = "../generator/rolebook/static";
const script = { bundle: true, minify: true, format: "iife", charset: "utf8", legalComments: "none", outdir };
/** All three know public fields; written out, the rest is plain ES2020, which a parser can be asked about. */
const fields = { "class-field": false };

// Safari before 14.1 fails at [a, ...rest] of a list written out in the same place, which is not written here; esbuild
// takes it to know no destructuring at all, and cannot do without.
const ours = { ...script, target, supported: { destructuring: true, ...fields } };
const parts = { quiz: "src/parts/quiz.ts", tick: "src/parts/tick.ts" };
await buildShared("rolebook", "src/main.ts", parts, ours);
await build({ entryPoints: { moved: "src/moved.ts", qr: "src/qr.ts" }, ...ours });
// Workers are no files of the site as they are: the generator writes one of the two into it.
await build({
  entryPoints: { keep: "src/worker/keep.ts", leave: "src/worker/leave.ts" },
  ...ours,
  outdir: `${outdir}/workers`,
  define: { "process.env.NODE_ENV": '"production"' },
});
await build({ entryPoints: { floor: "src/floor.ts" }, ...script, target: ["es5"] });
await build({
  entryPoints: { rolebook: "src/styles/index.css" },
  bundle: true,
  minify: true,
  target,
  outdir,
});
