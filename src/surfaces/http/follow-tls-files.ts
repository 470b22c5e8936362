import { readTlsCertificate, type TlsCertificate, type TlsFiles } from "./tls-certificate.ts";

export interface TlsFollowing {
  readonly files: TlsFiles;
  /** What is in use. */
  readonly certificate: TlsCertificate;
  readonly clock: () => number;
  readonly checkEveryMs?: number | undefined;
  readonly onRenewed: (certificate: TlsCertificate) => void;
  /** The certificate in use stays in use. Told once for each problem, not at each look. */
  readonly onProblem: (error: unknown) => void;
}

const DEFAULT_CHECK_EVERY_MS = 30_000;

/**
 * Hands over what is in the files whenever it changes, until disposed. The files are read rather than watched: they may be links into a
 * folder that changes (certbot's are), and one is written before the other.
 */
export function followTlsFiles(following: TlsFollowing): Disposable {
  const { files, clock, checkEveryMs = DEFAULT_CHECK_EVERY_MS } = following;
  let { cert, key } = following.certificate;
  let problem: string | undefined;
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      const found = await readTlsCertificate(files, clock());
      if (found.cert !== cert || found.key !== key) following.onRenewed(found);
      ({ cert, key } = found);
      problem = undefined;
    } catch (error) {
      const told = String(error);
      if (told !== problem) following.onProblem(error);
      problem = told;
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), checkEveryMs).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
