import { createHash } from "node:crypto";
import { canonicalJson } from "~/domain/audit/canonical-json";
import { UNDERTAKING } from "./undertaking-text";

/** Binds the undertaking to its event, so that nobody can say that another text was accepted. */
export function undertakingHash(roadshowId: string): string {
  const bound = canonicalJson({ roadshowId, text: UNDERTAKING });
  return createHash("sha256").update(bound, "utf8").digest("hex");
}
