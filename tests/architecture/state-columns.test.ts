import fs from "node:fs";
import ts from "typescript";
import { expect, it } from "vitest";
import { parse, sourceFiles } from "./source-files.ts";

const KERNEL = "app/domain/shared/procedure/";
const WRITES = new Set([
  ...["create", "createMany", "createManyAndReturn", "update", "updateMany"],
  ...["updateManyAndReturn", "upsert"],
]);

/** Prisma calls, and SQL texts, of a file that write a column named `state`. */
function stateWrites(file: string): string[] {
  const source = parse(file);
  const found: string[] = [];
  const report = (node: ts.Node) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${file}:${line + 1}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      if (WRITES.has(node.expression.name.text)) {
        const [argument] = node.arguments;
        if (argument && namesState(argument)) report(node);
      }
    }
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      if (/\bset\s+((?!\bwhere\b)[^;])*?"?\bstate"?\s*=/i.test(node.getText(source))) report(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `{ data: { … state … } }`, or the same below `create` and `update` of an upsert. */
function namesState(argument: ts.Expression): boolean {
  if (!ts.isObjectLiteralExpression(argument)) return false;
  return argument.properties.some((property) => {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) return false;
    if (!["data", "create", "update"].includes(property.name.text)) return false;
    return (
      ts.isObjectLiteralExpression(property.initializer) &&
      property.initializer.properties.some(
        ({ name }) => name && ts.isIdentifier(name) && name.text === "state",
      )
    );
  });
}

it("changes a state only in the kernel", () => {
  // The seed inserts demo rows in the middle of their lives; a database trigger watches over updates.
  const files = sourceFiles("app", "search")
    .filter((file) => !file.startsWith(KERNEL))
    .filter((file) => fs.readFileSync(file, "utf8").includes("state"));
  expect(files.flatMap(stateWrites)).toEqual([]);
});
