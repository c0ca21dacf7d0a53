package dev.apiauth.sidecar.metrics;

import dev.apiauth.policy.document.PolicyDocument;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.sidecar.audit.Verdict;
import java.time.Duration;
import java.time.Instant;

/**
 * What happened, told by whoever saw it. No method blocks or fails; all of them may be called from
 * any thread.
 *
 * <p>Nothing here takes a user name, a path or a token (but for the public id of an API token):
 * what is told becomes a label that anybody who reaches the probe port can read, and must be one of
 * few.
 */
public interface Metrics {

  /** Counts nothing; for programs that only ask the pipeline. */
  Metrics NONE = new NoMetrics();

  /** A request was decided. */
  void decided(DecisionSample decision);

  /** A password came with a request, in that place, and this was decided about it. */
  void passwordSent(Verdict verdict, String place);

  /** The product answered with this status; {@code took} runs until the answer's head. */
  void productAnswered(int status, Duration took);

  /** The product gave no answer that can be passed on. */
  void productFailed(Reason reason);

  /** The product acted as somebody else: the alarm behind the binding of credentials. */
  void actedAsOther();

  /** An API token of the policy in force, by its public id, proved who is calling. */
  void apiTokenUsed(String id, Instant at);

  /** The keys of a provider of the policy in force were fetched, or could not be. */
  void keysFetched(String provider, FetchResult result, Duration took);

  /** A provider of the policy in force was asked about a token, and not only a cache. */
  void providerAsked(String provider, AskResult result, Duration took);

  /** This policy came into force. */
  void policyAccepted(PolicyHash hash, PolicyDocument document, Instant at);

  /** A policy was refused; the one before stays in force. */
  void policyRejected();

  /** An audit line found no place to wait for its reader. */
  void auditLineDropped();

  /** A connection was opened. */
  void connectionOpened(Peer peer);

  /** A connection that was told by {@link #connectionOpened} has ended. */
  void connectionClosed(Peer peer);
}
