import { createHash } from "node:crypto";
import { canonicalJson } from "~/domain/audit/canonical-json";
import type { ConsentKind } from "./consent-schema";
import { type ConsentFacts, consentText } from "./consent-text";

/** Binds the text to its project, so that nobody can say that another one was agreed to. */
export function consentHash(projectId: string, kind: ConsentKind, facts: ConsentFacts): string {
  const bound = canonicalJson({ projectId, kind, text: consentText(kind, facts) });
  return createHash("sha256").update(bound, "utf8").digest("hex");
}
