import { Link, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import type { PublicProject } from "~/domain/roadshows/events/roadshow-view";

/** So many are read at once; the rest unfolds. */
const SHOWN = 12;

/** The projects of an event, each with its anchor #project-N. */
export function PublicProjects({ projects }: { projects: readonly PublicProject[] }) {
  const { t } = useTranslation("roadshows");
  const folded = useRef<HTMLDivElement>(null);
  const { hash } = useLocation();
  // The router scrolls to an anchor, but does not unfold what it stands in.
  useEffect(() => {
    const target = hash.startsWith("#project-") && document.getElementById(hash.slice(1));
    const details = target && folded.current?.contains(target) && target.closest("details");
    if (!details) return;
    details.open = true;
    target.scrollIntoView();
  }, [hash]);
  if (projects.length === 0) return null;
  const rest = projects.slice(SHOWN);
  return (
    <Card title={t("page.projects", { count: projects.length })}>
      <ProjectLines projects={projects.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <div ref={folded} className="mt-3 border-t border-line pt-2">
          <Disclosure summary={t("page.moreProjects", { count: rest.length })}>
            <ProjectLines projects={rest} />
          </Disclosure>
        </div>
      )}
    </Card>
  );
}

function ProjectLines({ projects }: { projects: readonly PublicProject[] }) {
  return (
    <ul className="divide-y divide-line">
      {projects.map((one) => (
        <li
          key={one.number}
          id={`project-${one.number}`}
          className="scroll-mt-20 py-3 first:pt-0 last:pb-0 target:bg-brand-50"
        >
          <ProjectLine project={one} />
        </li>
      ))}
    </ul>
  );
}

function ProjectLine({ project }: { project: PublicProject }) {
  const { t } = useTranslation("roadshows");
  const number = <span className="tabular text-sm text-muted">#{project.number}</span>;
  if (project.isConfidential) {
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-ink">
        {number} {t("page.confidential")}
      </p>
    );
  }
  const { title, side, sourceTo, organisation, fields } = project;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        {number}
        <Badge tone="brand">{t(`page.sides.${side as "SUPPLY"}`)}</Badge>
        <span className="min-w-0 font-medium wrap-anywhere text-ink">
          {sourceTo ? (
            <Link className="link" to={sourceTo}>
              {title}
            </Link>
          ) : (
            title
          )}
        </span>
      </p>
      <p className="text-sm text-muted">
        {organisation && (
          <Link className="link" to={`/organisations/${organisation.id}`}>
            {organisation.name}
          </Link>
        )}
        {organisation && fields.length > 0 && " · "}
        {fields.join("、")}
      </p>
    </>
  );
}
