import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { Badge, StatusBadge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Select } from "~/components/ui/select";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";

export type ReplayProject = {
  id: string;
  number: number;
  title: string;
  organisationName: string;
  isConfidential: boolean;
  recording: boolean | null;
  replay: boolean | null;
  isShown: boolean;
  replays: { id: string; title: string; url: string }[];
};

/** Form of a new recording, for projects whose presenters have agreed. */
export function ReplayForm({
  projects,
  view,
}: {
  projects: readonly ReplayProject[];
  view: ReturnType<typeof useFormView>;
}) {
  const { t } = useTranslation("leads");
  const open = projects.filter((one) => one.isShown);
  return (
    <Card title={t("replays.add")}>
      {open.length === 0 ? (
        <p className="text-muted">{t("replays.noneConsented")}</p>
      ) : (
        <Form method="post" className="space-y-5">
          <Select
            name="projectId"
            label={t("replays.project")}
            required
            placeholder={t("replays.choose")}
            options={open.map((one) => ({ value: one.id, label: one.title }))}
            defaultValue={view.value("projectId")}
            error={view.error("projectId")}
          />
          <TextInput
            name="title"
            label={t("replays.addTitle")}
            required
            maxLength={80}
            defaultValue={view.value("title")}
            error={view.error("title")}
          />
          <TextInput
            name="url"
            label={t("replays.url")}
            hint={t("replays.urlHint")}
            required
            defaultValue={view.value("url")}
            error={view.error("url")}
          />
          <SubmitButton intent="add">{t("replays.add")}</SubmitButton>
        </Form>
      )}
    </Card>
  );
}

function Consent({ label, isGiven }: { label: string; isGiven: boolean | null }) {
  const { t } = useTranslation("leads");
  const word = isGiven === null ? "open" : isGiven ? "yes" : "no";
  return (
    <span className="block text-sm">
      {label}{" "}
      <StatusBadge tone={isGiven ? "success" : "neutral"}>{t(`replays.${word}`)}</StatusBadge>
    </span>
  );
}

/** Projects with their consents and recordings; each can be taken down. */
export function ReplayTable({ projects }: { projects: readonly ReplayProject[] }) {
  const { t } = useTranslation("leads");
  return (
    <Card padding="flush">
      <Table
        caption={t("replays.title")}
        rows={projects}
        rowKey={(row) => row.id}
        narrow="cards"
        empty={<EmptyState icon="eye" title={t("replays.none")} />}
        columns={[
          {
            key: "project",
            header: t("replays.project"),
            rowHeader: true,
            cell: (row) => (
              <>
                {row.title}{" "}
                {row.isConfidential && <Badge tone="warning">{t("replays.confidential")}</Badge>}
                <span className="block text-sm font-normal text-muted">{row.organisationName}</span>
              </>
            ),
          },
          {
            key: "consents",
            header: t("replays.consents"),
            cell: (row) => (
              <>
                <Consent label={t("consent.kinds.RECORDING")} isGiven={row.recording} />
                <Consent label={t("consent.kinds.REPLAY")} isGiven={row.replay} />
              </>
            ),
          },
          {
            key: "replays",
            header: t("replays.publicTitle"),
            cell: (row) => (
              <ul className="space-y-2">
                {row.replays.map((replay) => (
                  <li key={replay.id} className="flex flex-wrap items-center gap-2">
                    <a href={replay.url} rel="noreferrer noopener" className="link">
                      {replay.title}
                    </a>
                    <span className="text-sm break-all text-muted">
                      {URL.canParse(replay.url) && new URL(replay.url).hostname}
                    </span>
                    <StatusBadge tone={row.isShown ? "success" : "neutral"}>
                      {t(row.isShown ? "replays.shown" : "replays.hidden")}
                    </StatusBadge>
                    <Form method="post">
                      <input type="hidden" name="replayId" value={replay.id} />
                      <SubmitButton intent="remove" variant="quiet" size="sm">
                        {t("replays.remove")}
                      </SubmitButton>
                    </Form>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Card>
  );
}
