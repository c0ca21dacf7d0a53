package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.credential.Credential;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.Located;
import dev.apiauth.policy.decide.Presented;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.IpAddress;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.request.RequestHead;

/** Finds out where a request comes from, and keeps strangers away from cryptography. */
public final class LocateClient {

  /**
   * The request with its client's address.
   *
   * @return refuses with {@link Reason#ADDRESS_REFUSED} or {@link Reason#CLIENT_ADDRESS_UNKNOWN} a
   *     request with an API credential that does not come from an allowed network; pages, their
   *     logins and health checks are not bound
   */
  public Outcome<Located> client(Presented presented, CompiledPolicy policy) {
    RequestHead head = presented.target().head();
    if (presented.target().pathClass() == PathClass.HEALTH) {
      return Outcome.pass(
          new Located(presented, new ClientAddress.Known(IpAddress.of(head.peer()))));
    }
    return policy
        .clientAddress()
        .locate(head.peer(), head.headers())
        .then(client -> isBound(presented) ? policy.access().from(client) : Outcome.pass(client))
        .map(client -> new Located(presented, client));
  }

  private static boolean isBound(Presented presented) {
    return switch (presented.target().pathClass()) {
      case SESSION_LOGIN -> true;
      case LOGIN -> !isLogin(presented.credential());
      default -> !(presented.credential() instanceof Credential.None);
    };
  }

  private static boolean isLogin(Credential credential) {
    return credential instanceof Credential.None
        || credential instanceof Credential.PasswordParameters;
  }
}
