import { readTermSheet } from "~/domain/deals/term-sheet-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import type { ConflictFacts } from "./conflict-facts";
import type { ContractRow } from "./contract-rows.server";
import type { ContractFacts, PartyFacts } from "./templates/contract-facts";
import { findTermsInForce } from "./terms-in-force-queries.server";

type Deal = ContractRow["deal"];

function partyOf(deal: Deal, side: "SUPPLY" | "DEMAND"): PartyFacts {
  const { legalName, uscc, address, legalRepresentative } =
    side === "SUPPLY" ? deal.supplyOrganisation : deal.demandOrganisation;
  const contact = deal.participants.find((one) => one.role === side)?.user.name ?? null;
  return { name: legalName, uscc, address, legalRepresentative, contact };
}

/** What a template is filled with. */
export function templateFactsOf(deal: Deal, content: unknown): ContractFacts {
  return {
    terms: readTermSheet(content),
    supply: partyOf(deal, "SUPPLY"),
    demand: partyOf(deal, "DEMAND"),
    dealNumber: deal.number,
  };
}

/** What the text is held against; a supplement also names what was in force before it. */
export async function conflictFactsOf(
  db: DbOrTx,
  row: Pick<ContractRow, "id" | "parentId" | "deal" | "termSheet">,
): Promise<ConflictFacts> {
  const { supplyOrganisation: supply, demandOrganisation: demand } = row.deal;
  return {
    terms: readTermSheet(row.termSheet.content),
    before: row.parentId ? await findTermsInForce(db, row.parentId, { exceptId: row.id }) : null,
    supply: { name: supply.legalName, uscc: supply.uscc },
    demand: { name: demand.legalName, uscc: demand.uscc },
  };
}
