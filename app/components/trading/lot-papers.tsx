import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { formatBytes } from "~/components/ui/file-size";
import { Textarea } from "~/components/ui/textarea";
import { Timeline } from "~/components/ui/timeline";
import { deadlineText, momentText } from "~/domain/trading/lot-instant-rules";
import type {
  LotFileView,
  LotNoticeView,
  LotQuestionView,
  LotTimelineEntry,
} from "~/domain/trading/lot-view";
import { useLotText } from "./use-lot-text";

/** Documents that the reader may open. */
export function LotFiles({ number, files }: { number: number; files: readonly LotFileView[] }) {
  const { t } = useTranslation("trading");
  return (
    <Card title={t("files.title")}>
      {files.length === 0 && <p className="text-muted">{t("files.none")}</p>}
      <ul className="space-y-2">
        {files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center gap-2">
            <a className="link break-all" href={`/lots/${number}/files/${file.fileId}`}>
              {file.title || file.name}
            </a>
            <span className="text-sm text-muted">
              {t(`files.purpose.${file.purpose}`)} · {formatBytes(file.sizeBytes)}
            </span>
            {file.visibility !== "PUBLIC" && (
              <Badge tone="info">{t(`files.visibility.${file.visibility}`)}</Badge>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Questions with their answers; askers are not named anywhere. */
export function LotQuestions({
  number,
  questions,
  mayAsk,
  isSignedIn,
  value,
  error,
}: {
  number: number;
  questions: readonly LotQuestionView[];
  mayAsk: boolean;
  isSignedIn: boolean;
  value: string;
  error: string | undefined;
}) {
  const { t } = useTranslation("trading");
  return (
    <Card title={t("questions.title")}>
      <div className="space-y-5">
        <p className="text-sm text-muted">{t("questions.lead")}</p>
        {questions.length === 0 && <p>{t("questions.none")}</p>}
        <ol className="space-y-4">
          {questions.map((one) => (
            <li key={one.number} className="rounded-md bg-canvas px-4 py-3">
              <p className="text-sm text-muted">
                {t("questions.question", { number: one.number })} ·{" "}
                <DateTime value={one.createdAt} format="datetime" />
              </p>
              <p className="prose-text font-medium text-ink">{one.text}</p>
              <p className="mt-2 text-sm text-muted">
                {t("questions.answer")} ·{" "}
                {one.answeredAt && <DateTime value={one.answeredAt} format="datetime" />}
              </p>
              <p className="prose-text">{one.answer}</p>
            </li>
          ))}
        </ol>
        {!isSignedIn && (
          <p>
            <Link className="link" to={`/sign-in?next=${encodeURIComponent(`/lots/${number}`)}`}>
              {t("questions.signIn")}
            </Link>
          </p>
        )}
        {mayAsk && (
          <Form method="post" className="space-y-3">
            <Textarea
              name="text"
              label={t("questions.text")}
              hint={t("questions.hint")}
              rows={3}
              maxLength={1000}
              required
              defaultValue={value}
              error={error}
            />
            <SubmitButton intent="ask" variant="secondary">
              {t("questions.send")}
            </SubmitButton>
          </Form>
        )}
      </div>
    </Card>
  );
}

/** Public notices, newest first; they are never changed or taken away. */
export function LotNotices({ notices }: { notices: readonly LotNoticeView[] }) {
  const { t } = useTranslation("trading");
  const { fen } = useLotText();
  return (
    <Card title={t("notices.title")}>
      <ol className="space-y-4">
        {notices.map(({ number, kind, content, createdAt }) => (
          <li key={number}>
            <p className="font-medium text-ink">
              {number}. {t(`notices.kind.${kind}`)}
            </p>
            <p className="text-sm text-muted">
              <DateTime value={createdAt} format="datetime" />
            </p>
            <ul className="text-sm">
              {content.why && <li>{t(`notices.why.${content.why}`)}</li>}
              {content.extension && <li>{t("notices.extension", { count: content.extension })}</li>}
              {content.reason && <li className="prose-text">{content.reason}</li>}
              {content.applicationsEndAt && (
                <li>
                  {t("facts.applicationsEndAt")} {deadlineText(content.applicationsEndAt)}
                </li>
              )}
              {content.biddingStartsAt && (
                <li>
                  {t("facts.biddingStartsAt")} {momentText(content.biddingStartsAt)}
                </li>
              )}
              {content.admitted !== undefined && (
                <li>{t("notices.admitted", { count: content.admitted })}</li>
              )}
              {content.isRelated && <li>{t("notices.related")}</li>}
              {content.priceFen && <li>{t("notices.price", { amount: fen(content.priceFen) })}</li>}
              {content.winner && <li>{t("notices.winner", { name: content.winner })}</li>}
              {content.lotNumber && (
                <li>
                  <Link className="link" to={`/lots/${content.lotNumber}`}>
                    {t("notices.lot", { number: content.lotNumber })}
                  </Link>
                </li>
              )}
            </ul>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Who did what with a lot, for the seller and the office. */
export function LotTimeline({ entries }: { entries: readonly LotTimelineEntry[] }) {
  const { t } = useTranslation("trading");
  return (
    <Card title={t("desk.history")}>
      <Timeline
        label={t("desk.history")}
        items={entries.map((one) => ({
          id: one.id,
          title: t(`move.${one.move}`),
          at: one.at,
          actor: one.actorName ?? t("desk.market"),
          note: one.note || undefined,
        }))}
      />
    </Card>
  );
}
