import { decideFlag } from "~/domain/oversight/decide-flag.server";
import { assertFound } from "~/domain/shared/domain-error";
import { acceptSeat } from "~/domain/tenders/accept-seat.server";
import { makeHolderKey } from "~/domain/tenders/holder-key-rules.js";
import { nameKeyHolder } from "~/domain/tenders/name-key-holder.server";
import { nameMember } from "~/domain/tenders/name-member.server";
import { registerKey } from "~/domain/tenders/register-key.server";
import { runTenderDue } from "~/domain/tenders/run-tender-due.server";
import { saveScores } from "~/domain/tenders/save-scores.server";
import type { Db } from "~/platform/db.server";
import { personOf } from "./bidding-sale.ts";

const demo = (db: Db, name: string) => personOf(db, `${name}@demo.example`);

/** Names the three holders; the market's key is made here and thrown away, the third that nobody needs. */
export async function nameHolders(
  db: Db,
  tenderId: string,
  people: { buyer: string; notary: string },
): Promise<void> {
  const buyer = await demo(db, people.buyer);
  const operator = await demo(db, "operator");
  const notary = await demo(db, people.notary);
  await nameKeyHolder({ tenderId, role: "BUYER", email: buyer.email }, buyer, db);
  await nameKeyHolder({ tenderId, role: "MARKET", email: operator.email }, operator, db);
  await nameKeyHolder({ tenderId, role: "NOTARY", email: notary.email }, operator, db);
  const { publicKey } = await makeHolderKey();
  await registerKey({ tenderId, publicKey: JSON.stringify(publicKey) }, operator, db);
}

type DatedColumn = "bidsDueAt" | "candidatesEndAt" | "standstillEndsAt";

/** Brings a date of the tender to the past and does what the queue does then. */
export async function passDate(db: Db, tenderId: string, column: DatedColumn): Promise<void> {
  const past = new Date(Date.now() - 1000);
  await db.tender.update({ where: { id: tenderId }, data: { [column]: past } });
  await runTenderDue(tenderId, db);
}

/** Names of the tables that hold this text anywhere, as a dump of the database would show it. */
export async function tablesHolding(db: Db, text: string): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname IN ('public', 'graphile_worker')`;
  const found: string[] = [];
  for (const { name } of tables) {
    const sql = `SELECT EXISTS (SELECT FROM ${name} AS row WHERE row::text LIKE $1) AS "isThere"`;
    const [row] = await db.$queryRawUnsafe<{ isThere: boolean }[]>(sql, `%${text}%`);
    if (row?.isThere) found.push(name);
  }
  return found;
}

/** The market seats experts; all but the last declare themselves and score, the best bidder by name. */
export async function seatAndScore(
  db: Db,
  tenderId: string,
  names: readonly string[],
  best: string,
): Promise<void> {
  const operator = await demo(db, "operator");
  const bids = await db.tenderBid.findMany({
    where: { tenderId, state: "OPENED" },
    select: { id: true, user: { select: { email: true } } },
  });
  for (const [index, name] of names.entries()) {
    const expert = await demo(db, name);
    await nameMember({ tenderId, email: expert.email, kind: "EXPERT" }, operator, db);
    if (index === names.length - 1) continue;
    await acceptSeat({ tenderId }, expert, db);
    const entries = bids.map(({ id: bidId, user }) => ({
      bidId,
      criterionId: "c3",
      hundredths: user.email.startsWith(`${best}@`) ? 9200 : 7000,
      comment: "",
    }));
    await saveScores({ tenderId, entries, isFinal: true }, expert, db);
  }
}

/** The market looks at every clue that its watch has written about the tender, and sees nothing in it. */
export async function dismissClues(db: Db, tenderId: string): Promise<void> {
  const operator = await demo(db, "operator");
  const clues = await db.tradeFlag.findMany({
    where: { caseType: "TENDER", caseId: tenderId, state: "OPEN" },
  });
  for (const { id } of clues) {
    await decideFlag({ flagId: id, move: "dismiss", note: "核对后无关联" }, operator, db);
  }
}

export async function tenderOf(db: Db, id: string) {
  return assertFound(
    await db.tender.findUnique({ where: { id }, select: { number: true, state: true } }),
  );
}
