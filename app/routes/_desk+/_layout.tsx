import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { ActingFor } from "~/components/desk/acting-for";
import { useDeskGroups } from "~/components/desk/use-desk-groups";
import { DeskShell } from "~/components/layout/desk-shell";
import { ProblemText } from "~/components/layout/page-problem";
import { useFlash, useHeader, useRoot } from "~/components/layout/use-root";
import { FlashRegion } from "~/components/ui/flash-region";
import { can } from "~/domain/identity/permission-rules";
import { canJudge } from "~/domain/matching/judge-rules";
import { countDeskWork } from "~/domain/statistics/desk-counts.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  const counts = await countDeskWork(actor, getDb());
  return { ...counts, canJudge: canJudge(actor), isBroker: can(actor, "match.broker") };
}

function DeskFrame({ children }: { children: ReactNode }) {
  const root = useRoot();
  const counts = useRouteLoaderData<typeof loader>("routes/_desk+/_layout");
  const counted = {
    unread: root?.unreadCount ?? 0,
    introductionsWaiting: counts?.introductionsWaiting ?? 0,
    achievementsToCheck: counts?.achievementsToCheck ?? 0,
    needsToCheck: counts?.needsToCheck ?? 0,
    dealsWaiting: counts?.dealsWaiting ?? 0,
    canJudge: counts?.canJudge ?? false,
    isBroker: counts?.isBroker ?? false,
  };
  const { offices = [], registrarSeats = [] } = root?.user ?? {};
  const groups = useDeskGroups(offices, counted, registrarSeats);
  return (
    <DeskShell
      header={useHeader()}
      groups={groups}
      actingFor={<ActingFor name={root?.user?.organisationName} />}
      flash={<FlashRegion messages={useFlash()} />}
    >
      {children}
    </DeskShell>
  );
}

export default function DeskLayout() {
  return (
    <DeskFrame>
      <Outlet />
    </DeskFrame>
  );
}

export function ErrorBoundary() {
  return (
    <DeskFrame>
      <ProblemText />
    </DeskFrame>
  );
}
