package dev.apiauth.testkit.kube.network;

/**
 * One of the ranges that are used for pods: 10.250.0.0/24 to 10.253.63.0/24.
 *
 * @param number from 0 to {@link #COUNT} - 1
 */
record Subnet(int number) {

  static final int COUNT = 256;
  static final int FIRST_POD = 10;
  static final int LAST_POD = 254;

  private static final int FIRST_OCTET = 10;
  private static final int SECOND_OCTET = 250;
  private static final int PER_SECOND_OCTET = 64;
  private static final int HOST = 1;
  private static final int NODE = 2;
  private static final int MASK_BITS = 24;

  String cidr() {
    return address(0) + "/" + MASK_BITS;
  }

  String host() {
    return address(HOST);
  }

  String node() {
    return address(NODE);
  }

  String pod(int index) {
    return address(index);
  }

  /**
   * Whether the two ranges have an address in common.
   *
   * @param range {@code 10.0.0.0/8}, or one address
   */
  boolean overlaps(String range) {
    var parts = range.split("/", 2);
    int bits = parts.length == 2 ? Math.min(Integer.parseInt(parts[1]), MASK_BITS) : MASK_BITS;
    long size = 1L << (Integer.SIZE - bits);
    return value(parts[0]) / size == value(address(0)) / size;
  }

  private String address(int last) {
    return "%d.%d.%d.%d"
        .formatted(
            FIRST_OCTET, SECOND_OCTET + number / PER_SECOND_OCTET, number % PER_SECOND_OCTET, last);
  }

  private static long value(String address) {
    long value = 0;
    for (String octet : address.split("\\.")) {
      value = value * 256 + Integer.parseInt(octet);
    }
    return value;
  }
}
