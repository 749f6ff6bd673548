import type { LoaderFunctionArgs } from "@remix-run/node";
import { formatDateTime } from "~/components/ui/date-time";
import { listAllParticipants } from "~/domain/roadshows/people/participant-list-queries.server";
import {
  FILE_TYPES,
  type FileFormat,
  participantsFile,
} from "~/domain/roadshows/people/participants-file.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { readListFilter } from "~/http/roadshows/participants-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** The filtered list of participants as CSV or XLSX, for the organiser. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const format = params.format as FileFormat;
    if (!Object.hasOwn(FILE_TYPES, format)) throw new DomainError("not_found", { status: 404 });
    const t = getFixedT(request, "meetings");
    const filter = readListFilter(new URL(request.url).searchParams);
    const rows = await listAllParticipants(getDb(), params.id ?? "", actor, filter);
    const bytes = await participantsFile(rows, format, {
      sheet: t("list.caption"),
      headings: [
        t("list.number"),
        t("list.name"),
        t("list.organisation"),
        t("list.personTitle"),
        t("list.roles"),
        t("list.state"),
        t("list.meetingCount"),
        t("list.presence"),
        t("list.checkedIn"),
      ],
      role: (role) => t(`roles.${role as "FIRM"}`),
      state: (state) => t(`states.${state}`),
      presence: (row) =>
        t(row.isWalkIn ? "list.walkIn" : row.isOnline ? "list.online" : "list.onsite"),
      at: (iso) => formatDateTime(iso, "datetime"),
    });
    const day = calendarDate(clock.now());
    return madeFileResponse(`participants-${day}.${format}`, FILE_TYPES[format], bytes);
  });
}
