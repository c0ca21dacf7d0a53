package dev.apiauth.operator.certs;

import dev.apiauth.operator.certs.AuthorityStore.Found;
import dev.apiauth.operator.certs.AuthorityStore.Written;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that there is an authority.
 *
 * <p>Any replica makes the first one, since none can serve without; after that only the leader
 * writes. A Secret that somebody deleted comes back with a new authority; the one that this replica
 * remembers stays trusted as the previous one, so a deletion renews the authority without a gap.
 *
 * <p>Not safe for use by several threads.
 */
final class AuthorityKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(AuthorityKeeper.class);

  private final AuthorityStore store;
  private final BooleanSupplier leading;
  private Optional<Authorities> remembered = Optional.empty();

  AuthorityKeeper(AuthorityStore store, BooleanSupplier leading) {
    this.store = store;
    this.leading = leading;
  }

  /**
   * The authorities that count now.
   *
   * @throws IllegalStateException if there are none, because what is stored cannot be read and this
   *     replica may not write, or because others write at this moment
   */
  Authorities keep(Instant now) {
    var authorities =
        switch (store.find()) {
          case Found.Absent() -> created(now);
          case Found.Unreadable unreadable -> mended(unreadable, now);
          case Found.Stored stored -> maintained(stored, now);
        };
    remembered = Optional.of(authorities);
    return authorities;
  }

  private Authorities created(Instant now) {
    var fresh = successor(now);
    LOG.info("The Secret {} is made with a new authority", AuthorityStore.SECRET);
    return written(store.create(fresh), fresh);
  }

  private Authorities mended(Found.Unreadable unreadable, Instant now) {
    LOG.warn("The Secret {} cannot be read: {}", AuthorityStore.SECRET, unreadable.why());
    if (!leading.getAsBoolean()) return remembered.orElseThrow(AuthorityKeeper::unavailable);
    var fresh = successor(now);
    return written(store.replace(unreadable.resourceVersion(), fresh), fresh);
  }

  private Authorities maintained(Found.Stored stored, Instant now) {
    var authorities = stored.authorities();
    if (!leading.getAsBoolean()) return authorities;
    if (authorities.isRenewalDue(now)) return replaced(stored, authorities.renewed(now));
    if (authorities.isPreviousOutlived(now)) return replaced(stored, authorities.withoutPrevious());
    return authorities;
  }

  private Authorities replaced(Found.Stored stored, Authorities next) {
    LOG.info("The Secret {} changes: {}", AuthorityStore.SECRET, next);
    return written(store.replace(stored.resourceVersion(), next), next);
  }

  private Authorities successor(Instant now) {
    return remembered.map(old -> old.renewed(now)).orElseGet(() -> Authorities.first(now));
  }

  private Authorities written(Written written, Authorities mine) {
    if (written == Written.DONE) return mine;
    if (store.find() instanceof Found.Stored(_, var theirs)) return theirs;
    throw unavailable();
  }

  private static IllegalStateException unavailable() {
    return new IllegalStateException("the Secret " + AuthorityStore.SECRET + " holds no authority");
  }
}
