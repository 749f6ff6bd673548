import { createHmac, timingSafeEqual } from "node:crypto";
import { isId } from "~/domain/shared/ids";
import { env } from "~/platform/env.server";

const MARK_LENGTH = 12;

const mark = (payload: string) =>
  createHmac("sha256", env().APP_SECRET)
    .update(`challenge.scout:${payload}`)
    .digest("base64url")
    .slice(0, MARK_LENGTH);

/** Code under which one person refers takers to one challenge; nobody can make another person's. */
export function scoutCode(challengeId: string, userId: string): string {
  const packed = Buffer.from(userId.replaceAll("-", ""), "hex").toString("base64url");
  return `${packed}.${mark(`${challengeId}.${packed}`)}`;
}

/** The person behind a code, or null when it is not genuine for this challenge. */
export function readScoutCode(challengeId: string, code: string): string | null {
  const [packed = "", signature = "", ...rest] = code.trim().split(".");
  const given = Buffer.from(signature);
  const expected = Buffer.from(mark(`${challengeId}.${packed}`));
  const isGenuine =
    rest.length === 0 && given.length === expected.length && timingSafeEqual(given, expected);
  const hex = Buffer.from(packed, "base64url").toString("hex");
  const userId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return isGenuine && isId(userId) ? userId : null;
}
