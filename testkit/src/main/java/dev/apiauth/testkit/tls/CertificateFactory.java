package dev.apiauth.testkit.tls;

import static java.util.stream.Collectors.joining;

import dev.apiauth.testkit.tls.CertificateOrder.Purpose;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Assembles and signs X.509 certificates as RFC 5280 wants them. */
final class CertificateFactory {

  private static final Duration FIVE_YEARS = Duration.ofDays(5 * 365);
  private static final int SERIAL_BITS = 127;

  private CertificateFactory() {}

  static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no P-256", e);
    }
  }

  static X509Certificate selfSigned(String commonName, KeyPair keys, Instant now) {
    try {
      var name = new X500Principal("CN=" + commonName);
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              newSerial(),
              Date.from(now.minus(FIVE_YEARS)),
              Date.from(now.plus(FIVE_YEARS)),
              name,
              keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
      return signed(builder, keys.getPrivate());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot make the authority " + commonName, e);
    }
  }

  static X509Certificate signed(
      CertificateOrder order, PublicKey key, TestCertificateAuthority authority, Instant now) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              authority.certificate().getSubjectX500Principal(),
              newSerial(),
              Date.from(now.plus(order.startsIn())),
              Date.from(now.plus(order.endsIn())),
              subject(order),
              key);
      addLeafExtensions(builder, order, key, authority.certificate());
      return signed(builder, authority.key());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot issue " + order, e);
    }
  }

  private static void addLeafExtensions(
      X509v3CertificateBuilder builder,
      CertificateOrder order,
      PublicKey key,
      X509Certificate authority)
      throws IOException, GeneralSecurityException {
    var identifiers = new JcaX509ExtensionUtils();
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(usage(order.purpose())));
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        identifiers.createAuthorityKeyIdentifier(authority));
    if (!order.names().isEmpty()) {
      builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(order));
    }
  }

  private static KeyPurposeId usage(Purpose purpose) {
    return switch (purpose) {
      case SERVER_AUTHENTICATION -> KeyPurposeId.id_kp_serverAuth;
      case CLIENT_AUTHENTICATION -> KeyPurposeId.id_kp_clientAuth;
    };
  }

  private static GeneralNames alternativeNames(CertificateOrder order) {
    return new GeneralNames(
        order.names().stream()
            .map(name -> new GeneralName(kindOf(name), name))
            .toArray(GeneralName[]::new));
  }

  private static int kindOf(String name) {
    boolean address = name.contains(":") || name.matches("[0-9.]+");
    return address ? GeneralName.iPAddress : GeneralName.dNSName;
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("cannot sign", e);
    }
  }

  private static X500Principal subject(CertificateOrder order) {
    var organizations = order.organizations().stream().map(name -> ",O=" + name);
    return new X500Principal("CN=" + order.commonName() + organizations.collect(joining()));
  }

  private static BigInteger newSerial() {
    return new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE);
  }
}
