import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { makeUser } from "../../factories/people";

const SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
let serial = 0;

/** A credit code of its own with a right check digit. */
export function makeUscc(region = "370102"): string {
  serial += 1;
  const body = `91${region}${serial.toString().padStart(9, "0")}`;
  let sum = 0;
  let weight = 1;
  for (const symbol of body) {
    sum += SYMBOLS.indexOf(symbol) * weight;
    weight = (weight * 3) % 31;
  }
  return body + SYMBOLS[(31 - (sum % 31)) % 31];
}

/** A row for a file; nothing lies in the storage. */
export async function storeFile(db: Db, userId: string, purpose: string): Promise<string> {
  const id = newId();
  await db.storedFile.create({
    data: {
      id,
      uploadedById: userId,
      name: "licence.png",
      contentType: "image/png",
      sizeBytes: 68n,
      sha256: "0".repeat(64),
      storageKey: `test/${id}.png`,
      purpose,
    },
  });
  return id;
}

/** An organisation of Jinan with every fact and document that a verification asks for. */
export async function makeSubmittable(db: Db, state: string): Promise<string> {
  const id = newId();
  const uploader = await makeUser(db);
  const fileId = await storeFile(db, uploader.id, "ORGANISATION_DOCUMENT");
  await db.organisation.create({
    data: {
      id,
      kind: "ENTERPRISE",
      legalName: `待核验单位 ${id.slice(-6)}`,
      uscc: makeUscc(),
      legalRepresentative: "王强",
      regionCode: "370102",
      state,
      verificationDocuments: { create: { id: newId(), fileId, purpose: "LICENCE" } },
    },
  });
  return id;
}
