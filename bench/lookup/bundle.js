// Bundles a script for the browser or for Node: node bundle.js OUTFILE [SOURCE]
import { build } from "esbuild";

const [outfile, source] = process.argv.slice(2);
await build({ entryPoints: [source ?? "engines.ts"], bundle: true, minify: source === undefined, target: ["es2022"], external: ["node:*"], logLevel: "error", outfile });
