import { createHash } from "node:crypto";
import { canonicalJson } from "~/domain/audit/canonical-json";

export type MandateTerms = {
  brokerId: string;
  side: string;
  clientId: string;
  secondClientId: string | null;
  achievementId: string | null;
  needId: string | null;
  title: string;
  scope: string;
  duties: string[];
  successDefinition: string;
  feeKind: string;
  fixedFeeFen: bigint | null;
  feeSteps: { uptoFen: string | null; rateBp: number }[];
  costsBorneBy: string;
  feePayer: string;
  confidentialityNote: string;
  startsOn: string;
  endsOn: string;
};

/** SHA-256 of everything that was agreed; a consent names it, so that it cannot be given to other terms. */
export function hashTerms(terms: MandateTerms): string {
  const text = canonicalJson({ ...terms, fixedFeeFen: terms.fixedFeeFen?.toString() ?? null });
  return createHash("sha256").update(text, "utf8").digest("hex");
}
