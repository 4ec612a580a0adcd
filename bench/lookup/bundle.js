// Bundles the engines for the browser: node bundle.js OUTFILE
import { build } from "esbuild";

await build({ entryPoints: ["engines.ts"], bundle: true, minify: true, target: ["es2022"], logLevel: "error", outfile: process.argv[2] });
