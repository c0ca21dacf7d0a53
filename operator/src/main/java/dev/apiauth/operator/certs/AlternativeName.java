package dev.apiauth.operator.certs;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bouncycastle.asn1.x509.GeneralName;

/** Subject alternative names (RFC 5280, section 4.2.1.6): DNS names and IP addresses, as text. */
final class AlternativeName {

  private AlternativeName() {}

  /** The one spelling of a name: DNS names in lower case, addresses as the JDK writes them. */
  static String canonical(String name) {
    return address(name).map(InetAddress::getHostAddress).orElse(name.toLowerCase(Locale.ROOT));
  }

  /** The name as a certificate carries it. */
  static GeneralName of(String name) {
    int kind = address(name).isPresent() ? GeneralName.iPAddress : GeneralName.dNSName;
    return new GeneralName(kind, name);
  }

  /** The DNS names and addresses of a certificate, in canonical spelling. */
  static SortedSet<String> of(X509Certificate certificate) {
    var names = new TreeSet<String>();
    for (List<?> entry : entries(certificate)) {
      if (entry.get(1) instanceof String name) names.add(canonical(name));
    }
    return names;
  }

  private static Collection<List<?>> entries(X509Certificate certificate) {
    try {
      var names = certificate.getSubjectAlternativeNames();
      return names == null ? List.of() : names;
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static Optional<InetAddress> address(String name) {
    try {
      return Optional.of(InetAddress.ofLiteral(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
