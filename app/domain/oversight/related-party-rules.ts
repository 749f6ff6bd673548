import { type Finding, finding, pairsOf, type TradeParty } from "./flag-rules";

const plain = (text: string | null) => text?.normalize("NFKC").replace(/\s/g, "") ?? "";

const rowOf = (party: TradeParty, text: string) => ({ ...party.row, text });

/**
 * Sides that may belong together: what a party declares itself, the same name of the legal
 * representative, and people who act for both. A name in common may be a coincidence: a person looks.
 */
export function findRelatedParties(parties: readonly TradeParty[]): Finding[] {
  const owner = parties.find((one) => one.isOwner);
  const declared = parties
    .filter((one) => one.isDeclaredRelated && !one.isOwner)
    .map((one) =>
      finding(
        "RELATED_PARTY",
        "declared",
        [one.organisationId, ...(owner ? [owner.organisationId] : [])],
        { note: one.relatedNote },
        [rowOf(one, one.relatedNote || one.name)],
      ),
    );
  const pairs = pairsOf(parties).flatMap(([one, other]) => {
    const ids = [one.organisationId, other.organisationId];
    const found: Finding[] = [];
    const name = plain(one.legalRepresentative);
    if (name !== "" && name === plain(other.legalRepresentative)) {
      found.push(
        finding("RELATED_PARTY", "sameRepresentative", ids, { name }, [
          { table: "Organisation", id: one.organisationId, text: `${one.name}：${name}` },
          { table: "Organisation", id: other.organisationId, text: `${other.name}：${name}` },
        ]),
      );
    }
    const shared = one.memberIds.filter((id) => other.memberIds.includes(id));
    if (shared.length > 0) {
      const reason = one.isOwner || other.isOwner ? "sameOwnerMember" : "sharedMember";
      found.push(
        finding(
          "RELATED_PARTY",
          reason,
          ids,
          { count: shared.length },
          shared.map((id) => ({ table: "Membership", id, text: `${one.name} / ${other.name}` })),
        ),
      );
    }
    return found;
  });
  return [...declared, ...pairs];
}
