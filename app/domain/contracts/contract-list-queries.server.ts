import { getDealAccess } from "~/domain/deals/deal-access.server";
import { findAcceptedTerms } from "~/domain/deals/term-sheet-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { SubKind } from "~/domain/shared/tech-contract";
import type { DbOrTx } from "~/platform/db.server";
import { contractNumber } from "./contract-number-rules";
import { isRoomOpenFor } from "./contract-room-rules";
import type { ContractItem, ContractListView } from "./contract-view";
import { KIND_WORDS } from "./templates/term-words";
import { termChanges } from "./term-fact-rules";
import { findTermsInForce } from "./terms-in-force-queries.server";

/** Most contracts of a room that its page lists: one main contract, its supplements, what was given up. */
const MOST = 100;

const itemColumns = {
  id: true,
  number: true,
  kind: true,
  state: true,
  title: true,
  categoryCode: true,
  draftNumber: true,
  createdAt: true,
  signedOn: true,
} as const;

type ItemRow = {
  id: string;
  number: number;
  kind: string;
  state: string;
  title: string;
  categoryCode: string;
  draftNumber: number;
  createdAt: Date;
  signedOn: Date | null;
};

/** A contract as lists and headings show it. */
export function contractItemOf(row: ItemRow): ContractItem {
  return {
    id: row.id,
    number: contractNumber(row),
    kind: row.kind === "SUPPLEMENT" ? "SUPPLEMENT" : "MAIN",
    state: row.state,
    title: row.title,
    categoryName: KIND_WORDS[row.categoryCode as SubKind],
    draftNumber: row.draftNumber,
    createdAt: row.createdAt.toISOString(),
    signedOn: row.signedOn?.toISOString().slice(0, 10) ?? null,
  };
}

const UNDER_WAY: readonly string[] = ["DRAFT", "FINAL", "SIGNING", "PAPER_CHECK"];

/** Contracts of a room, newest first, and what the reader may begin. @throws DomainError "not_found" (404) */
export async function listContracts(
  dealId: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<ContractListView> {
  const access = await getDealAccess(db, dealId, actor, "DOCUMENTS");
  const rows = await db.contract.findMany({
    where: { dealId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: itemColumns,
  });
  const { organisationId } = access;
  const mayDraft =
    access.participantId !== null &&
    access.side !== null &&
    can(actor, "contract.draft", { organisationId });
  const terms = await findAcceptedTerms(db, dealId);
  const main = rows.find((row) => row.kind === "MAIN" && row.state !== "VOID");
  const rights = mayDraft ? null : "forbidden";
  const startMain = () => {
    if (!terms) return "contract_no_terms";
    return isRoomOpenFor("MAIN", access.deal.state) ? null : "contract_room_not_open";
  };
  const startSupplement = async (mainId: string) => {
    const before = await findTermsInForce(db, mainId);
    if (!terms || !before || termChanges(before, terms.content).length === 0) {
      return "contract_no_changes";
    }
    return isRoomOpenFor("SUPPLEMENT", access.deal.state) ? null : "contract_room_not_open";
  };
  const isSupplementing = rows.some(
    (row) => row.kind === "SUPPLEMENT" && UNDER_WAY.includes(row.state),
  );
  const asStep = (reason: string | null) => ({ canDraft: reason === null, reason });
  return {
    dealId,
    items: rows.map(contractItemOf),
    main: main ? null : asStep(rights ?? startMain()),
    supplement:
      main?.state === "SIGNED" && !isSupplementing
        ? asStep(rights ?? (await startSupplement(main.id)))
        : null,
  };
}
