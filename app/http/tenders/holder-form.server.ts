import { z } from "zod";
import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { handInShares } from "~/domain/tenders/hand-in-shares.server";
import { registerKey } from "~/domain/tenders/register-key.server";
import { type HandedShare, handedSharesSchema } from "~/domain/tenders/tender-bid-schema";
import { deskTenderHref } from "~/domain/tenders/tender-href";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm } from "~/http/form.server";
import type { Db } from "~/platform/db.server";
import { runTenderForm } from "./run-tender-form.server";

const keySchema = z.object({ publicKey: z.string("required").max(1000, "tender_key_bad") });

/** Registers the public half of a key. */
export async function answerKeyForm(request: Request, tenderId: string, actor: Actor, db: Db) {
  const fields = await readForm(request);
  const to = deskTenderHref(tenderId, "key");
  return runTenderForm(fields, keySchema, { to, message: "key.registered" }, ({ publicKey }) =>
    registerKey({ tenderId, publicKey }, actor, db),
  );
}

function readShares(text: unknown): HandedShare[] {
  const bad = () => new DomainError("bad_form", { status: 400 });
  if (typeof text !== "string") throw bad();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bad();
  }
  const parsed = handedSharesSchema.safeParse(value);
  if (!parsed.success) throw bad();
  return parsed.data;
}

/** Hands in the shares that the holder's browser has opened. */
export async function answerOpeningForm(request: Request, tenderId: string, actor: Actor, db: Db) {
  const fields = await readForm(request);
  const form = parseFormData(fields, z.object({}));
  return answerForm(form, async () => {
    const shares = readShares(fields.get("shares"));
    const { isOpened, handedIn } = await handInShares({ tenderId, shares }, actor, db);
    const message = isOpened ? "opened" : handedIn < 2 ? "handedFirst" : "handedThird";
    return redirectWithFlash(deskTenderHref(tenderId, "opening"), {
      tone: "success",
      message: `tenders:opening.${message}`,
    });
  });
}
