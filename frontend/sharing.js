// Scripts beside a first one that take from it what both need: classic scripts cannot import from one another.
import { relative } from "node:path";
import { build } from "esbuild";

const SHARED = "window.rolebookShared";

/**
 * Bundle `main` into main.js of the folder, and the `parts`, entries by name, beside it, with these options of esbuild.
 * What two of them need is in the first alone, which hands it on; a part runs after it.
 */
export async function buildShared(name, main, parts, options) {
  const needs = async (entry) => {
    const { metafile } = await build({ ...options, entryPoints: [entry], write: false, metafile: true });
    return Object.keys(metafile.inputs);
  };
  const all = (await Promise.all([main, ...Object.values(parts)].map(needs))).flat();
  const shared = new Set([...all.filter((file, n) => all.indexOf(file) !== n), ...(await needs(main))]);
  const handed = new Set();
  const taking = {
    name: "shared",
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (kind === "entry-point" || pluginData === SHARED) return undefined;
        const found = await resolve(path, { kind, importer, resolveDir, pluginData: SHARED });
        const file = relative("", found.path);
        if (!shared.has(file)) return undefined;
        handed.add(file);
        return { path: file, namespace: "shared" };
      });
      onLoad({ filter: /./, namespace: "shared" }, ({ path }) => ({
        contents: `module.exports = ${SHARED}[${JSON.stringify(path)}]`,
      }));
    },
  };
  await build({ ...options, entryPoints: parts, plugins: [taking] });
  const files = [...handed].sort();
  const contents = [
    ...files.map((file, n) => `import * as m${n} from "./${file}";`),
    `import "./${main}";`,
    `${SHARED} = { ${files.map((file, n) => `${JSON.stringify(file)}: m${n}`).join(", ")} };`,
  ].join("\n");
  const { outdir, ...rest } = options;
  await build({ ...rest, stdin: { contents, resolveDir: "." }, outfile: `${outdir}/${name}.js` });
}
