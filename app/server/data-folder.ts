import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { StartError } from "./friendly-errors.ts";
import { commandLineOf, isAlive, readNumber } from "./local-process.ts";

/**
 * Creates DATA_DIR. As root it stays passable (0711), because PostgreSQL runs as another account;
 * everything secret inside has its own 0600 or 0700.
 */
export function prepareDataFolder(folder: string): string {
  const absolute = path.resolve(folder);
  const isRoot = process.getuid?.() === 0;
  fs.mkdirSync(absolute, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
  for (const name of ["files", "logs"]) {
    fs.mkdirSync(path.join(absolute, name), { recursive: true, mode: 0o700 });
  }
  return absolute;
}

/**
 * Claims DATA_DIR for this process, so that two markets never share embedded services.
 * A lock left by a killed process is taken over. Returns the function that lets go.
 */
export function lockDataFolder(folder: string): () => void {
  const file = path.join(folder, "lock");
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = readNumber(file);
      if (holder && holder !== process.pid && isOurKind(holder)) {
        throw new StartError(
          `Another market (process ${holder}) already uses the data folder ${folder}. Stop it, or choose another DATA_DIR.`,
        );
      }
      fs.rmSync(file, { force: true });
    }
  }
  throw new StartError(`The data folder ${folder} cannot be locked.`);
}

/** A secret that is made once and then stays: 32 random bytes, readable by its owner only. */
export function readOrCreateSecret(file: string): string {
  const known = fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : "";
  if (known) return known;
  const secret = randomBytes(32).toString("base64url");
  fs.writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

function isOurKind(pid: number): boolean {
  return isAlive(pid) && /node|tsx/.test(commandLineOf(pid));
}
