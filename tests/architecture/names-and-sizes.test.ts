import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { exportedFunctions, functionNameOf, sourceFiles } from "./source-files.ts";

const FORBIDDEN = new Set(
  "utils util helpers helper misc common lib manager service services data v2".split(" "),
);
const MAX_LINES = 300;
const MAX_TEST_LINES = 350;
/** Files named after a language or a namespace of texts. */
const TEXTS = /^app\/i18n\//;
/** Beside their use case these export one small function that its neighbours share. */
const WITH_A_SHARED_PART = new Set([
  "app/domain/audit/append-audit.server.ts",
  "app/domain/catalogue/save-draft.server.ts",
  "app/domain/identity/invite-member.server.ts",
  "app/domain/identity/send-code.server.ts",
  "app/domain/imports/export-listings.server.ts",
  "app/domain/imports/run-import.server.ts",
  "app/domain/matching/fit-view.server.ts",
]);
/** Catalogues of texts and demo listings are lists; their length is their content. */
const LISTS = /^(app\/i18n|prisma\/seed\/demo)\//;

const ours = sourceFiles("app", "search", "prisma", "tests", "bench");

describe("names and sizes", () => {
  it("has no name that says nothing", () => {
    const says = (part: string) => !FORBIDDEN.has(part.split(".")[0] ?? "");
    const silent = ours
      .filter((file) => !TEXTS.test(file))
      .filter((file) => !file.split("/").every(says));
    expect(silent).toEqual([]);
  });

  it("has file names in lower case with hyphens, outside routes", () => {
    const odd = ours
      .filter((file) => !file.startsWith("app/routes/") && !TEXTS.test(file))
      .filter((file) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(path.basename(file)));
    expect(odd).toEqual([]);
  });

  it(`has no file over ${MAX_LINES} lines, no test over ${MAX_TEST_LINES}`, () => {
    const long = ours
      .filter((file) => !LISTS.test(file))
      .map((file) => ({ file, lines: fs.readFileSync(file, "utf8").split("\n").length - 1 }))
      .filter(({ file, lines }) => {
        return lines > (file.startsWith("tests/") ? MAX_TEST_LINES : MAX_LINES);
      });
    expect(long).toEqual([]);
  });

  it("has no barrel: an index.ts that only hands on", () => {
    const barrels = ours
      .filter((file) => !file.startsWith("app/routes/"))
      .filter((file) => /\/index\.tsx?$/.test(file));
    expect(barrels).toEqual([]);
  });

  it("has one use case per file: beside the function that names it, none is exported", () => {
    const crowded = sourceFiles("app/domain")
      .filter((file) => file.endsWith(".server.ts") && !file.includes("-queries."))
      .filter((file) => !file.startsWith("app/domain/shared/"))
      .filter((file) => !WITH_A_SHARED_PART.has(file))
      .flatMap((file) => {
        const functions = exportedFunctions(file);
        const isUseCase = functions.includes(functionNameOf(file));
        return isUseCase && functions.length > 1 ? [`${file}: ${functions.join(", ")}`] : [];
      });
    expect(crowded).toEqual([]);
  });

  it("has tests of pure code beside it, and none below routes", () => {
    expect(ours.filter((file) => /^app\/routes\/.*\.test\.tsx?$/.test(file))).toEqual([]);
  });
});
