import fs from "node:fs";
import path from "node:path";
import ts from "typescript";

const SKIPPED = new Set(["node_modules", "client", "migrations"]);

/** All TypeScript files below these folders, with forward slashes, in order. */
export function sourceFiles(...folders: string[]): string[] {
  return folders
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) =>
      fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const file = `${folder}/${entry.name}`;
        if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sourceFiles(file);
        return /\.(ts|tsx|mjs)$/.test(entry.name) ? [file] : [];
      }),
    )
    .sort();
}

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

/** Names of the functions that a file exports, however they are written. */
export function exportedFunctions(file: string): string[] {
  const names: string[] = [];
  for (const statement of parse(file).statements) {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    if (ts.isFunctionDeclaration(statement)) names.push(statement.name?.text ?? "default");
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const isFunction =
        initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
      if (isFunction && ts.isIdentifier(name)) names.push(name.text);
    }
  }
  return names;
}

/** "place-bid.server.ts" -> "placeBid" */
export function functionNameOf(file: string): string {
  const [stem = ""] = path.basename(file).split(".");
  return stem.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
