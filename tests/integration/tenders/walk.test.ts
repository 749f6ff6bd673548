import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { tenderBidConduct } from "~/domain/tenders/tender-bid-conduct.server";
import type {
  TenderBidMove,
  TenderBidRelation,
  TenderBidState,
} from "~/domain/tenders/tender-bid-procedure";
import { tenderConduct } from "~/domain/tenders/tender-conduct.server";
import {
  RESUMING,
  type TenderClock,
  type TenderMove,
  type TenderRelation,
  type TenderState,
} from "~/domain/tenders/tender-procedure";
import { makeMember } from "../../factories/people";
import { addDeal, insertTender, type WalkScene, walkScene } from "../../factories/tender-rows";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");
let scene: WalkScene;
let lastBid = "";

walkProcedure<
  Awaited<ReturnType<typeof tenderConduct.load>>[number],
  TenderState,
  TenderMove,
  TenderRelation,
  keyof typeof tenderConduct.conditions,
  TenderClock
>({
  conduct: tenderConduct,
  db: () => t.db,
  walkers: ["buyer", "bidder who won", "operator", "holder", "outsider", "market"],
  async actors() {
    scene = await walkScene(t.db);
    const walkers: Walker<TenderRelation>[] = [
      { name: "buyer", actor: scene.buyer, relations: ["buyer", "signer"] },
      { name: "bidder who won", actor: scene.bidders[0].actor, relations: ["winner"] },
      { name: "operator", actor: scene.operator, relations: ["operator"] },
      { name: "holder", actor: scene.notary, relations: ["holder"] },
      { name: "outsider", actor: await makeMember(t.db, scene.otherId), relations: [] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
    ];
    return walkers;
  },
  async make(state, move) {
    const back = Object.entries(RESUMING).find(([, one]) => one === move)?.[0];
    const { id, bidIds } = await insertTender(t.db, scene, {
      state,
      suspendedFrom: state === "SUSPENDED" ? (back ?? "ISSUED") : null,
      isDue: move !== "issue" && move !== "submit",
      bids: move === "failUnopened" ? 2 : 3,
      hasUpheld: move === "reEvaluate",
      isBare: move === null,
    });
    lastBid = bidIds[0] ?? "";
    if (state === "AWARDED" && move === "contract") await addDeal(t.db, scene, id);
    return id;
  },
  input: () => ({ note: "理由", bidId: lastBid }),
});

walkProcedure<
  Awaited<ReturnType<typeof tenderBidConduct.load>>[number],
  TenderBidState,
  TenderBidMove,
  TenderBidRelation,
  keyof typeof tenderBidConduct.conditions,
  never
>({
  conduct: tenderBidConduct,
  db: () => t.db,
  walkers: ["bidder", "colleague without the right", "operator", "market"],
  async actors() {
    scene = await walkScene(t.db);
    const [first] = scene.bidders;
    return [
      { name: "bidder", actor: first.actor, relations: ["bidder"] },
      {
        name: "colleague without the right",
        actor: await makeMember(t.db, first.organisationId),
        relations: [],
      },
      { name: "operator", actor: scene.operator, relations: ["operator"] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
    ] satisfies Walker<TenderBidRelation>[];
  },
  async make(state, move) {
    const isOpen = move !== null && ["replace", "confirm", "withdraw"].includes(move);
    const { bidIds } = await insertTender(t.db, scene, {
      state: isOpen ? "ISSUED" : "EVALUATION",
      bidState: state,
      isDue: !isOpen,
      bids: 1,
      hasUpheld: move === "reinstate",
    });
    return bidIds[0] ?? newId();
  },
  input: () => ({ note: "理由", at: clock.now().toISOString() }),
});
