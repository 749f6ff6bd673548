import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Badge } from "~/components/ui/badge";
import { roadshowHref, visitHref } from "~/domain/roadshows/events/roadshow-href";
import type { PersonCard } from "~/domain/roadshows/people/people-view";
import { MeetingStateBadge, RoleBadges } from "./person-state";
import { RequestForm } from "./request-form";
import { SuggestionReasons } from "./suggestion-reasons";
import { WishButtons } from "./wish-buttons";

type Props = {
  person: PersonCard;
  visit: { id: string; number: number };
  isOpen: boolean;
  view: FormAnswer;
};

/** One participant or presenter with its projects, why it is suggested and what may be done. */
export function PersonRow({ person, visit, isOpen, view }: Props) {
  const { t } = useTranslation("meetings");
  const { meeting, listing, projects, fields, reason } = person;
  return (
    <article id={`person-${person.id}`} className="grid scroll-mt-20 gap-3 px-4 py-4 sm:px-5">
      <header className="grid gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-lg font-semibold text-ink">{person.name}</h2>
          <RoleBadges roles={person.roles} />
          {person.isOnline && <Badge tone="info">{t("people.online")}</Badge>}
          {meeting && <MeetingStateBadge state={meeting.state} />}
        </div>
        <p className="text-sm text-muted">
          {[person.organisationName, person.title].filter(Boolean).join(" · ")}
        </p>
      </header>
      {projects.length > 0 && (
        <ul className="space-y-1">
          {projects.map((project) => (
            <li key={project.id} className="flex flex-wrap items-center gap-x-2">
              <Badge tone="brand">
                {t(project.side === "DEMAND" ? "people.demand" : "people.project")}
              </Badge>
              <Link to={`${roadshowHref(visit.number)}#project-${project.number}`} className="link">
                {project.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {listing && (
        <p>
          <Link to={listing.href} className="link">
            {listing.title}
          </Link>
        </p>
      )}
      {person.interests && (
        <p className="wrap-anywhere">{t("people.looksFor", { text: person.interests })}</p>
      )}
      {fields.length > 0 && (
        <p className="flex flex-wrap gap-1.5">
          {fields.map((field) => (
            <Badge key={field} tone="neutral">
              {field}
            </Badge>
          ))}
        </p>
      )}
      {reason && <SuggestionReasons reason={reason} />}
      <WishButtons toId={person.id} name={person.name} wish={person.wish} isOpen={isOpen} />
      {meeting?.state === "REQUESTED" && (
        <p className="text-sm">
          {meeting.isOwnRequest ? (
            t("people.asked")
          ) : (
            <>
              {t("people.askedYou")}
              <Link to={visitHref(visit.id, "meetings")} className="link">
                {t("people.toMeetings")}
              </Link>
            </>
          )}
        </p>
      )}
      {!meeting && isOpen && person.takesMeetings && <RequestForm person={person} view={view} />}
      {!meeting && !person.takesMeetings && (
        <p className="text-sm text-muted">{t("people.noMeetings")}</p>
      )}
    </article>
  );
}
