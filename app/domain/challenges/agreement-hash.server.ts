import { createHash } from "node:crypto";
import { canonicalJson } from "~/domain/audit/canonical-json";

/** Binds the text to its challenge, so that nobody can say that another one was accepted. */
export function agreementHash(challengeId: string, text: string): string {
  const bound = canonicalJson({ challengeId, text });
  return createHash("sha256").update(bound, "utf8").digest("hex");
}
