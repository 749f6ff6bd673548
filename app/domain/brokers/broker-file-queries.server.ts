import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { VISIBLE_STATES } from "./broker-profile-procedure";

export const BROKER_FILE_KINDS = ["certificate", "photo"] as const;
export type BrokerFileKind = (typeof BROKER_FILE_KINDS)[number];

const file = { select: { name: true, contentType: true, storageKey: true } } as const;

/**
 * Certificate or photo of a broker. The certificate is for its owner and the office of the region;
 * the photo for everybody once the person has consented to it and the profile is public.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getBrokerDocument(
  input: { profileId: string; kind: BrokerFileKind },
  actor: Actor | null,
  db: Db,
): Promise<{ name: string; contentType: string; storageKey: string; isPublic: boolean }> {
  const notFound = () => new DomainError("not_found", { status: 404 });
  if (!isId(input.profileId)) throw notFound();
  const row = await db.brokerProfile.findUnique({
    where: { id: input.profileId },
    select: {
      userId: true,
      state: true,
      regionCode: true,
      photoConsentAt: true,
      photo: file,
      certificate: file,
    },
  });
  const found = input.kind === "photo" ? row?.photo : row?.certificate;
  if (!row || !found) throw notFound();
  const isPublic =
    input.kind === "photo" &&
    row.photoConsentAt !== null &&
    VISIBLE_STATES.some((state) => state === row.state);
  const mayRead =
    isPublic ||
    can(actor, "broker-profile.keep", { userId: row.userId }) ||
    can(actor, "broker-profile.verify", { regionCode: row.regionCode });
  if (!mayRead) throw notFound();
  return { ...found, isPublic };
}
