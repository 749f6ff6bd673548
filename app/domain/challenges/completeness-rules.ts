import { countCodePoints } from "~/domain/catalogue/field-kinds";
import type { ChallengeField, ChallengeTarget } from "./challenge-schema";

export type ChallengeParts = {
  title: string;
  background: string;
  content: string;
  targets: readonly ChallengeTarget[];
  fieldCodes: readonly string[];
  posterFen: bigint | null;
  publicFen: bigint | null;
  publicSource: string;
  ipTerms: string;
  eligibility: string;
  takerMode: string;
  maxTakers: number;
  agreementText: string;
  intentionsDueAt: Date | null;
  finishOn: Date | null;
};

/** Fields that a challenge still lacks before experts can look at it. */
export function missingParts(parts: ChallengeParts): ChallengeField[] {
  const missing: ChallengeField[] = [];
  const need = (field: ChallengeField, isThere: boolean) => {
    if (!isThere) missing.push(field);
  };
  need("title", countCodePoints(parts.title) >= 5);
  need("background", parts.background !== "");
  need("content", parts.content !== "");
  need("targets", parts.targets.length > 0 && parts.targets.every((one) => one.name !== ""));
  need("fieldCodes", parts.fieldCodes.length > 0);
  need("ipTerms", parts.ipTerms !== "");
  need("eligibility", parts.eligibility !== "");
  need("maxTakers", (parts.takerMode === "ONE") === (parts.maxTakers === 1));
  need("agreementText", parts.agreementText !== "");
  need("intentionsDueOn", parts.intentionsDueAt !== null);
  need(
    "finishOn",
    parts.finishOn !== null &&
      (parts.intentionsDueAt === null || parts.finishOn > parts.intentionsDueAt),
  );
  return missing;
}

/** What is wrong with the money; null when somebody pays and public money names who grants it. */
export function moneyFault(
  parts: Pick<ChallengeParts, "posterFen" | "publicFen" | "publicSource">,
): "posterFen" | "publicSource" | null {
  const publicFen = parts.publicFen ?? 0n;
  if (publicFen > 0n && parts.publicSource.trim() === "") return "publicSource";
  return (parts.posterFen ?? 0n) + publicFen > 0n ? null : "posterFen";
}
