package dev.apiauth.sidecar.reload;

/** How a look at files ended. */
public enum Look {
  /** Whatever is there was judged; there is no hurry to look again. */
  SETTLED,
  /** Half of a change may be there, and the other half on its way. */
  UNSETTLED
}
