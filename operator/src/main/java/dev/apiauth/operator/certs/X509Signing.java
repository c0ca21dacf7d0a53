package dev.apiauth.operator.certs;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
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
final class X509Signing {

  private static final int SERIAL_BITS = 127;
  private static final SecureRandom RANDOM = new SecureRandom();

  private X509Signing() {}

  /** An authority that signs itself and may sign leaves only. */
  static X509Certificate authority(KeyPair keys, Validity validity) {
    try {
      var serial = newSerial();
      var name = authorityName(serial);
      var builder = builder(name, name, serial, validity, keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      addKeyIdentifier(builder, keys.getPublic());
      return signed(builder, keys.getPrivate());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot make an authority", e);
    }
  }

  /** A leaf of an authority. */
  static X509Certificate leaf(
      CertificateOrder order, PublicKey key, Validity validity, CertificateAuthority authority) {
    try {
      var issuer = authority.certificate().getSubjectX500Principal();
      var subject = new X500Principal("CN=" + order.purpose().commonName());
      var builder = builder(issuer, subject, newSerial(), validity, key);
      addUsage(builder, order);
      addKeyIdentifier(builder, key);
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.certificate()));
      return signed(builder, authority.key());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot issue " + order, e);
    }
  }

  private static X509v3CertificateBuilder builder(
      X500Principal issuer,
      X500Principal subject,
      BigInteger serial,
      Validity validity,
      PublicKey key) {
    var from = Date.from(validity.from());
    return new JcaX509v3CertificateBuilder(
        issuer, serial, from, Date.from(validity.to()), subject, key);
  }

  private static void addUsage(X509v3CertificateBuilder builder, CertificateOrder order)
      throws IOException {
    var names = order.names().stream().map(AlternativeName::of).toArray(GeneralName[]::new);
    var usage = new ASN1ObjectIdentifier(order.purpose().extendedUsage());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.getInstance(usage)));
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
  }

  private static void addKeyIdentifier(X509v3CertificateBuilder builder, PublicKey key)
      throws IOException, GeneralSecurityException {
    var identifier = new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key);
    builder.addExtension(Extension.subjectKeyIdentifier, false, identifier);
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      var signer = new JcaContentSignerBuilder(KeyPairs.SIGNATURE).build(key);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("cannot sign", e);
    }
  }

  /** Each authority has a name of its own, so that chains are not built by trial and error. */
  private static X500Principal authorityName(BigInteger serial) {
    return new X500Principal("CN=apiauth authority %08x".formatted(serial.intValue()));
  }

  private static BigInteger newSerial() {
    return new BigInteger(SERIAL_BITS, RANDOM).add(BigInteger.ONE);
  }
}
