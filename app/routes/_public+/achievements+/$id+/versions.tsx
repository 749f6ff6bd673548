import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { VersionsPage } from "~/components/catalogue/versions-page";
import { loadVersions } from "~/http/listings/versions.server";

export const loader = (args: LoaderFunctionArgs) => loadVersions("achievement", args);

export const meta = ({ data }: { data: { title: string } | undefined }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function Versions() {
  const { kind, path, name, versions } = useLoaderData<typeof loader>();
  return <VersionsPage kind={kind} path={path} name={name} versions={versions} />;
}
