package dev.apiauth.operator.certs;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.KeyManager;

/**
 * Everything that rests on the operator's authority, kept in order by {@link #ensure}.
 *
 * <p>{@link #ensure} is called by one thread; all else by any.
 */
public final class Certificates {

  private final AuthorityKeeper keeper;
  private final BooleanSupplier leading;
  private final CaBundle bundle;
  private final ServingCertificate serving;
  private final HeldCertificate operator = new HeldCertificate(CertificateOrder.forOperator());
  private final Clock clock;
  private volatile Optional<Authorities> authorities = Optional.empty();
  private volatile boolean believed;

  /**
   * Nothing is read or issued before {@link #ensure}.
   *
   * @param leading whether this replica is the leader; asked in every round
   */
  public Certificates(
      AuthorityStore store,
      BooleanSupplier leading,
      CaBundle bundle,
      ServingCertificate serving,
      Clock clock) {
    this.keeper = new AuthorityKeeper(store, leading);
    this.leading = leading;
    this.bundle = bundle;
    this.serving = serving;
    this.clock = clock;
  }

  /**
   * Brings everything up to date once: the authority, this replica's own certificates, and, if it
   * leads, the bundle that the API server trusts. What is up to date is not written.
   *
   * @throws RuntimeException if the API server does not do its part; what was there goes on serving
   */
  public void ensure() {
    var now = clock.instant();
    var kept = keeper.keep(now);
    authorities = Optional.of(kept);
    serving.refresh(kept, now);
    operator.refresh(kept, now);
    boolean published = bundle.isPublished(kept.bundle());
    if (!published && leading.getAsBoolean()) {
      bundle.publish(kept.bundle());
      published = true;
    }
    believed = published;
  }

  /** Whether the API server was told, by whichever replica leads, to believe the webhook. */
  public boolean areBelieved() {
    return believed;
  }

  /** Issues the certificates of sidecars; fails before the first {@link #ensure}. */
  public SidecarCertificates sidecars() {
    return new SidecarCertificates(this::known, clock);
  }

  /** Shows the operator's certificate to sidecars; follows every renewal. */
  public KeyManager channelKeys() {
    return operator.keyManager();
  }

  /** Whose certificates count as sidecars': the authority of today, and the one before it. */
  public List<X509Certificate> channelAuthorities() {
    return authorities.map(Authorities::certificates).orElse(List.of());
  }

  private Authorities known() {
    return authorities.orElseThrow(() -> new IllegalStateException("there is no authority yet"));
  }
}
