# docker build -t demarche . && docker run --rm --network none --user "$(id -u):$(id -g)" -v "$PWD:/campaign" demarche check
FROM node:20-slim AS build
WORKDIR /opt/demarche
COPY package.json package-lock.json tsconfig.json ./
RUN npm ci --ignore-scripts
COPY bin bin
COPY build build
COPY schema schema
COPY src src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-slim
COPY --from=build /opt/demarche /opt/demarche
USER node
WORKDIR /campaign
ENTRYPOINT ["node", "/opt/demarche/bin/demarche.js"]
CMD ["--help"]
