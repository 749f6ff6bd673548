import type { UserActor } from "~/domain/identity/actor";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { getRegistrationAs } from "./registration-access.server";

/** The stored file of a paper of a dossier. @throws DomainError "not_found" (404), "forbidden" (403) */
export async function getRegistrationDocument(
  registrationId: string,
  documentId: string,
  actor: UserActor,
  db: Db,
) {
  const readers = ["APPLICANT", "OFFICE", "POINT"] as const;
  const { row } = await getRegistrationAs(db, registrationId, actor, readers);
  const found = isId(documentId)
    ? await db.registrationDocument.findFirst({
        where: { id: documentId, registrationId: row.id, removedAt: null },
        select: {
          file: { select: { name: true, contentType: true, storageKey: true } },
        },
      })
    : null;
  return { ...assertFound(found).file, isPublic: false };
}
