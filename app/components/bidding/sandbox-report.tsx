import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { Stat } from "~/components/ui/stat";
import type { SimulationReport } from "~/domain/bidding/simulate-view";
import type { SandboxFormProps } from "./sandbox-form";
import { SandboxHistogram } from "./sandbox-histogram";
import { useBiddingText, yuanText } from "./use-bidding-text";

interface SandboxReportProps {
  report: SimulationReport;
  values: SandboxFormProps["values"];
  isExample: boolean;
}

const percentText = (share: number) => `${Math.round(share * 1000) / 10}%`;
const premiumText = (bp: number) => `${bp > 0 ? "+" : ""}${Math.round(bp / 10) / 10}%`;

/** What the simulated sales add up to. */
export function SandboxReport({ report, values, isExample }: SandboxReportProps) {
  const { t } = useTranslation("bidding");
  const { large } = useBiddingText();
  const duration = useDuration();
  const { runs, sold, noBid, belowReserve, seconds, premiumBp, medianPriceFen } = report;
  const share = (count: number) => percentText(count / Math.max(1, runs));
  const another = new URLSearchParams({ ...values, seed: String((Number(values.seed) + 1) % 1e9) });
  return (
    <section aria-labelledby="sandbox-result" className="min-w-0 space-y-5">
      <div>
        <h2 id="sandbox-result" className="text-xl">
          {t(isExample ? "sandbox.exampleResult" : "sandbox.result")}
        </h2>
        <p className="text-sm text-muted">
          {isExample && t("sandbox.exampleNote")}{" "}
          {t("sandbox.resultFor", {
            mode: t(`mode.${values.mode as "ASCENDING"}`),
            runs,
            seconds: (report.milliseconds / 1000).toFixed(1),
          })}{" "}
          <Link
            className="link inline-flex min-h-6 items-center"
            to={`?${another}`}
            preventScrollReset
          >
            {t("sandbox.again")}
          </Link>
        </p>
      </div>
      {report.isCut && <Alert tone="warning">{t("sandbox.cut", { runs })}</Alert>}
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-raised md:grid-cols-3 [&>*]:bg-surface">
        <Stat
          label={t("sandbox.premium")}
          value={premiumBp ? premiumText(premiumBp.median) : "—"}
          note={
            premiumBp
              ? t("sandbox.premiumNote", {
                  p10: premiumText(premiumBp.p10),
                  p90: premiumText(premiumBp.p90),
                })
              : t("sandbox.none")
          }
        />
        <Stat
          label={t("sandbox.price")}
          value={medianPriceFen ? (large(medianPriceFen) ?? yuanText(medianPriceFen)) : "—"}
        />
        <Stat
          label={t("sandbox.noSale")}
          value={share(runs - sold)}
          note={t("sandbox.noSaleNote", {
            noBid: share(noBid),
            belowReserve: share(belowReserve),
          })}
        />
        <Stat
          label={t("sandbox.duration")}
          value={duration(seconds.median)}
          note={t("sandbox.durationNote", { p90: duration(seconds.p90) })}
        />
        <Stat
          label={t("sandbox.extensions")}
          value={report.extensions.mean}
          note={t("sandbox.extensionsNote", { p90: report.extensions.p90 })}
        />
        <Stat
          label={t("sandbox.bids")}
          value={report.bids.mean}
          note={t("sandbox.bidsNote", { bidders: report.takingPart.mean })}
        />
      </dl>
      <Card title={t("sandbox.reserveEffect")}>
        <ReserveEffect report={report} hasReserve={values.reserve !== ""} />
      </Card>
      {report.histogram.length > 0 && (
        <Card title={t("sandbox.histogram")}>
          <SandboxHistogram classes={report.histogram} />
        </Card>
      )}
      <ul className="list-disc space-y-1 pl-5 text-sm text-muted">
        <li>{t("sandbox.behaviourNote")}</li>
        <li>{t("sandbox.depositNote")}</li>
        <li>{t("sandbox.engineNote")}</li>
      </ul>
    </section>
  );
}

function ReserveEffect({ report, hasReserve }: { report: SimulationReport; hasReserve: boolean }) {
  const { t } = useTranslation("bidding");
  const { large } = useBiddingText();
  const { reserve, belowReserve, runs } = report;
  if (!hasReserve) return <p className="text-muted">{t("sandbox.reserveNone")}</p>;
  if (!reserve) return <p>{t("sandbox.reserveHarmless")}</p>;
  return (
    <p>
      {t("sandbox.reserveHurts", {
        count: belowReserve,
        share: percentText(belowReserve / runs),
        price: large(reserve.medianMissedFen) ?? yuanText(reserve.medianMissedFen),
        short: percentText(reserve.medianShortBp / 10_000),
      })}
    </p>
  );
}

/** Hours with one decimal from two hours on, else minutes. */
function useDuration(): (seconds: number) => string {
  const { t } = useTranslation("bidding");
  return (seconds) =>
    seconds >= 7_200
      ? t("sandbox.hours", { count: Math.round(seconds / 360) / 10 })
      : t("sandbox.minutes", { count: Math.round(seconds / 6) / 10 });
}
