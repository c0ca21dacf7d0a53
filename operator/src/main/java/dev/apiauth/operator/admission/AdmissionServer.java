package dev.apiauth.operator.admission;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * The webhook's listener: {@code POST /inject} over TLS 1.3 or 1.2. Serves on every replica,
 * whoever leads.
 *
 * <p>Its time-outs are {@link HttpServerLimits}, which must have been set before.
 */
public final class AdmissionServer implements AutoCloseable {

  /** Where reviews are sent; the webhook's configuration says the same. */
  public static final String PATH = "/inject";

  private static final int BACKLOG = 128;
  private static final int GRACE_SECONDS = 5;
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
  private static final TrustManager[] NO_CLIENT_CERTIFICATES = {};

  private final X509ExtendedKeyManager keys;
  private final InjectHandler handler;
  private volatile Optional<HttpsServer> running = Optional.empty();

  /**
   * Not listening yet.
   *
   * @param keys the certificate; asked in every handshake, so it can change
   * @param handler what is done with a request
   */
  public AdmissionServer(X509ExtendedKeyManager keys, InjectHandler handler) {
    this.keys = keys;
    this.handler = handler;
  }

  /**
   * Listens from now on.
   *
   * @throws IOException if the address cannot be bound
   */
  public void start(InetSocketAddress address) throws IOException {
    HttpServerLimits.requireSet();
    var server = HttpsServer.create(address, BACKLOG);
    server.setHttpsConfigurator(new OurProtocols(context()));
    server.setExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("review-", 0).factory()));
    server.createContext(PATH, handler);
    server.start();
    running = Optional.of(server);
  }

  /** The port; empty while it does not listen. */
  public Optional<Integer> port() {
    return running.map(server -> server.getAddress().getPort());
  }

  /** Takes no new requests; those under way have five seconds. */
  @Override
  public void close() {
    var server = running;
    running = Optional.empty();
    server.ifPresent(open -> open.stop(GRACE_SECONDS));
  }

  private SSLContext context() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys}, NO_CLIENT_CERTIFICATES, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static final class OurProtocols extends HttpsConfigurator {

    OurProtocols(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      var ours = getSSLContext().getDefaultSSLParameters();
      ours.setProtocols(PROTOCOLS);
      parameters.setSSLParameters(ours);
    }
  }
}
