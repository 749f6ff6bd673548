import { createHash } from "node:crypto";
import { canonicalJson } from "~/domain/audit/canonical-json";
import type { AuctionRules } from "./auction-rules-schema";

/** sha256 of the rules as canonical JSON: what an applicant accepts. */
export function hashOfRules(rules: AuctionRules): string {
  return createHash("sha256").update(canonicalJson(rules), "utf8").digest("hex");
}
