import path from "node:path";

/**
 * Bundles a source file with everything that it imports into one text, as the build does. The sources
 * are there wherever the market runs; the tool is only loaded when somebody asks.
 * @param constants names in the source that are replaced by values
 */
export async function bundleSource(
  entry: string,
  constants: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { build } = await import("vite");
  const define = Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]);
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: "silent",
    define: Object.fromEntries(define),
    resolve: { alias: [{ find: /^~\//, replacement: `${path.resolve("app")}/` }] },
    build: {
      write: false,
      target: "es2022",
      minify: false,
      lib: { entry: path.resolve(entry), formats: ["es"], fileName: "bundle" },
      rollupOptions: { external: [/^node:/] },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  const [chunk] = outputs;
  if (chunk?.type !== "chunk") throw new Error(`nothing came of ${entry}`);
  return chunk.code;
}
