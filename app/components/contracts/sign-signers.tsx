import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Timeline, type TimelineItem } from "~/components/ui/timeline";
import type { SignerView, SignPageView } from "~/domain/contracts/sign-view";

/** Who signs, in order, and how far it has come. */
export function SignSigners({ page }: { page: SignPageView }) {
  const { t } = useTranslation("signing");
  const note = (one: SignerView) => {
    if (one.declinedAt) return t("signers.declined", { note: one.declineNote });
    if (one.signedAt) {
      const factor = t(`signers.factors.${(one.factor ?? "PAPER") as "TOTP"}`);
      return t("signers.signed", { factor });
    }
    if (one.isNext) return t("signers.next");
    return t(page.state === "SIGNING" ? "signers.waiting" : "signers.notStarted");
  };
  const items = page.signers.map(
    (one): TimelineItem => ({
      id: one.side,
      title: `${t(`signers.sides.${one.side as "SUPPLY"}`)} · ${one.organisation}`,
      actor: `${one.name}${one.isMe ? t("signers.me") : ""} · ${t(`signers.capacities.${one.capacity as "AGENT"}`)}`,
      at: one.signedAt ?? one.declinedAt,
      note: note(one),
      tone: one.declinedAt ? "danger" : one.signedAt ? "success" : "brand",
      icon: one.declinedAt ? "close" : one.signedAt ? "check" : one.isNext ? "edit" : "clock",
      pending: !one.signedAt && !one.declinedAt && !one.isNext,
    }),
  );
  return (
    <Card title={t("signers.title")}>
      {items.length === 0 ? (
        <p className="text-muted">{t("signers.none")}</p>
      ) : (
        <Timeline items={items} label={t("signers.title")} />
      )}
    </Card>
  );
}
