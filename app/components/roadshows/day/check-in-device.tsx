import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { TextInput } from "~/components/ui/text-input";
import type { Tone } from "~/components/ui/tone";
import { searchPeople } from "~/domain/roadshows/day/check-in-rules";
import { WALK_IN_MAX, walkInSchema } from "~/domain/roadshows/people/walk-in-schema";
import { errorCode, readErrorCode } from "~/domain/shared/error-code";
import { useErrorText } from "~/i18n/use-error-text";
import { type Outcome, useCheckIn } from "./use-check-in";
import { useScanner } from "./use-scanner";

const MOST_FOUND = 20;
/** Error code of a scan of somebody who is on the waiting list. */
const WAITING = "check_in_waiting";

/** The desk with client code: camera, list on the device, queue. */
export function CheckInDevice({ roadshowId }: { roadshowId: string }) {
  const { t } = useTranslation("stage");
  const error = useErrorText();
  const desk = useCheckIn(roadshowId);
  const { store, outcome } = desk;
  const scanner = useScanner((text) => void desk.scan(text));
  const [query, setQuery] = useState("");
  const people = store?.list?.people ?? [];
  const found = searchPeople(people, query, MOST_FOUND);
  const waiting = store?.queue.length ?? 0;
  const refused = store?.refused ?? [];
  const [wrong, setWrong] = useState<Record<string, string[] | undefined>>({});
  const onWalkIn = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const read = (name: string) => String(fields.get(name) ?? "").trim();
    const input = walkInSchema.safeParse({
      name: read("name"),
      organisationName: read("organisationName"),
      phone: read("phone"),
    });
    setWrong(input.success ? {} : z.flattenError(input.error).fieldErrors);
    if (!input.success) return;
    desk.walkIn(input.data);
    form.reset();
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
      <div className="min-w-0 space-y-5">
        <Alert
          tone={
            desk.refusal ? "danger" : !desk.isOnline ? "warning" : waiting > 0 ? "info" : "success"
          }
          role="status"
        >
          {desk.refusal
            ? t("checkIn.refused", { reason: error(desk.refusal) })
            : !desk.isOnline
              ? t("checkIn.offline")
              : waiting === 0
                ? t("checkIn.online")
                : ""}{" "}
          {waiting > 0 && t("checkIn.waiting", { count: waiting })}
          <span className="mt-1 block text-sm">{t("checkIn.keepOpen")}</span>
        </Alert>
        <Card title={t("checkIn.scan")} headingLevel={3}>
          <div aria-live="assertive">{outcome && <OutcomeLine outcome={outcome} isLarge />}</div>
          {outcome && <LetIn refused={outcome} onLetIn={desk.letIn} />}
          <video
            ref={scanner.video}
            playsInline
            muted
            aria-label={t("checkIn.aim")}
            className={scanner.state === "ON" ? "mb-3 w-full rounded-md bg-sunken" : "hidden"}
          />
          {scanner.state === "FAILED" && <p className="mb-3">{t("checkIn.noCamera")}</p>}
          {scanner.state === "INSECURE" && <p className="mb-3">{t("checkIn.secure")}</p>}
          {scanner.state === "ON" ? (
            <Button onClick={scanner.stop}>{t("checkIn.stop")}</Button>
          ) : (
            <Button variant="primary" size="lg" onClick={() => void scanner.start()}>
              {t("checkIn.start")}
            </Button>
          )}
        </Card>
        {refused.length > 0 && (
          <Card title={t("checkIn.refusedList")} headingLevel={3}>
            <ul className="divide-y divide-line">
              {refused.map((one) => (
                <li key={one.scanId} className="py-2 first:pt-0 [overflow-wrap:anywhere]">
                  <span className="font-medium text-ink">{one.name || t("checkIn.someone")}</span>{" "}
                  <span className="text-sm text-muted">{formatDateTime(one.at, "time")}</span>
                  <span className="block text-sm">{error(named(one.code, one.name))}</span>
                  <LetIn refused={one} onLetIn={desk.letIn} />
                </li>
              ))}
            </ul>
            <div className="mt-3">
              <Button size="sm" onClick={desk.dismissRefused}>
                {t("checkIn.refusedRead")}
              </Button>
            </div>
          </Card>
        )}
        <Card title={t("checkIn.recent")} headingLevel={3}>
          {desk.recent.length === 0 && <p className="text-muted">{t("checkIn.notYet")}</p>}
          <ul className="divide-y divide-line">
            {desk.recent.map((one) => (
              <li key={one.scanId} className="py-2 first:pt-0">
                <OutcomeLine outcome={one} />
              </li>
            ))}
          </ul>
        </Card>
      </div>
      <div className="min-w-0 space-y-5">
        <Card title={t("checkIn.search")} headingLevel={3}>
          <TextInput
            id="device-search"
            name="device-search"
            type="search"
            label={t("checkIn.searchLabel")}
            value={query}
            autoComplete="off"
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          {query.trim() !== "" && found.length === 0 && (
            <p className="mt-3 text-muted">{t("checkIn.nobody")}</p>
          )}
          <ul className="mt-3 divide-y divide-line">
            {found.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-3 py-2.5">
                <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  <span className="tabular text-sm text-muted">#{one.number}</span>{" "}
                  <span className="font-medium text-ink">{one.name}</span>{" "}
                  <span className="text-sm text-muted">{one.organisationName}</span>
                </p>
                {one.at ? (
                  <Badge tone="success" icon="check">
                    {t("checkIn.at", { time: formatDateTime(one.at, "time") })}
                  </Badge>
                ) : (
                  <Button
                    size="sm"
                    variant="primary"
                    aria-label={`${t("checkIn.in")} ${one.name}`}
                    onClick={() => desk.checkIn(one, "LIST")}
                  >
                    {t("checkIn.in")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t("checkIn.walkIn")} headingLevel={3}>
          <form onSubmit={onWalkIn} className="grid gap-3">
            <TextInput
              id="device-name"
              name="name"
              label={t("checkIn.name")}
              required
              maxLength={WALK_IN_MAX.name}
              error={error(wrong.name)}
            />
            <TextInput
              id="device-organisation"
              name="organisationName"
              label={t("checkIn.organisation")}
              maxLength={WALK_IN_MAX.organisationName}
              error={error(wrong.organisationName)}
            />
            <TextInput
              id="device-phone"
              name="phone"
              type="tel"
              label={t("checkIn.phone")}
              maxLength={WALK_IN_MAX.phone}
              error={error(wrong.phone)}
            />
            <div>
              <Button type="submit" variant="primary">
                {t("checkIn.walkInDo")}
              </Button>
            </div>
          </form>
        </Card>
        <Card headingLevel={3}>
          <p>
            {t("checkIn.downloaded", {
              count: people.length,
              time: store?.list ? formatDateTime(store.list.at, "time") : "—",
            })}
          </p>
          <p className="mt-1 text-sm text-muted">{t("checkIn.forgetHint")}</p>
          <div className="mt-3 flex flex-wrap gap-3">
            <Button size="sm" onClick={() => void desk.download()}>
              {t("checkIn.reload")}
            </Button>
            <Button size="sm" variant="danger" onClick={() => void desk.forget()}>
              {t("checkIn.forget")}
            </Button>
          </div>
        </Card>
      </div>
    </div>
  );
}

type LetInProps = {
  refused: { code?: string; participantId?: string; name: string };
  onLetIn: (participantId: string, name: string) => void;
};

/** One tap for somebody whom the server refused only because they wait for a place. */
function LetIn({ refused: { code, participantId, name }, onLetIn }: LetInProps) {
  const { t } = useTranslation("stage");
  if (!participantId || code === undefined || readErrorCode(code).code !== WAITING) return null;
  return (
    <div className="mt-2 mb-4">
      <Button
        variant="primary"
        aria-label={`${t("checkIn.letIn")} ${name}`}
        onClick={() => onLetIn(participantId, name)}
      >
        {t("checkIn.letIn")}
      </Button>
    </div>
  );
}

/** A reason with the person's name for its placeholder. */
function named(text: string, name: string): string {
  const { code, params } = readErrorCode(text);
  return errorCode(code, { name, ...params });
}

const tones: Record<Outcome["kind"], Tone> = {
  IN: "success",
  ALREADY: "warning",
  UNKNOWN: "danger",
  REFUSED: "danger",
  QUEUED: "info",
};

function OutcomeLine({ outcome, isLarge }: { outcome: Outcome; isLarge?: boolean }) {
  const { t } = useTranslation("stage");
  const error = useErrorText();
  const name = outcome.name || t("checkIn.someone");
  const time = outcome.at ? formatDateTime(outcome.at, "time") : "";
  const reason = outcome.code && error(named(outcome.code, name));
  const text = reason || t(`checkIn.outcome.${outcome.kind}`, { name, time });
  if (!isLarge) return <Badge tone={tones[outcome.kind]}>{text}</Badge>;
  return (
    <Alert tone={tones[outcome.kind]} className="mb-4">
      <span className="text-lg font-medium">{text}</span>
    </Alert>
  );
}
