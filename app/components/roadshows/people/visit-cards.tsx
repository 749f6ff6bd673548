import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LocalTime } from "~/components/roadshows/events/local-time";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Dialog } from "~/components/ui/dialog";
import { visitHref } from "~/domain/roadshows/events/roadshow-href";
import type { Visit } from "~/domain/roadshows/people/visit-view";

/** What waits for the visitor, each with the page where it is done. */
export function UpToYouCard({ visit }: { visit: Visit }) {
  const { t } = useTranslation("meetings");
  const { counts } = visit;
  const items = [
    ...(counts.incoming > 0
      ? [{ page: "meetings", text: t("visit.answer", { count: counts.incoming }) }]
      : []),
    ...(visit.areMeetingsOpen && visit.wantsMeetings && counts.agreed + counts.outgoing === 0
      ? [{ page: "people", text: t("visit.noMeetings") }]
      : []),
  ];
  return (
    <Card title={t("visit.upToYou")}>
      {items.length === 0 ? (
        <p className="text-muted">{t("visit.nothing")}</p>
      ) : (
        <ul className="list-disc space-y-1 pl-5">
          {items.map(({ page, text }) => (
            <li key={page}>
              <Link to={visitHref(visit.id, page)} className="link">
                {text}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {!visit.wantsMeetings && <p className="mt-2 text-sm text-muted">{t("visit.noWish")}</p>}
      {visit.audienceDueAt && visit.areMeetingsOpen && (
        <p className="mt-2 text-sm text-muted">
          {t("visit.due", { at: formatDateTime(visit.audienceDueAt, "datetime") })}{" "}
          <LocalTime from={visit.audienceDueAt} />
        </p>
      )}
    </Card>
  );
}

/** What was said at registration, and how to get there. */
export function VisitFacts({ visit }: { visit: Visit }) {
  const { t } = useTranslation("meetings");
  const { counts, meetingsMax } = visit;
  return (
    <Card title={t("visit.facts")}>
      <DescriptionList
        hideEmpty
        items={[
          {
            label: t("register.name"),
            value: [visit.name, visit.title].filter(Boolean).join("，"),
          },
          { label: t("register.organisation"), value: visit.organisationName },
          {
            label: t("visit.attendance"),
            value: t(`register.attendances.${visit.isOnline ? "ONLINE" : "ONSITE"}`),
          },
          {
            label: t("visit.quota"),
            value: t("visit.quotaValue", { agreed: counts.agreed, max: meetingsMax }),
          },
          {
            label: t("visit.listed"),
            value: t(visit.isListed ? "visit.isListed" : "visit.notListed"),
          },
          {
            label: t("visit.undertaking"),
            value: t(visit.hasUndertaking ? "visit.given" : "visit.notGiven"),
          },
          { label: t("visit.address"), value: visit.address },
          { label: t("visit.directions"), value: visit.directions, wide: true },
          {
            label: t("visit.online"),
            value: visit.onlineUrl && (
              <a href={visit.onlineUrl} className="link break-all" rel="noreferrer">
                {visit.onlineUrl}
              </a>
            ),
            wide: true,
          },
          { label: t("visit.contact"), value: visit.contact, wide: true },
        ]}
      />
    </Card>
  );
}

/** The address of the personal calendar. */
export function FeedCard({ address }: { address: string }) {
  const { t } = useTranslation("meetings");
  return (
    <div className="no-print">
      <Card title={t("visit.feed")}>
        <p className="mb-2 text-sm text-muted">{t("visit.feedHint")}</p>
        <p className="mb-2 text-xs break-all text-body">
          <span className="sr-only">{t("visit.feedLabel")}: </span>
          {address}
        </p>
        <CopyButton text={address} />
      </Card>
    </div>
  );
}

/** Leaving, for who may. */
export function CancelVisit({ visit }: { visit: Visit }) {
  const { t } = useTranslation("meetings");
  if (visit.isOver || visit.state === "CANCELLED") return null;
  if (visit.isNeeded) return <p className="text-sm text-muted">{t("visit.needed")}</p>;
  return (
    <div className="no-print">
      <Dialog trigger={t("visit.cancel")} triggerVariant="danger" title={t("visit.cancelTitle")}>
        <p className="mb-3">{t("visit.cancelText")}</p>
        <Form method="post" action="?index">
          <SubmitButton intent="cancel" variant="danger">
            {t("visit.cancel")}
          </SubmitButton>
        </Form>
      </Dialog>
    </div>
  );
}
