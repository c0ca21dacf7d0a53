package dev.apiauth.policy.request;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.util.List;
import java.util.Optional;

/** Tells the forms of a request target apart (RFC 9112, section 3.2.1 to 3.2.4). */
final class TargetForm {

  private TargetForm() {}

  static Outcome<RequestTarget> of(RequestHead head) {
    var target = head.target();
    if (target.startsWith("/")) {
      return resource(target);
    }
    if (target.equals("*")) {
      return head.method().equals("OPTIONS")
          ? Outcome.pass(new RequestTarget.WholeServer())
          : refuse("only OPTIONS may ask for *");
    }
    return schemeEnd(target)
        .map(end -> absolute(target.substring(end), head.headers().all("Host")))
        .orElseGet(() -> refuse("the target is neither a path nor an http or https URI"));
  }

  /** Where the authority of an absolute-form starts; empty if the target is none. */
  private static Optional<Integer> schemeEnd(String target) {
    return List.of("http://", "https://").stream()
        .filter(scheme -> target.regionMatches(true, 0, scheme, 0, scheme.length()))
        .map(String::length)
        .findFirst();
  }

  private static Outcome<RequestTarget> absolute(String hierarchy, List<String> hosts) {
    int end = authorityEnd(hierarchy);
    var authority = hierarchy.substring(0, end);
    if (authority.indexOf('@') >= 0) {
      return refuse("the target holds user information");
    }
    if (hosts.size() != 1 || !hosts.getFirst().equalsIgnoreCase(authority)) {
      return refuse("the target and the Host header field name different servers");
    }
    var rest = hierarchy.substring(end);
    return resource(rest.startsWith("/") ? rest : "/" + rest);
  }

  private static int authorityEnd(String hierarchy) {
    int end = 0;
    while (end < hierarchy.length() && "/?".indexOf(hierarchy.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static Outcome<RequestTarget> resource(String target) {
    int mark = target.indexOf('?');
    if (mark < 0) {
      return Outcome.pass(new RequestTarget.Resource(target, Optional.empty()));
    }
    var query = target.substring(mark + 1);
    return isVisibleAscii(query)
        ? Outcome.pass(new RequestTarget.Resource(target.substring(0, mark), Optional.of(query)))
        : refuse(
            "the query holds a space, a fragment, a control character or a byte outside ASCII");
  }

  private static boolean isVisibleAscii(String query) {
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '#') {
        return false;
      }
    }
    return true;
  }

  private static Outcome<RequestTarget> refuse(String what) {
    return Outcome.refuse(Reason.MALFORMED_MESSAGE, what);
  }
}
