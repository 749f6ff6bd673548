import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { tenderBidConduct } from "~/domain/tenders/tender-bid-conduct.server";
import {
  type TenderBidMove,
  type TenderBidRelation,
  type TenderBidState,
  tenderBidProcedure,
} from "~/domain/tenders/tender-bid-procedure";
import { tenderConduct } from "~/domain/tenders/tender-conduct.server";
import {
  RESUMING,
  type TenderClock,
  type TenderMove,
  type TenderRelation,
  type TenderState,
  tenderProcedure,
} from "~/domain/tenders/tender-procedure";
import { makeMember } from "../../factories/people";
import { addDeal, insertTender, type WalkScene, walkScene } from "../../factories/tender-rows";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");
let scene: WalkScene;
let made = 0;
let lastBid = "";

/** The walk asks for its subjects in this order; a subject fits the move that follows. */
function nextMove<S extends string, M extends string>(states: readonly S[], moves: readonly M[]) {
  const at = made % (states.length * moves.length);
  made += 1;
  return moves[at % moves.length] as M;
}

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
    made = 0;
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
  async make(state) {
    const moves = Object.keys(tenderProcedure.moves) as TenderMove[];
    const move = nextMove(tenderProcedure.states, moves);
    const back = Object.entries(RESUMING).find(([, one]) => one === move)?.[0];
    const { id, bidIds } = await insertTender(t.db, scene, {
      state,
      suspendedFrom: state === "SUSPENDED" ? (back ?? "ISSUED") : null,
      isDue: move !== "issue" && move !== "submit",
      bids: move === "failUnopened" ? 2 : 3,
      hasUpheld: move === "reEvaluate",
      isBare: !tenderProcedure.moves[move].from.some((from) => from === state),
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
    made = 0;
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
  async make(state) {
    const moves = Object.keys(tenderBidProcedure.moves) as TenderBidMove[];
    const move = nextMove(tenderBidProcedure.states, moves);
    const isOpen = ["replace", "confirm", "withdraw"].includes(move);
    const { bidIds } = await insertTender(t.db, scene, {
      state: isOpen ? "ISSUED" : "EVALUATION",
      bidState: state,
      isDue: !isOpen,
      bids: 1,
    });
    return bidIds[0] ?? newId();
  },
  input: () => ({ note: "理由", at: clock.now().toISOString() }),
});
