import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { useOfficeGroups } from "~/components/desk/use-desk-groups";
import { DeskShell } from "~/components/layout/desk-shell";
import { ProblemText } from "~/components/layout/page-problem";
import { PageShell } from "~/components/layout/page-shell";
import { useFlash, useHeader, useRoot } from "~/components/layout/use-root";
import { FlashRegion } from "~/components/ui/flash-region";
import { withErrors } from "~/http/error-response.server";
import { requireAnyOffice } from "~/http/guards.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    await requireAnyOffice(request);
    return null;
  });
}

export default function OfficeLayout() {
  const root = useRoot();
  return (
    <DeskShell
      header={useHeader()}
      groups={useOfficeGroups(root?.user?.offices ?? [], root?.user?.registrarSeats ?? [])}
      flash={<FlashRegion messages={useFlash()} />}
    >
      <Outlet />
    </DeskShell>
  );
}

/** Without a seat there is no office navigation: the public frame says why. */
export function ErrorBoundary() {
  const root = useRoot();
  const seats = root?.user?.offices ?? [];
  const header = useHeader();
  const registrarSeats = root?.user?.registrarSeats ?? [];
  const groups = useOfficeGroups(seats, registrarSeats);
  if (seats.length === 0 && registrarSeats.length === 0) {
    return (
      <PageShell header={header} width="narrow">
        <ProblemText />
      </PageShell>
    );
  }
  return (
    <DeskShell header={header} groups={groups}>
      <ProblemText />
    </DeskShell>
  );
}
