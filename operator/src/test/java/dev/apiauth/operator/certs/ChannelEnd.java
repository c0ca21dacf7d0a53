package dev.apiauth.operator.certs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.apiauth.operator.admission.HttpServerLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server with what a sidecar is given: it answers with the client's name, and the protocol. */
final class ChannelEnd implements AutoCloseable {

  private final HttpsServer server;

  private ChannelEnd(HttpsServer server) {
    this.server = server;
  }

  static ChannelEnd start(SidecarCertificate given) throws IOException, GeneralSecurityException {
    HttpServerLimits.set();
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.setHttpsConfigurator(new ClientsNeeded(context(given)));
    server.createContext("/", ChannelEnd::answer);
    server.start();
    return new ChannelEnd(server);
  }

  int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    var session = ((HttpsExchange) exchange).getSSLSession();
    var client = (X509Certificate) session.getPeerCertificates()[0];
    var text = String.join(",", AlternativeName.of(client)) + " " + session.getProtocol();
    var body = text.getBytes(StandardCharsets.US_ASCII);
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static SSLContext context(SidecarCertificate given)
      throws GeneralSecurityException, IOException {
    var keys = new ReloadingKeyManager();
    keys.show(IssuedCertificate.read(given.certificate(), given.key()));
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    var pem = new ByteArrayInputStream(given.authorities().getBytes(StandardCharsets.US_ASCII));
    for (var authority : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
      store.setCertificateEntry(String.valueOf(store.size()), authority);
    }
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(new KeyManager[] {keys}, trust.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static final class ClientsNeeded extends HttpsConfigurator {

    ClientsNeeded(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      var ours = getSSLContext().getDefaultSSLParameters();
      ours.setNeedClientAuth(true);
      ours.setProtocols(new String[] {"TLSv1.3"});
      parameters.setSSLParameters(ours);
    }
  }
}
