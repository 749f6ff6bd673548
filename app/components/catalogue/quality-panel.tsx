import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Checklist } from "~/components/ui/checklist";
import { QualityMeter } from "~/components/ui/quality-meter";
import type { QualityView } from "~/domain/catalogue/wizard-view";
import type { catalogue } from "~/i18n/zh-CN/catalogue";

type QualityKey = keyof typeof catalogue.quality;

/** The live checklist: what a submission still needs, what would make the listing better, and why. */
export function QualityPanel({ quality, base }: { quality: QualityView; base: string }) {
  const { t } = useTranslation("catalogue");
  const open = quality.items.filter((item) => !item.isMet);
  const toItem = (item: QualityView["items"][number]) => ({
    id: item.id,
    // Ids come from the same table as the messages.
    label: t(`quality.${item.id as QualityKey}`),
    note: t(`why.${item.id as QualityKey}`),
    state: "unmet" as const,
    to: `${base}?step=${item.step}#field-${item.field}`,
  });
  const required = open.filter((item) => item.isRequired);
  const advised = open.filter((item) => !item.isRequired);
  return (
    <Card>
      <QualityMeter value={quality.score} max={100} label={t("edit.score")} />
      <div className="mt-4 space-y-4 text-sm">
        {required.length > 0 ? (
          <div>
            <p className="mb-2 font-medium text-ink">{t("edit.missing")}</p>
            <Checklist label={t("edit.missing")} items={required.map(toItem)} />
          </div>
        ) : (
          <p className="text-success-700">{t("edit.ready")}</p>
        )}
        {advised.length > 0 && (
          <div>
            <p className="mb-2 font-medium text-ink">{t("edit.advised")}</p>
            <ul className="space-y-2">
              {advised.map(toItem).map((item) => (
                <li key={item.id}>
                  <a href={item.to} className="link">
                    {item.label}
                  </a>
                  <p className="text-muted">{item.note}</p>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  );
}
