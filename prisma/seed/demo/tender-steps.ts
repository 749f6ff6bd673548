import { assertFound } from "~/domain/shared/domain-error";
import { acceptSeat } from "~/domain/tenders/accept-seat.server";
import { addTenderFile } from "~/domain/tenders/add-tender-file.server";
import { createTender } from "~/domain/tenders/create-tender.server";
import { handInShares } from "~/domain/tenders/hand-in-shares.server";
import { type HolderRole, makeHolderKey } from "~/domain/tenders/holder-key-rules.js";
import { moveTender } from "~/domain/tenders/move-tender.server";
import { nameKeyHolder } from "~/domain/tenders/name-key-holder.server";
import { nameMember } from "~/domain/tenders/name-member.server";
import { registerKey } from "~/domain/tenders/register-key.server";
import { saveScores } from "~/domain/tenders/save-scores.server";
import { saveTender } from "~/domain/tenders/save-tender.server";
import { getSealingCall } from "~/domain/tenders/sealing-call-queries.server";
import { openShare, sealBid } from "~/domain/tenders/sealing-rules.js";
import { submitBid } from "~/domain/tenders/submit-bid.server";
import { parseEnvelope, type TenderBidContent } from "~/domain/tenders/tender-bid-schema";
import { tenderFormSchema } from "~/domain/tenders/tender-schema";
import type { Db } from "~/platform/db.server";
import { playerOf, SCAN } from "./deal-cast";
import type { DemoCast } from "./write-people";

export type DemoHolders = Record<HolderRole, { player: string; privateKey: CryptoKey }>;

/** Draws up a call, lets three people register the keys that they have made, and issues it. */
export async function callForBids(
  db: Db,
  cast: DemoCast,
  call: {
    buyer: string;
    notary: string;
    needId: string | null;
    fields: Record<string, unknown>;
    file: string;
  },
): Promise<{ tenderId: string; holders: DemoHolders }> {
  const buyer = await playerOf(db, cast, call.buyer);
  const operator = await playerOf(db, cast, "operator");
  const { organisationId } = assertFound(buyer.memberships[0]);
  const { id: tenderId } = await createTender({ organisationId, needId: call.needId }, buyer, db);
  await saveTender({ ...tenderFormSchema.parse(call.fields), tenderId }, buyer, db);
  const upload = { name: `${call.file}.pdf`, bytes: SCAN.bytes };
  await addTenderFile({ tenderId, title: call.file, upload }, buyer, db);
  const hold = async (role: HolderRole, player: string) => {
    const actor = await playerOf(db, cast, player);
    const namedBy = role === "BUYER" ? buyer : operator;
    await nameKeyHolder({ tenderId, role, email: actor.email }, namedBy, db);
    const { publicKey, privateKey } = await makeHolderKey();
    await registerKey({ tenderId, publicKey: JSON.stringify(publicKey) }, actor, db);
    return { player, privateKey };
  };
  const holders = {
    BUYER: await hold("BUYER", call.buyer),
    MARKET: await hold("MARKET", "operator"),
    NOTARY: await hold("NOTARY", call.notary),
  };
  await moveTender({ tenderId, move: "submit" }, buyer, db);
  await moveTender({ tenderId, move: "issue" }, operator, db);
  return { tenderId, holders };
}

/** Seals as the bidder's browser does, and hands the envelope in. */
export async function bid(
  db: Db,
  cast: DemoCast,
  tenderId: string,
  player: string,
  content: Omit<TenderBidContent, "attachments">,
): Promise<void> {
  const actor = await playerOf(db, cast, player);
  const { organisationId } = assertFound(actor.memberships[0]);
  const call = await getSealingCall(db, tenderId, organisationId);
  const { envelope } = await sealBid({ ...content, attachments: [] }, call);
  const declared = { isRelated: "NO", relatedNote: "", confirmed: "on" } as const;
  await submitBid(
    { ...declared, tenderId, organisationId, envelope: JSON.stringify(envelope) },
    actor,
    db,
  );
}

/** One holder opens the shares that are sealed to their key. */
export async function handInBy(
  db: Db,
  cast: DemoCast,
  tenderId: string,
  holders: DemoHolders,
  role: HolderRole,
): Promise<void> {
  const { player, privateKey } = holders[role];
  const bids = await db.tenderBid.findMany({ where: { tenderId, state: "SUBMITTED" } });
  const shares = await Promise.all(
    bids.map(async ({ id, envelope: stored }) => {
      const envelope = assertFound(parseEnvelope(JSON.stringify(stored)));
      const sealed = assertFound(envelope.shares.find((one) => one.role === role));
      return { bidId: id, share: await openShare(envelope, sealed, privateKey) };
    }),
  );
  await handInShares({ tenderId, shares }, await playerOf(db, cast, player), db);
}

export type DemoMember = {
  player: string;
  kind: "EXPERT" | "BUYER";
  /** By the player of the bidder: points by criterion, and a word on them. */
  scores: Record<string, { points: Record<string, number>; comment: string }>;
};

/** The market seats the committee, and each member scores alone. */
export async function evaluateBy(
  db: Db,
  cast: DemoCast,
  tenderId: string,
  members: readonly DemoMember[],
): Promise<void> {
  const operator = await playerOf(db, cast, "operator");
  const bids = await db.tenderBid.findMany({
    where: { tenderId, state: "OPENED" },
    select: { id: true, user: { select: { email: true } } },
  });
  for (const { player, kind, scores } of members) {
    const actor = await playerOf(db, cast, player);
    await nameMember({ tenderId, email: actor.email, kind }, operator, db);
    await acceptSeat({ tenderId }, actor, db);
    const entries = bids.flatMap(({ id: bidId, user }) => {
      const { points, comment } = assertFound(scores[user.email.split("@")[0] ?? ""]);
      return Object.entries(points).map(([criterionId, score]) => ({
        bidId,
        criterionId,
        hundredths: score * 100,
        comment,
      }));
    });
    await saveScores({ tenderId, entries, isFinal: true }, actor, db);
  }
}
