import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { OpenablePair } from "~/domain/deals/opening-view";

/** Pairs that both sides want to talk about, with the way to begin. */
export function OpenablePairs({ pairs }: { pairs: readonly OpenablePair[] }) {
  const { t } = useTranslation("deals");
  if (pairs.length === 0) return null;
  return (
    <Card title={t("open.pairsTitle")}>
      <p className="mb-3 text-muted">{t("open.pairsText")}</p>
      <ul className="grid gap-3">
        {pairs.map((pair) => (
          <li
            key={`${pair.needId}-${pair.achievementId}`}
            className="flex flex-wrap items-center gap-3 border-b border-line/70 pb-3 last:border-b-0 last:pb-0"
          >
            <span className="min-w-0 flex-1 break-words">
              <Link className="link" to={`/achievements/${pair.achievementId}`}>
                {pair.achievementTitle}
              </Link>
              {" ↔ "}
              <Link className="link" to={`/needs/${pair.needId}`}>
                {pair.needTitle}
              </Link>
            </span>
            {pair.introductionHref ? (
              <LinkButton to={pair.introductionHref} size="sm">
                {t("open.askFirst")}
              </LinkButton>
            ) : (
              <Form method="post">
                <input type="hidden" name="needId" value={pair.needId} />
                <input type="hidden" name="achievementId" value={pair.achievementId} />
                <SubmitButton intent="open" size="sm">
                  {t("open.button")}
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
