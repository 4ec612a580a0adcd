// One classic script and one stylesheet: modules do not load from file://.
import { build } from "esbuild";

await build({
  entryPoints: { rolebook: "src/main.ts" },
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  outdir: "../generator/static",
});
await build({
  entryPoints: { rolebook: "src/styles/index.css" },
  bundle: true,
  minify: true,
  target: ["chrome111", "safari16.4", "firefox113"],
  outdir: "../generator/static",
});
