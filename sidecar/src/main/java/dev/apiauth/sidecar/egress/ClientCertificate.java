package dev.apiauth.sidecar.egress;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What this service shows a provider in TLS (RFC 8705).
 *
 * @param pem the certificate chain, this service's own first, and its private key, PKCS#8, all in
 *     PEM; secret
 */
public record ClientCertificate(String pem) {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----[^-]+-----END \\1-----");

  /** For the TLS stack; a text that holds no certificate or key makes every connection fail. */
  KeyCertOptions forTls() {
    return new PemKeyCertOptions()
        .setCertValue(Buffer.buffer(blocks("CERTIFICATE")))
        .setKeyValue(Buffer.buffer(blocks("PRIVATE KEY")));
  }

  private String blocks(String kind) {
    return BLOCK
        .matcher(pem)
        .results()
        .filter(block -> block.group(1).equals(kind))
        .map(block -> block.group() + "\n")
        .collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return "ClientCertificate";
  }
}
