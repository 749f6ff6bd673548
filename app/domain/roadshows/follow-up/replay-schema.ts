import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

const TITLE_MAX = 80;
const URL_MAX = 500;

/** A link that a browser opens safely: https, a host, no name or password in it. */
function isSafeLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    url.protocol === "https:" &&
    url.hostname.includes(".") &&
    url.username === "" &&
    url.password === ""
  );
}

export const replaySchema = z.object({
  projectId: z.uuid("required"),
  title: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(TITLE_MAX, errorCode("too_long", { max: TITLE_MAX })),
  url: z
    .string("required")
    .trim()
    .max(URL_MAX, errorCode("too_long", { max: URL_MAX }))
    .refine(isSafeLink, "roadshow_replay_https"),
});
