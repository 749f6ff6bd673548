import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import { env } from "~/platform/env.server";

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

export type Reserve = { amountFen: bigint; nonce: string };

const sealedSchema = z.object({ amountFen: z.string().regex(/^\d+$/), nonce: z.string() });

function reserveKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().APP_SECRET, "", "lot-reserve", 32));
}

/** Seals a reserve for one lot: moved to another row, it does not open. */
export function sealReserve(reserve: Reserve, lotId: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", reserveKey(), iv);
  cipher.setAAD(Buffer.from(lotId));
  // Padded to one length, so that the number of digits does not show.
  const text = JSON.stringify({
    amountFen: reserve.amountFen.toString().padStart(18, "0"),
    nonce: reserve.nonce,
  });
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** @throws Error when the value was changed, belongs to another lot or the key is another one */
export function unsealReserve(value: string, lotId: string): Reserve {
  const [version, body = ""] = value.split(".");
  if (version !== VERSION) throw new Error("unknown version of a sealed reserve");
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", reserveKey(), bytes.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(lotId));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const opened = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  const text = Buffer.concat([opened, decipher.final()]).toString("utf8");
  const { amountFen, nonce } = sealedSchema.parse(JSON.parse(text));
  return { amountFen: BigInt(amountFen), nonce };
}
