import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { PROCEDURES } from "../../app/commands/procedures";
import { toDiagramPage } from "../../app/domain/shared/procedure/diagram";

const FOLDER = path.resolve("docs/procedures");

function procedureFiles(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return procedureFiles(full);
    return entry.name.endsWith("-procedure.ts") ? [full] : [];
  });
}

describe("docs/procedures", () => {
  it("has a page for every procedure file", () => {
    const declared = procedureFiles(path.resolve("app/domain")).map((file) => {
      const name = /\bname: "([^"]+)"/.exec(fs.readFileSync(file, "utf8"))?.[1];
      return name ?? file;
    });
    expect(PROCEDURES.map((one) => one.name).sort()).toEqual(declared.sort());
    expect(fs.readdirSync(FOLDER).sort()).toEqual(declared.map((name) => `${name}.md`).sort());
  });

  it.each(PROCEDURES.map((one) => [one.name, one] as const))(
    "shows %s as it is now (npm run docs:procedures)",
    (name, procedure) => {
      const page = fs.readFileSync(path.join(FOLDER, `${name}.md`), "utf8");
      expect(page).toBe(toDiagramPage(procedure));
    },
  );
});
