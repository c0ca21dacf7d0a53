package dev.apiauth.testkit.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Opens sockets: connected, and for TLS with the handshake done. */
final class Dial {

  private Dial() {}

  static Socket plain(InetSocketAddress address) throws IOException {
    var socket = new Socket();
    socket.connect(address, Math.toIntExact(RawHttpClient.PATIENCE.toMillis()));
    return socket;
  }

  /** To an address, but the certificate must name {@code host}. */
  static Socket tls(InetSocketAddress address, String host, SSLContext context) throws IOException {
    var factory = context.getSocketFactory();
    var secured = (SSLSocket) factory.createSocket(plain(address), host, address.getPort(), true);
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }
}
