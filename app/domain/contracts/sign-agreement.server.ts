import { createHash } from "node:crypto";
import { agreementText } from "./sign-agreement-rules";

/** Hash of the agreement under article 13-2 for one document, hex. */
export function agreementHashOf(sha256: string): string {
  return createHash("sha256").update(agreementText(sha256), "utf8").digest("hex");
}
