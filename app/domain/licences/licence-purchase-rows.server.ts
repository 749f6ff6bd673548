import type { Tx } from "~/platform/db.server";

export type LicencePurchaseRow = Awaited<ReturnType<typeof loadLicencePurchases>>[number];

export function loadLicencePurchases(tx: Tx, ids: readonly string[]) {
  return tx.licencePurchase.findMany({
    where: { id: { in: [...ids] } },
    include: {
      organisation: { select: { legalName: true } },
      payment: { select: { id: true, state: true, paidAt: true } },
      offer: {
        select: {
          id: true,
          number: true,
          title: true,
          organisationId: true,
          regionCode: true,
          organisation: { select: { legalName: true } },
        },
      },
    },
  });
}
