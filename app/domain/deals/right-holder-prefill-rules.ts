import type { RightHolderAnswers } from "./right-holder-schema";

/** What the listing says about its rights. */
export type ListingRights = {
  coOwners: readonly { hasConsent: boolean }[];
  rights: readonly { kind: string; status: string }[];
};

/**
 * Answers that the listing already gives, to be confirmed by a person. What no listing says (licences,
 * pledges, secrecy, disputes) stays open: nobody is to sign a guess.
 */
export function prefillRightHolder(listing: ListingRights): Partial<RightHolderAnswers> {
  const { coOwners, rights } = listing;
  const hasPatent = rights.some((right) => right.kind.startsWith("PATENT"));
  return {
    coOwners:
      coOwners.length === 0
        ? "NONE"
        : coOwners.every((one) => one.hasConsent)
          ? "CONSENT"
          : "NO_CONSENT",
    ...(hasPatent ? {} : { annuities: "NOT_APPLICABLE" as const, openLicence: "NONE" as const }),
  };
}
