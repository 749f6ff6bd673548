import type { OfflinePage } from "~/domain/registration/offline-page.server";
import { buildOfflinePage } from "~/domain/registration/offline-page-queries.server";
import { translatorFor } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

/** The stand-alone verifier, the same for everybody until a key changes; both languages are in it. */
export function offlineVerifier(): Promise<OfflinePage> {
  return buildOfflinePage(getDb(), {
    origin: appUrl(),
    textsOf(locale, { madeOn }) {
      const t = translatorFor(locale, "certificates");
      const page = t("offline", { returnObjects: true });
      return {
        page: { ...page, madeOn: madeOn === "" ? "" : t("offline.madeOn", { date: madeOn }) },
        field: t("field", { returnObjects: true }),
        kind: t("kind", { returnObjects: true }),
        status: t("status", { returnObjects: true }),
      };
    },
  });
}
