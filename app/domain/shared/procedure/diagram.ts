import type { Procedure } from "./procedure";

/** The procedure as a Mermaid state diagram with its clocks as notes. */
export function toMermaid(procedure: Procedure): string {
  const lines = ["stateDiagram-v2", `  [*] --> ${procedure.initial}`];
  for (const [name, move] of Object.entries(procedure.moves)) {
    for (const from of move.from) {
      lines.push(`  ${from} --> ${move.to}: ${name} (${move.by.join(" / ")})`);
    }
  }
  const left = new Set(Object.values(procedure.moves).flatMap((move) => [...move.from]));
  for (const state of procedure.states) {
    if (!left.has(state)) lines.push(`  ${state} --> [*]`);
  }
  for (const [name, definition] of Object.entries(procedure.clocks)) {
    const effect = definition.fires ? `then ${definition.fires}` : "then a reminder";
    for (const state of definition.runsIn) {
      lines.push(
        `  note right of ${state}: clock ${name} — ${definition.parameter} (${definition.unit}) ${effect}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

/** The page of docs/procedures for one procedure. */
export function toDiagramPage(procedure: Procedure): string {
  const moves = Object.entries(procedure.moves).map(([name, move]) => {
    const conditions = move.conditions?.join(", ") || "—";
    const note = move.needsNote ? "yes" : "no";
    return `| ${name} | ${move.from.join(", ")} | ${move.to} | ${move.by.join(", ")} | ${conditions} | ${note} |`;
  });
  return [
    `# Procedure \`${procedure.name}\` (version ${procedure.version})`,
    "",
    "Generated from the procedure table by `npm run docs:procedures`; do not edit.",
    "",
    "```mermaid",
    toMermaid(procedure).trimEnd(),
    "```",
    "",
    "| move | from | to | by | conditions | reason needed |",
    "| --- | --- | --- | --- | --- | --- |",
    ...moves,
    "",
  ].join("\n");
}
