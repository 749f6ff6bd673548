import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { getPublicListing } from "./listing-queries.server";

export type ReadableFile = {
  name: string;
  contentType: string;
  storageKey: string;
  isPicture: boolean;
  /** Anybody may read it, so that a browser may keep it. */
  isPublic: boolean;
};

const notFound = () => new DomainError("not_found", { status: 404 });

async function readsListing(
  db: Db,
  place: { achievementId: string | null; needId: string | null; fileId: string },
  actor: Actor | null,
): Promise<boolean> {
  const ref = place.achievementId
    ? ({ kind: "achievement", id: place.achievementId } as const)
    : ({ kind: "need", id: place.needId ?? "" } as const);
  try {
    const listing = await getPublicListing(db, ref, actor);
    return listing.files.some((file) => file.fileId === place.fileId);
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/**
 * A file that the actor may read: of a listing by the listing's rules, a logo, or the documents of
 * an organisation and of a person by the permission matrix. Anything else does not exist for them.
 * @throws DomainError "not_found" (404)
 */
export async function getReadableFile(
  db: Db,
  fileId: string,
  actor: Actor | null,
): Promise<ReadableFile> {
  if (!isId(fileId)) throw notFound();
  const file = assertFound(
    await db.storedFile.findUnique({
      where: { id: fileId },
      include: {
        listingFiles: { select: { achievementId: true, needId: true, fileId: true } },
        organisationDocuments: {
          select: { organisation: { select: { id: true, regionCode: true } } },
        },
        realNameApplications: { select: { userId: true } },
      },
    }),
  );
  if (file.deletedAt) throw notFound();
  const isPicture = file.contentType.startsWith("image/");
  const answer = (isPublic: boolean): ReadableFile => ({
    name: file.name,
    contentType: file.contentType,
    storageKey: file.storageKey,
    isPicture,
    isPublic,
  });
  for (const place of file.listingFiles) {
    if (await readsListing(db, place, null)) return answer(true);
    if (actor && (await readsListing(db, place, actor))) return answer(false);
  }
  for (const { organisation } of file.organisationDocuments) {
    const subject = { organisationId: organisation.id, regionCode: organisation.regionCode };
    if (can(actor, "organisation.view-private", subject)) return answer(false);
  }
  for (const { userId } of file.realNameApplications) {
    if (can(actor, "real-name.apply", { userId }) || can(actor, "real-name.decide")) {
      return answer(false);
    }
  }
  const isLogo = await db.organisation.count({ where: { logoFileId: file.id } });
  if (isLogo > 0 && isPicture) return answer(true);
  throw notFound();
}
