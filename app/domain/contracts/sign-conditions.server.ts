import type { ConditionResult } from "~/domain/shared/procedure/condition";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import type { ContractRow } from "./contract-rows.server";

type Condition = (context: MoveContext<ContractRow>) => Promise<ConditionResult>;

/** Conditions of signing, electronic and on paper. */
export const signConditions: Record<
  "signers-named" | "all-signed" | "other-side" | "pages-agree",
  Condition
> = {
  "signers-named": async ({ subject }) => {
    const sides = new Set(subject.signers.map((one) => one.side));
    return conditionOf(sides.has("SUPPLY") && sides.has("DEMAND"), {
      inputs: { sides: [...sides].sort() },
      formula: "SUPPLY and DEMAND each have a signer",
      source: "Civil Code art. 490",
      code: "contract_signers_missing",
    });
  },
  "all-signed": async ({ subject }) => {
    const { finalSha256 } = subject;
    const open = subject.signers.filter(
      (one) => !one.signedAt || one.documentSha256 !== finalSha256,
    );
    return conditionOf(subject.signers.length > 0 && open.length === 0, {
      inputs: { signers: subject.signers.length, open: open.length, sha256: finalSha256 },
      formula: "every signer has signed the hash of the final document",
      source: "Civil Code art. 490; Electronic Signature Law art. 13",
      code: "contract_signatures_missing",
    });
  },
  "other-side": async ({ tx, subject, actor }) => {
    const upload = await tx.procedureMove.findFirst({
      where: { procedure: "contract", subjectId: subject.id, move: "uploadPaper" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { relation: true },
    });
    const mine = subject.deal.participants.find(
      (one) => actor.kind === "USER" && one.userId === actor.userId,
    );
    const isOther = !!upload && !!mine && mine.role.toLowerCase() !== upload.relation;
    return conditionOf(isOther, {
      inputs: { uploadedBy: upload?.relation ?? null, confirmedBy: mine?.role ?? null },
      formula: "the side that confirms is not the side that uploaded",
      source: "the market's own rule on paper contracts",
      code: "contract_paper_own_side",
    });
  },
  "pages-agree": async ({ subject, input }) => {
    const pages = typeof input.pages === "number" ? input.pages : null;
    return conditionOf(pages !== null && pages >= (subject.finalPageCount ?? 0), {
      inputs: { pages, finalPages: subject.finalPageCount },
      formula: "pages of the scan >= pages of the final document",
      source: "recognition check C01: all pages",
      code: "contract_paper_pages",
    });
  },
};
