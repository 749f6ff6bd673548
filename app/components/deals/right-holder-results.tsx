import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { Checklist } from "~/components/ui/checklist";
import type { RightHolderResult } from "~/domain/deals/right-holder-rules";

const STATES = { MET: "met", NOT_MET: "unmet", PERSON_DECIDES: "person" } as const;

/** Results of the checks for both sides, what bars signing first. */
export function RightHolderResults({ results }: { results: readonly RightHolderResult[] }) {
  const { t } = useTranslation("terms");
  const blocking = results.filter((one) => one.isBlocking);
  const sorted = [...results].sort((a, b) => Number(b.isBlocking) - Number(a.isBlocking));
  const reason = (one: RightHolderResult) =>
    t(`rightHolder.reason.${`${one.id}.${one.reason}` as "pledge.NONE"}`);
  return (
    <div className="space-y-4">
      {blocking.length > 0 && (
        <Alert tone="danger" title={t("rightHolder.blockers")}>
          <ul className="list-disc space-y-1 pl-5">
            {blocking.map((one) => (
              <li key={one.id}>{reason(one)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Checklist
        label={t("rightHolder.title")}
        items={sorted.map((one) => ({
          id: one.id,
          state: STATES[one.answer],
          label: (
            <>
              <span className="font-medium">{t(`rightHolder.name.${one.id}`)}</span>
              {"　"}
              {reason(one)}{" "}
              {one.isBlocking && <Badge tone="danger">{t("rightHolder.blocking")}</Badge>}
            </>
          ),
          note: t(`rightHolder.source.${one.id}`),
        }))}
      />
      <p className="text-sm text-muted">{t("rightHolder.byTerms")}</p>
    </div>
  );
}
