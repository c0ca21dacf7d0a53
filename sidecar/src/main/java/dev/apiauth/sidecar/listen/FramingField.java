package dev.apiauth.sidecar.listen;

/** A field that frames a body, read octet by octet. */
sealed interface FramingField permits ContentLengthField, TransferEncodingField {

  /** The field's name in lower case. */
  String lowerCaseName();

  /** Whether a name with {@code octet} at {@code index} can still be this field's. */
  default boolean isNamed(int index, byte octet) {
    return index < lowerCaseName().length()
        && Character.toLowerCase(octet) == lowerCaseName().charAt(index);
  }

  /** The name is over and is this field's. */
  Progress begin();

  /** The next octet of the value, white space around it included. */
  Progress value(byte octet);

  /** The value is over. */
  Progress end();
}
