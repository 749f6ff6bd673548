import http from "node:http";
import { dropProxyBid } from "~/domain/bidding/drop-proxy-bid.server";
import { placeBid } from "~/domain/bidding/place-bid.server";
import { setProxyBid } from "~/domain/bidding/set-proxy-bid.server";
import { findActorById } from "~/domain/identity/actor-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { createDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";

/** Takes bids in a process of its own, which a test kills at any moment: `bidding-process.ts PORT`. */
export type SentBid = {
  kind: "BID" | "SET_PROXY" | "DROP_PROXY";
  auctionId: string;
  userId: string;
  clientKey: string;
  amountFen: string;
  isConfirmed: boolean;
};

const db = createDb(env().DATABASE_URL, 5);

async function answer(sent: SentBid): Promise<unknown> {
  const { kind, auctionId, userId, clientKey, amountFen, isConfirmed } = sent;
  const session = { userId, sessionId: newId(), actingOrganisationId: null };
  const actor = await findActorById(db, session);
  if (!actor) throw new DomainError("forbidden", { status: 403 });
  if (kind === "DROP_PROXY") return dropProxyBid({ auctionId, clientKey }, actor, db);
  const bid = { auctionId, clientKey, amountFen: BigInt(amountFen), isConfirmed };
  return kind === "BID" ? placeBid(bid, actor, db) : setProxyBid(bid, actor, db);
}

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    if (chunks.length === 0) return void response.end("ready");
    answer(JSON.parse(Buffer.concat(chunks).toString("utf8")) as SentBid).then(
      (body) => response.end(JSON.stringify(body)),
      (error: unknown) => {
        response.statusCode = error instanceof DomainError ? error.status : 500;
        response.end(JSON.stringify({ error: error instanceof Error ? error.message : "failed" }));
      },
    );
  });
});
server.listen(Number(process.argv[2]), "127.0.0.1");
