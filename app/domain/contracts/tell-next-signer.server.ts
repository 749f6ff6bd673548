import { notify } from "~/domain/notifications/notify.server";
import type { Tx } from "~/platform/db.server";
import { nextSignerOf } from "./signer-rules";

/** Tells whoever signs next that it is their turn; nobody when all have signed. */
export async function tellNextSigner(contractId: string, tx: Tx): Promise<void> {
  const contract = await tx.contract.findUniqueOrThrow({
    where: { id: contractId },
    select: {
      title: true,
      signers: {
        select: { id: true, sort: true, userId: true, signedAt: true, declinedAt: true },
      },
    },
  });
  const next = nextSignerOf(contract.signers);
  if (!next) return;
  await notify(tx, {
    userIds: [next.userId],
    kind: "contractSignatureDue",
    params: { title: contract.title },
    href: `/desk/contracts/${contractId}/sign`,
    dedupeKey: `contract-signature:${next.id}`,
  });
}
