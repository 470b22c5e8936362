export interface WebhookMessage {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What became of a message; a receiver that answered has a status, whatever it is. */
export interface SentMessage {
  readonly status?: number | undefined;
  /** The first characters of the answer. */
  readonly answer?: string | undefined;
  /** Why there is no answer. */
  readonly failure?: string | undefined;
  /** Trying again would change nothing. */
  readonly isHopeless?: boolean | undefined;
}

/** Sends one message, once. Never throws but when the signal aborts. */
export interface WebhookSender {
  send(message: WebhookMessage, signal: AbortSignal): Promise<SentMessage>;
}
