import type { UserActor } from "~/domain/identity/actor";
import type { DbOrTx } from "~/platform/db.server";
import { getSignAccess } from "./sign-access.server";
import { maskName } from "./verify-rules";
import type { VerifiedDocument } from "./verify-view";

export type FoundSeal = NonNullable<Awaited<ReturnType<typeof findSeal>>>;

/** The newest document of this market with one of these hashes, sealed or before its seal. */
export async function findSeal(db: DbOrTx, hashes: readonly string[]) {
  const list = [...hashes];
  return db.documentSeal.findFirst({
    where: { OR: [{ sha256: { in: list } }, { originalSha256: { in: list } }] },
    orderBy: [{ version: "desc" }, { createdAt: "desc" }],
  });
}

async function isParticipant(db: DbOrTx, contractId: string, actor: UserActor | null) {
  if (!actor) return false;
  return getSignAccess(db, contractId, actor).then(
    () => true,
    () => false,
  );
}

async function contractFacts(db: DbOrTx, contractId: string, actor: UserActor | null) {
  const contract = await db.contract.findUnique({
    where: { id: contractId },
    select: {
      state: true,
      signedOn: true,
      deal: {
        select: {
          supplyOrganisation: { select: { legalName: true } },
          demandOrganisation: { select: { legalName: true } },
        },
      },
    },
  });
  if (!contract) return { contractState: null, signedOn: null, parties: [], isParticipant: false };
  const isOwn = await isParticipant(db, contractId, actor);
  const { supplyOrganisation, demandOrganisation } = contract.deal;
  const names = [supplyOrganisation.legalName, demandOrganisation.legalName];
  return {
    contractState: contract.state,
    signedOn: contract.signedOn?.toISOString().slice(0, 10) ?? null,
    parties: isOwn ? names : names.map(maskName),
    isParticipant: isOwn,
  };
}

/** What the viewer may know of a document. */
export async function describeSeal(
  db: DbOrTx,
  seal: FoundSeal,
  actor: UserActor | null,
): Promise<VerifiedDocument> {
  const { subjectType, subjectId, kind } = seal;
  const facts =
    subjectType === "Contract"
      ? await contractFacts(db, subjectId, actor)
      : { contractState: null, signedOn: null, parties: [], isParticipant: false };
  const newest = await db.documentSeal.findFirst({
    where: { subjectType, subjectId, kind },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  return {
    kind,
    label: seal.label,
    version: seal.version,
    currentVersion: newest && newest.version > seal.version ? newest.version : null,
    issuedAt: seal.createdAt.toISOString(),
    supersededAt: seal.supersededAt?.toISOString() ?? null,
    ...facts,
    sealedSha256: seal.sha256,
    originalSha256: seal.originalSha256,
    originalBytes: seal.originalBytes,
  };
}

/** Fingerprints, among those given, of seals that are or were this market's. */
export async function listOwnFingerprints(
  db: DbOrTx,
  fingerprints: readonly string[],
): Promise<Set<string>> {
  if (fingerprints.length === 0) return new Set();
  const keys = await db.sealKey.findMany({
    where: { fingerprint: { in: [...fingerprints] } },
    select: { fingerprint: true },
  });
  return new Set(keys.map((key) => key.fingerprint));
}
