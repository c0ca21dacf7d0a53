package dev.apiauth.policy.resolve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A TLS client certificate with its chain and private key, in one PEM. */
final class CertificatePem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

  private CertificatePem() {}

  /** Why a text holds no such certificate and key; empty if it holds both. */
  static Optional<String> complaint(String pem) {
    Optional<String> key = PrivateKeyPem.complaint(pem);
    if (key.isPresent()) return key;
    Optional<Certificate> certificate = first(pem);
    if (certificate.isEmpty()) {
      return Optional.of("holds no certificate in the form of -----BEGIN CERTIFICATE-----");
    }
    return PrivateKeyPem.read(pem)
            .filter(own -> belongTogether(own, certificate.get().getPublicKey()))
            .isPresent()
        ? Optional.empty()
        : Optional.of("holds a private key that is not its first certificate's");
  }

  private static Optional<Certificate> first(String pem) {
    String blocks =
        BLOCK.matcher(pem).results().map(block -> block.group()).collect(Collectors.joining("\n"));
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(blocks.getBytes(UTF_8)))
          .stream()
          .findFirst()
          .map(Certificate.class::cast);
    } catch (GeneralSecurityException malformed) {
      return Optional.empty();
    }
  }

  private static boolean belongTogether(PrivateKey own, PublicKey published) {
    try {
      Signature signature = Signature.getInstance(algorithm(own));
      signature.initSign(own);
      signature.update(BLOCK.pattern().getBytes(UTF_8));
      byte[] signed = signature.sign();
      signature.initVerify(published);
      signature.update(BLOCK.pattern().getBytes(UTF_8));
      return signature.verify(signed);
    } catch (GeneralSecurityException ofDifferentKinds) {
      return false;
    }
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> "Ed25519";
    };
  }
}
