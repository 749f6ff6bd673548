import { createHash } from "node:crypto";
import { canonicalJson } from "~/domain/audit/canonical-json";
import type { ReportFigures } from "./report-view";

/** SHA-256 over the canonical JSON of the figures: anybody who has them can recompute it. */
export function reportHash(figures: ReportFigures): string {
  return createHash("sha256").update(canonicalJson(figures), "utf8").digest("hex");
}
