import type { DbOrTx } from "~/platform/db.server";
import type { TermLabels } from "./terms-view";

/** Names of categories and kinds of rights, and of the brokers in a room. */
export async function listTermLabels(
  db: DbOrTx,
  locale: string,
  dealId: string | null = null,
): Promise<TermLabels> {
  const isChinese = locale.startsWith("zh");
  const rows = await db.codeItem.findMany({
    where: { list: { in: ["contract-categories", "ip-kinds"] } },
    orderBy: { sort: "asc" },
    select: { list: true, code: true, nameZh: true, nameEn: true },
  });
  const ofList = (list: string) =>
    Object.fromEntries(
      rows
        .filter((row) => row.list === list)
        .map((row) => [row.code, isChinese ? row.nameZh : (row.nameEn ?? row.nameZh)]),
    );
  const people = dealId
    ? await db.dealParticipant.findMany({
        where: { dealId, role: "BROKER" },
        select: { brokerId: true },
      })
    : [];
  const profiles = await db.brokerProfile.findMany({
    where: { id: { in: people.flatMap((one) => one.brokerId ?? []) } },
    select: { id: true, displayName: true },
  });
  return {
    categories: ofList("contract-categories"),
    ipKinds: ofList("ip-kinds"),
    brokers: Object.fromEntries(profiles.map((one) => [one.id, one.displayName])),
  };
}
