import type { Config } from "../../config/config.ts";
import type { Logger } from "../../lib/logger.ts";
import type { Listener } from "../../surfaces/http/listen.ts";
import type { TlsCertificate } from "../../surfaces/http/tls-certificate.ts";

export interface Tls {
  readonly certificate: TlsCertificate;
  /** Puts a renewed certificate to use, until disposed. */
  follow(listener: Pick<Listener, "renewCertificate">): Disposable;
}

/** Nothing where the server is to speak HTTP. @throws SetupError naming file and mend */
export async function openTls({ server }: Pick<Config, "server">, logger: Logger): Promise<Tls | undefined> {
  if (server.tls === undefined) return undefined;
  const files = server.tls;
  const { readTlsCertificate } = await import("../../surfaces/http/tls-certificate.ts");
  const { followTlsFiles } = await import("../../surfaces/http/follow-tls-files.ts");
  const certificate = await readTlsCertificate(files, Date.now());
  return {
    certificate,
    follow: (listener) =>
      followTlsFiles({
        files,
        certificate,
        clock: Date.now,
        onRenewed: (renewed) => {
          listener.renewCertificate(renewed);
          logger.info({ expires: new Date(renewed.expiresMs).toISOString() }, "the certificate was renewed");
        },
        onProblem: (error) =>
          logger.error({ err: error }, "the certificate cannot be renewed; the one from before stays in use"),
      }),
  };
}
