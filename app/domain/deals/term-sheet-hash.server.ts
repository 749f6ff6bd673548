import { createHash } from "node:crypto";
import { canonicalJson } from "~/domain/audit/canonical-json";
import type { TermSheetContent } from "./term-sheet-schema";

/** SHA-256 of the content as canonical JSON: what an acceptance and a publicity are bound to. */
export function hashTermSheet(content: TermSheetContent): string {
  return createHash("sha256").update(canonicalJson(content), "utf8").digest("hex");
}
