/* The least that an answer over HTTP costs: `node bare-server.ts answers.json`, on TAMTAM_PORT. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const pairs = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as [path: string, text: string][]; // as the bench writes it
const answers = new Map(pairs.map(([path, text]) => [path, Buffer.from(text)]));
createServer((request, response) => {
  const body = answers.get(request.url?.split("?")[0] ?? "");
  response.writeHead(body === undefined ? 404 : 200, {
    "content-type": "application/json;charset=UTF-8",
    "content-length": body?.length ?? 0,
  });
  response.end(body);
}).listen(Number(process.env["TAMTAM_PORT"]), "127.0.0.1");
