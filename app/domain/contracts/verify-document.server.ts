import type { UserActor } from "~/domain/identity/actor";
import { countAttempt } from "~/domain/identity/limit-attempts.server";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { checkPdfSignatures, hashPdfVersions } from "~/platform/seal-check.server";
import { describeSeal, findSeal, listOwnFingerprints } from "./verify-queries.server";
import { VERIFY_MAX_BYTES, verifyOutcomeOf } from "./verify-rules";
import type { VerifyView } from "./verify-view";

const WINDOW_SECONDS = 600;
const CHECKS_PER_WINDOW = 60;

/** @throws DomainError "too_many_requests" (429) */
async function limit(clientIp: string, db: Db): Promise<void> {
  const { count } = await countAttempt(db, `verify:${clientIp}`, WINDOW_SECONDS);
  if (count > CHECKS_PER_WINDOW) throw new DomainError("too_many_requests", { status: 429 });
}

type Question = { content: Uint8Array } | { sha256: string };

async function verifyContent(content: Uint8Array, actor: UserActor | null, db: Db) {
  const versions = hashPdfVersions(content);
  const [whole] = versions;
  const seal = await findSeal(
    db,
    versions.map((version) => version.sha256),
  );
  const known = versions.find(
    ({ sha256 }) => sha256 === seal?.sha256 || sha256 === seal?.originalSha256,
  );
  const found = await checkPdfSignatures(content);
  const own = await listOwnFingerprints(
    db,
    found.flatMap((one) => one.fingerprint ?? []),
  );
  const seals = found.map((one) => ({
    ...one,
    isOurs: one.fingerprint !== null && own.has(one.fingerprint),
  }));
  const match =
    seal && known
      ? { isWholeFile: known === whole, isOriginal: known.sha256 !== seal.sha256 }
      : null;
  const isPdf = Buffer.from(content.subarray(0, 1024)).includes("%PDF-");
  return {
    outcome: verifyOutcomeOf(isPdf, match, seals),
    file: { bytes: content.length, sha256: whole?.sha256 ?? "" },
    asked: null,
    document: seal && known ? await describeSeal(db, seal, actor) : null,
    addedBytes: known ? content.length - known.bytes : 0,
    seals,
  };
}

/**
 * Says of a file, or of a fingerprint, whether it is a document of this market, which version, and
 * whether it is unchanged. Nothing of the file is kept. What strangers learn is what a certificate
 * says openly: kind, number, dates, state; names are masked.
 * @throws DomainError "too_many_requests" (429), "file_empty", "file_too_large" (413)
 */
export async function verifyDocument(
  question: Question,
  actor: UserActor | null,
  clientIp: string,
  db: Db,
): Promise<VerifyView> {
  await limit(clientIp, db);
  if ("content" in question) {
    const { content } = question;
    if (content.length === 0) throw new DomainError("file_empty", { field: "document" });
    if (content.length > VERIFY_MAX_BYTES) {
      const max = VERIFY_MAX_BYTES / 1024 / 1024;
      throw new DomainError("file_too_large", { field: "document", status: 413, params: { max } });
    }
    return verifyContent(content, actor, db);
  }
  const { sha256 } = question;
  const seal = await findSeal(db, [sha256]);
  return {
    outcome: !seal ? "UNKNOWN" : seal.sha256 === sha256 ? "ISSUED" : "UNSEALED",
    file: null,
    asked: sha256,
    document: seal ? await describeSeal(db, seal, actor) : null,
    addedBytes: 0,
    seals: [],
  };
}
