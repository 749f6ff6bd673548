import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { Disclosure } from "~/components/ui/disclosure";
import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import { useLotText } from "./use-lot-text";

function useModeSentences(rules: AuctionRules): string[] {
  const { t } = useTranslation("trading");
  const { fen, length } = useLotText();
  switch (rules.mode) {
    case "ASCENDING":
      return [
        t("rules.ascendingFree", { time: length(rules.freeSeconds) }),
        rules.closing.kind === "SOFT"
          ? t("rules.soft", {
              window: length(rules.closing.softCloseSeconds),
              extension: length(rules.closing.extensionSeconds),
            })
          : t("rules.cycle", { time: length(rules.closing.cycleSeconds) }),
        ...(rules.allowsProxies ? [t("rules.proxies")] : []),
      ];
    case "ROUNDS":
      return [
        t("rules.rounds", {
          count: rules.rounds,
          turn: length(rules.turnSeconds),
          pause: length(rules.pauseSeconds),
        }),
      ];
    case "DESCENDING":
      return [
        t("rules.descending", {
          time: length(rules.dropSeconds),
          amount: fen(rules.dropFen),
          count: rules.maxDrops,
          sealed: length(rules.sealedSeconds),
          last: length(rules.lastWordSeconds),
        }),
      ];
    case "AGREE_OR_RAISE":
      return [t("rules.agree", { time: length(rules.roundSeconds) })];
  }
}

/** The rules in plain words, their hash, and the text that was hashed. */
export function LotRules({ rules, hash }: { rules: AuctionRules; hash: string | null }) {
  const { t } = useTranslation("trading");
  const { length } = useLotText();
  const sentences = [
    t(`modeHelp.${rules.mode}`),
    ...useModeSentences(rules),
    ...(rules.preemptionSeconds === null
      ? []
      : [t("rules.preemption", { time: length(rules.preemptionSeconds) })]),
    ...(rules.jumpConfirmSteps === null
      ? []
      : [t("rules.jump", { count: rules.jumpConfirmSteps })]),
    t("rules.one"),
    t("rules.server"),
    ...(rules.timeFactor > 1 ? [t("rules.factor", { factor: rules.timeFactor })] : []),
  ];
  return (
    <Card title={`${t("rules.title")} · ${t(`mode.${rules.mode}`)}`}>
      <ul className="list-disc space-y-1.5 ps-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {hash && (
        <div className="mt-5 space-y-3 border-t border-line pt-4">
          <p className="text-sm text-muted">{t("rules.lead")}</p>
          <p className="text-sm">
            <span className="text-muted">{t("rules.hash")}</span>{" "}
            <code className="break-all">{hash}</code> <CopyButton text={hash} />
          </p>
          <Disclosure summary={t("rules.json")}>
            <pre className="prose-text overflow-x-auto text-xs">
              {JSON.stringify(rules, null, 1)}
            </pre>
          </Disclosure>
        </div>
      )}
    </Card>
  );
}
