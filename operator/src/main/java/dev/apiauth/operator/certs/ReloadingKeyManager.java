package dev.apiauth.operator.certs;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows one certificate, which can be exchanged: handshakes that begin afterwards show the new one.
 *
 * <p>A handshake first asks for an alias and then, in two more calls, for key and chain. So an
 * alias names one certificate for good, and the certificate before the current one can still be
 * asked for.
 */
final class ReloadingKeyManager extends X509ExtendedKeyManager {

  private static final String KEY_TYPE = "EC";

  private volatile Shown shown = new Shown(Optional.empty(), Optional.empty());

  private record Shown(Optional<IssuedCertificate> current, Optional<IssuedCertificate> last) {

    Shown followedBy(IssuedCertificate next) {
      return new Shown(Optional.of(next), current);
    }

    Optional<IssuedCertificate> named(String alias) {
      return Stream.concat(current.stream(), last.stream())
          .filter(issued -> alias(issued).equals(alias))
          .findFirst();
    }
  }

  /** Called by one thread at a time. */
  void show(IssuedCertificate next) {
    var before = shown;
    shown = before.followedBy(next);
  }

  /** What new handshakes show; empty before the first. */
  Optional<IssuedCertificate> current() {
    return shown.current();
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return aliasFor(keyType);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return aliasFor(keyType);
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return aliasFor(keyTypes);
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return aliasFor(keyTypes);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    var alias = aliasFor(keyType);
    return alias == null ? null : new String[] {alias};
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return getServerAliases(keyType, issuers);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return shown
        .named(alias)
        .map(issued -> new X509Certificate[] {issued.certificate()})
        .orElse(null);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return shown.named(alias).map(IssuedCertificate::key).orElse(null);
  }

  private @Nullable String aliasFor(String... keyTypes) {
    if (!Arrays.asList(keyTypes).contains(KEY_TYPE)) return null;
    return current().map(ReloadingKeyManager::alias).orElse(null);
  }

  private static String alias(IssuedCertificate issued) {
    return issued.certificate().getSerialNumber().toString(Character.MAX_RADIX);
  }
}
