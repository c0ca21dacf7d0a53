package dev.apiauth.sidecar.metrics;

import dev.apiauth.policy.document.PolicyDocument;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.sidecar.audit.Verdict;
import java.time.Duration;
import java.time.Instant;

/** Counts nothing. */
final class NoMetrics implements Metrics {

  @Override
  public void decided(DecisionSample decision) {}

  @Override
  public void passwordSent(Verdict verdict, String place) {}

  @Override
  public void productAnswered(int status, Duration took) {}

  @Override
  public void productFailed(Reason reason) {}

  @Override
  public void actedAsOther() {}

  @Override
  public void apiTokenUsed(String id, Instant at) {}

  @Override
  public void keysFetched(String provider, FetchResult result, Duration took) {}

  @Override
  public void providerAsked(String provider, AskResult result, Duration took) {}

  @Override
  public void policyAccepted(PolicyHash hash, PolicyDocument document, Instant at) {}

  @Override
  public void policyRejected() {}

  @Override
  public void auditLineDropped() {}

  @Override
  public void connectionOpened(Peer peer) {}

  @Override
  public void connectionClosed(Peer peer) {}
}
