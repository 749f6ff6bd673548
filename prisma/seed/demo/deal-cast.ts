import type { UserActor } from "~/domain/identity/actor";
import { findActorById } from "~/domain/identity/actor-queries.server";
import { assertFound } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import type { DemoCast } from "./write-people";

const SOURCE = "demo";

/** The person of an address of the demonstration, as a request of theirs would have it. */
export async function playerOf(db: Db, cast: DemoCast, name: string): Promise<UserActor> {
  const userId = assertFound(cast.people.get(`${name}@demo.example`));
  const session = { userId, sessionId: "", actingOrganisationId: null };
  return assertFound(await findActorById(db, session));
}

/** Id of a listing of the demonstration by its key. */
export async function listingOf(
  db: Db,
  kind: "achievement" | "need",
  externalId: string,
): Promise<string> {
  const where = { source_externalId: { source: SOURCE, externalId } };
  const select = { id: true };
  const found =
    kind === "achievement"
      ? await db.achievement.findUnique({ where, select })
      : await db.need.findUnique({ where, select });
  return assertFound(found).id;
}

/** A one-page PDF that stands for a scan, as small as readers accept. */
export const SCAN = {
  name: "扫描件.pdf",
  bytes: new Uint8Array(
    Buffer.from(
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
    ),
  ),
};
