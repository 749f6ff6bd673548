import { buildIfNeeded } from "./build-if-needed.ts";
import { explainStartError } from "./friendly-errors.ts";

/** `npm run build`: builds and stamps, so that the next start does not build again. */
try {
  const built = await buildIfNeeded((text) => process.stdout.write(`${text}\n`));
  process.stdout.write(built ? "Built.\n" : "Nothing changed since the last build.\n");
} catch (error) {
  process.stderr.write(`${explainStartError(error) ?? String(error)}\n`);
  process.exitCode = 1;
}
