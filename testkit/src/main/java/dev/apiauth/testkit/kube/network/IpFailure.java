package dev.apiauth.testkit.kube.network;

/** {@code ip} is not there, or said no. */
final class IpFailure extends RuntimeException {

  private final String sentence;

  IpFailure(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  IpFailure(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
