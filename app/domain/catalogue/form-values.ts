import { toYuanText } from "~/domain/shared/money";
import type { KindAndContent } from "./listing-content";
import type { FormValues } from "./wizard-view";

const yuan = (fen: number | null) => (fen === null ? "" : toYuanText(BigInt(fen)));
const box = (isTicked: boolean) => (isTicked ? "on" : "");

/** Content as the wizard's fields show it: yuan, percent, ticks. */
export function toFormValues(listing: KindAndContent): FormValues {
  if (listing.kind === "need") {
    const { content } = listing;
    return {
      ...content,
      budgetMinFen: yuan(content.budgetMinFen),
      budgetMaxFen: yuan(content.budgetMaxFen),
      trlWanted: content.trlWanted === null ? "" : String(content.trlWanted),
      isOpenChallenge: box(content.isOpenChallenge),
      isBlinded: box(content.isBlinded),
      noStateSecretDeclared: box(content.noStateSecretDeclared),
    };
  }
  const { content } = listing;
  const evidence = new Map(content.trlEvidence.map((one) => [one.level, one.evidence]));
  return {
    ...content,
    priceMinFen: yuan(content.priceMinFen),
    priceMaxFen: yuan(content.priceMaxFen),
    royaltyRateBp: content.royaltyRateBp === null ? "" : String(content.royaltyRateBp / 100),
    trlDeclared: content.trlDeclared === null ? "" : String(content.trlDeclared),
    trlEvidence: Array.from({ length: 9 }, (_, index) => ({
      level: String(index + 1),
      evidence: evidence.get(index + 1) ?? "",
    })),
    coOwners: content.coOwners.map((one) => ({ ...one, hasConsent: box(one.hasConsent) })),
    isServiceOutcome: box(content.isServiceOutcome),
    isBlinded: box(content.isBlinded),
    disclosureAcknowledged: box(content.disclosureAcknowledged),
    noStateSecretDeclared: box(content.noStateSecretDeclared),
  };
}
