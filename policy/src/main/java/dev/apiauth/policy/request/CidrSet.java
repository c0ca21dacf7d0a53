package dev.apiauth.policy.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Many ranges of addresses. A look-up costs the logarithm of their number: 14 comparisons in
 * 10,000.
 *
 * <p>Two ranges by prefix are either one inside the other or apart, so what is left when the inner
 * ones are dropped is sorted and disjoint, and the last one that starts at or before an address is
 * the only one that can hold it.
 */
public final class CidrSet {

  /** No range at all. */
  public static final CidrSet NONE = new CidrSet(List.of());

  private static final Comparator<Cidr> OUTER_FIRST =
      Comparator.comparing(Cidr::network).thenComparingInt(Cidr::prefixLength);

  private final Cidr[] disjoint;
  private final IpAddress[] starts;

  private CidrSet(List<Cidr> disjoint) {
    this.disjoint = disjoint.toArray(Cidr[]::new);
    this.starts = disjoint.stream().map(Cidr::network).toArray(IpAddress[]::new);
  }

  /** The union of the ranges. */
  public static CidrSet of(Collection<Cidr> ranges) {
    var outer = new ArrayList<Cidr>();
    for (var range : ranges.stream().sorted(OUTER_FIRST).toList()) {
      if (outer.isEmpty() || !outer.getLast().contains(range.network())) {
        outer.add(range);
      }
    }
    return new CidrSet(outer);
  }

  /** Whether there is no range at all, so that no address is in the set. */
  public boolean isEmpty() {
    return disjoint.length == 0;
  }

  /** Whether one of the ranges holds the address. */
  public boolean contains(IpAddress address) {
    return match(address).isPresent();
  }

  /** The widest of the ranges that holds the address. */
  public Optional<Cidr> match(IpAddress address) {
    int found = Arrays.binarySearch(starts, address);
    int last = found >= 0 ? found : -found - 2;
    return last >= 0 && disjoint[last].contains(address)
        ? Optional.of(disjoint[last])
        : Optional.empty();
  }
}
