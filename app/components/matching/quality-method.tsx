import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";

/** How matching works, what it does not do, and how to switch suggestions off. */
export function QualityMethod() {
  const { t } = useTranslation("quality");
  return (
    <Card title={t("how.title")} id="method">
      <div className="max-w-3xl space-y-5">
        <ol className="list-decimal space-y-1.5 pl-5">
          <li>{t("how.find")}</li>
          <li>{t("how.order")}</li>
          <li>{t("how.fit")}</li>
          <li>{t("how.explain")}</li>
        </ol>
        <section>
          <h3 className="text-base">{t("how.paidTitle")}</h3>
          <p className="mt-1">{t("how.paid")}</p>
        </section>
        <section>
          <h3 className="text-base">{t("how.limitsTitle")}</h3>
          <ul className="mt-1 list-disc space-y-1.5 pl-5">
            <li>{t("how.limits1")}</li>
            <li>{t("how.limits2")}</li>
            <li>{t("how.limits3")}</li>
            <li>{t("how.limits4")}</li>
          </ul>
        </section>
        <section>
          <h3 className="text-base">{t("how.judgesTitle")}</h3>
          <p className="mt-1">{t("how.judges")}</p>
        </section>
        <section>
          <h3 className="text-base">{t("how.offTitle")}</h3>
          <p className="mt-1">
            {t("how.off")}{" "}
            <Link className="link" to="/desk/notifications/preferences">
              {t("how.offLink")}
            </Link>
          </p>
        </section>
      </div>
    </Card>
  );
}
