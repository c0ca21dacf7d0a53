package dev.apiauth.operator.render;

/**
 * What a sidecar shows the operator and whom it believes to be the operator, in PEM form.
 *
 * @param certificate its certificate chain
 * @param key its private key; secret
 * @param authorities the authorities that the operator's own certificate may come from
 */
public record ChannelPems(String certificate, String key, String authorities) {

  @Override
  public String toString() {
    return "ChannelPems[]";
  }
}
