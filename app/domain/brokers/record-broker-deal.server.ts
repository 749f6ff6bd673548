import type { Tx } from "~/platform/db.server";
import { lockDealMatter } from "./deal-matter.server";
import { listMatterIntroductions, listMatterMandates } from "./matter-queries.server";

/**
 * Notes at a room's opening which introductions and mandates led to it, so that they stand on the
 * brokers' boards and count when a contract is made. Those that belong to a room already stay with it.
 * The caller's own audit entry says that the room was opened.
 */
export async function recordBrokerDeal(tx: Tx, input: { dealId: string }): Promise<void> {
  const { dealId } = input;
  const matter = await lockDealMatter(tx, dealId);
  const free = <T extends { id: string; dealId: string | null }>(rows: readonly T[]) =>
    rows.filter((row) => row.dealId === null).map((row) => row.id);
  const mandates = free(await listMatterMandates(tx, matter));
  const introductions = free(await listMatterIntroductions(tx, matter));
  await tx.mandate.updateMany({ where: { id: { in: mandates } }, data: { dealId } });
  await tx.brokerIntroduction.updateMany({
    where: { id: { in: introductions } },
    data: { dealId },
  });
}
