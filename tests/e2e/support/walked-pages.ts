import fs from "node:fs";
import path from "node:path";

/** What the walks of this run have seen: in a file, because a test that fails takes its process along. */
const file = () => path.join(process.env.E2E_DATA_DIR ?? "", "walked-pages.txt");

/** Axe has looked at a page. */
export function notePage(address: string): void {
  fs.appendFileSync(file(), `page ${address.split("?")[0]}\n`);
}

/** A walk has come to its end. */
export function noteWalk(name: string): void {
  fs.appendFileSync(file(), `end ${name}\n`);
}

export function readWalks(): { pages: Set<string>; ended: Set<string> } {
  const lines = fs.existsSync(file()) ? fs.readFileSync(file(), "utf8").split("\n") : [];
  const of = (kind: string) =>
    new Set(
      lines.filter((line) => line.startsWith(kind)).map((line) => line.slice(kind.length + 1)),
    );
  return { pages: of("page"), ended: of("end") };
}
