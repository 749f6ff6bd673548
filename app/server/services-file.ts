import fs from "node:fs";
import path from "node:path";

const NAMES = ["DATABASE_URL", "MEILI_URL", "MEILI_KEY", "MEILI_PREFIX", "APP_SECRET", "DATA_DIR"];

/**
 * DATA_DIR/services.env tells commands run beside the market where its services are. It holds secrets
 * (0600) and is there only while the market runs. Returns the function that removes it.
 */
export function writeServicesFile(dataDir: string): () => void {
  const file = path.join(dataDir, "services.env");
  const lines = NAMES.filter((name) => process.env[name]).map(
    (name) => `${name}='${process.env[name]}'`,
  );
  fs.writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return () => fs.rmSync(file, { force: true });
}
