# The market as one image: web pages, sockets and jobs. PostgreSQL, Meilisearch and files live outside
# (see compose.yaml). Without DATABASE_URL the image starts its own embedded services in /data.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npx prisma generate && node --import tsx app/server/build.ts

FROM node:22-bookworm-slim
RUN apt-get update \
  && apt-get install --yes --no-install-recommends tini \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
COPY --from=build /app/app app
COPY --from=build /app/search search
COPY --from=build /app/prisma prisma
COPY --from=build /app/public public
COPY --from=build /app/build build
COPY --from=build /app/tsconfig.json /app/vite.config.ts /app/remix.config.js /app/prisma.config.ts /app/LICENSE ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=6s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# tini hands SIGTERM on, so that requests and jobs are drained.
ENTRYPOINT ["tini", "--"]
CMD ["node", "app/server/start.mjs"]
