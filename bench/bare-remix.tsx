import { PassThrough } from "node:stream";
import { createRequestHandler } from "@remix-run/express";
import { createReadableStreamFromReadable, type ServerBuild } from "@remix-run/node";
import { Links, Meta, Outlet, RemixServer, Scripts, useLoaderData } from "@remix-run/react";
import compression from "compression";
import express from "express";
import { renderToPipeableStream } from "react-dom/server";

/**
 * The yardstick of bench/pages.ts: one Remix route on Express that renders a list of `?rows=` rows from
 * data in memory; no database, no session, no translation.
 */
const LINE = "A line of text as long as one that a listing card shows, in one element of its own.";

function loader({ request }: { request: Request }) {
  const length = Number(new URL(request.url).searchParams.get("rows") ?? 10);
  const rows = Array.from({ length }, (_, id) => ({
    id,
    title: `Row ${id}`,
    text: `${LINE} ${id}`,
  }));
  return { rows };
}

function Root() {
  return (
    <html lang="en">
      <head>
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  );
}

function Page() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <ul>
      {rows.map(({ id, title, text }) => (
        <li key={id}>
          <h2>{title}</h2>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}

const build = {
  entry: {
    module: {
      default: (request: Request, status: number, headers: Headers, context: never) =>
        new Promise((resolve, reject) => {
          const { pipe } = renderToPipeableStream(
            <RemixServer context={context} url={request.url} />,
            {
              onAllReady() {
                const body = new PassThrough();
                headers.set("content-type", "text/html; charset=utf-8");
                resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
                pipe(body);
              },
              onShellError: reject,
            },
          );
        }),
    },
  },
  routes: {
    root: { id: "root", path: "", module: { default: Root } },
    page: { id: "page", parentId: "root", index: true, module: { default: Page, loader } },
  },
  assets: {
    entry: { module: "/entry.js", imports: [] },
    routes: {
      root: route("root", { path: "" }),
      page: route("page", { parentId: "root", index: true, hasLoader: true }),
    },
    url: "/manifest.js",
    version: "1",
  },
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  basename: "/",
  isSpaMode: false,
  mode: "production",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
  },
} as unknown as ServerBuild;

function route(id: string, more: Record<string, unknown>) {
  const none = { hasAction: false, hasLoader: false, hasClientAction: false };
  return {
    id,
    module: `/${id}.js`,
    ...none,
    hasClientLoader: false,
    hasErrorBoundary: false,
    ...more,
  };
}

const app = express();
app.use(compression());
app.all("*", createRequestHandler({ build, mode: "production" }));
app.listen(Number(process.argv[2]), "127.0.0.1");
