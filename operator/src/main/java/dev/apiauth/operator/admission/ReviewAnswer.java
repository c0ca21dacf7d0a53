package dev.apiauth.operator.admission;

/** What is answered to a body that was posted. */
sealed interface ReviewAnswer {

  /** A review with its response, as JSON. */
  @SuppressWarnings("ArrayRecordComponent")
  record Answered(byte[] review) implements ReviewAnswer {}

  /**
   * It is no review.
   *
   * @param why a sentence that holds nothing of the body
   */
  record Malformed(String why) implements ReviewAnswer {}

  /** So many others are being answered that this one would come too late. */
  record Busy() implements ReviewAnswer {}
}
