package dev.apiauth.operator;

import dev.apiauth.operator.OperatorOptions.WebhookOptions;
import dev.apiauth.operator.admission.AdmissionMeters;
import dev.apiauth.operator.admission.AdmissionReadiness;
import dev.apiauth.operator.admission.AdmissionServer;
import dev.apiauth.operator.admission.InjectHandler;
import dev.apiauth.operator.admission.PodAdmission;
import dev.apiauth.operator.admission.ReviewGate;
import dev.apiauth.operator.admission.Reviewer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * The webhook of a replica.
 *
 * @param server where the API server calls
 * @param readiness whether a call would be answered
 */
record Webhook(AdmissionServer server, AdmissionReadiness readiness) implements AutoCloseable {

  /** Each review may take many times the memory of its body. */
  private static final int REVIEWS_AT_ONCE = 8;

  static Webhook start(
      WebhookOptions options, PodAdmission admission, Trust trust, MeterRegistry metrics)
      throws IOException {
    var meters = new AdmissionMeters(metrics);
    var gate = new ReviewGate(new Reviewer(admission, meters), REVIEWS_AT_ONCE);
    var server = new AdmissionServer(trust.serving().keyManager(), new InjectHandler(gate, meters));
    server.start(new InetSocketAddress(options.listen().host(), options.listen().port()));
    return new Webhook(server, new AdmissionReadiness(server, trust::isBelieved));
  }

  int port() {
    return server.port().orElseThrow();
  }

  boolean isReady() {
    return readiness.isReady();
  }

  @Override
  public void close() {
    server.close();
  }
}
