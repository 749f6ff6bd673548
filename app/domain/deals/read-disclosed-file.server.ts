import type { UserActor } from "~/domain/identity/actor";
import { MARKET_TIME_ZONE } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { getStorage } from "~/platform/storage.server";
import { openFile } from "./open-disclosure.server";
import { watermarkPdf } from "./watermark-pdf.server";

const minute = new Intl.DateTimeFormat("sv-SE", {
  timeZone: MARKET_TIME_ZONE,
  dateStyle: "short",
  timeStyle: "short",
});

/**
 * The bytes of a file that was opened to the actor. A PDF carries name, time and room number on every
 * page; other kinds, and PDFs that cannot be marked, are handed out as they are, the download being in
 * the log. @throws DomainError as openFile
 */
export async function readDisclosedFile(
  dealId: string,
  grantId: string,
  actor: UserActor,
  db: Db,
): Promise<{ name: string; contentType: string; bytes: Uint8Array }> {
  const { storageKey, watermark, ...file } = await openFile(dealId, grantId, actor, db);
  const stored = assertFound(await getStorage().readFile(storageKey));
  const bytes = new Uint8Array(await new Response(stored.stream).arrayBuffer());
  if (file.contentType !== "application/pdf") return { ...file, bytes };
  const at = minute.format(new Date(watermark.at));
  const text = `${watermark.name} · ${at} · 交易室 ${watermark.number}`;
  return { ...file, bytes: (await watermarkPdf(bytes, text)) ?? bytes };
}
