import fs from "node:fs";
import path from "node:path";
import { toDiagramPage } from "~/domain/shared/procedure/diagram";
import { PROCEDURES } from "./procedures";

/** `npm run docs:procedures`: writes docs/procedures/<name>.md from the procedure tables. */
const folder = path.resolve("docs/procedures");
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
for (const procedure of PROCEDURES) {
  fs.writeFileSync(path.join(folder, `${procedure.name}.md`), toDiagramPage(procedure));
}
process.stdout.write(`${PROCEDURES.length} procedures written to docs/procedures\n`);
