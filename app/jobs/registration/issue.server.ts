import { sealPaper } from "~/domain/registration/paper-seal.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { translatorFor } from "~/i18n/i18next.server";
import type { JobContext } from "../job-handler";

/** Issues a paper that a registration office, or a service point, has ordered by its decision. */
export async function issueRegistrationPaper(
  { paperId }: JobPayloads["registration.issue"],
  { db }: JobContext,
): Promise<void> {
  const locale = "zh-CN";
  const texts = {
    t: translatorFor(locale, "certificates"),
    rules: translatorFor(locale, "registration"),
    form: translatorFor(locale, "recognition"),
  };
  await sealPaper({ paperId }, texts, db);
}
